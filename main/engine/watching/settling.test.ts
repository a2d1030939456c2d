import { describe, expect, it } from 'vitest';
import { createSettling } from './settling.ts';

const file = (bytes: number, times: { modifiedMs?: number; changedMs?: number } = {}) => ({ path: '/a.jpg', name: 'a.jpg', bytes, modifiedMs: 1_000_000, changedMs: 1_000_000, ...times });

describe('a file counts as whole', () => {
  it('when it has stayed the same for long enough', () => {
    const settling = createSettling(1_000);
    expect(settling.isSettled(file(10), 1_000_100)).toBe(false);
    expect(settling.isSettled(file(20), 1_001_200)).toBe(false);
    expect(settling.isSettled(file(20), 1_002_100)).toBe(false);
    expect(settling.isSettled(file(20), 1_002_300)).toBe(true);
  });

  it('at once when nothing of it changed for ten seconds, but not by its own time alone, which copies keep', () => {
    const settling = createSettling(1_000);
    expect(settling.isSettled(file(10), 1_010_000)).toBe(true);
    expect(settling.isSettled(file(10, { modifiedMs: 5 }), 1_000_500)).toBe(false);
  });

  it('also on a disk whose clock runs ahead', () => {
    const settling = createSettling(1_000);
    const ahead = { modifiedMs: 9_000_000, changedMs: 9_000_000 };
    expect(settling.isSettled(file(10, ahead), 1_000_000)).toBe(false);
    expect(settling.isSettled(file(10, ahead), 1_001_000)).toBe(true);
  });
});
