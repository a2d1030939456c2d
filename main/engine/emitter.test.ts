import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEmit, gatherChanges, throttle } from './emitter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('throttle', () => {
  it('delivers at once, then at most once an interval, and the last state always', () => {
    const delivered: string[] = [];
    const { poke, flush } = throttle<string>(100, (key) => delivered.push(key));
    for (let n = 0; n < 5; n += 1) poke('a');
    poke('b');
    expect(delivered).toEqual(['a', 'b']);
    vi.advanceTimersByTime(100);
    expect(delivered).toEqual(['a', 'b', 'a']);
    poke('a');
    expect(delivered).toHaveLength(3);
    flush();
    expect(delivered).toEqual(['a', 'b', 'a', 'a']);
    vi.advanceTimersByTime(1000);
    expect(delivered).toHaveLength(4);
  });
});

describe('changes of photos', () => {
  it('are told together, and as "ask again" where they are many', () => {
    const told: unknown[] = [];
    const { changed } = gatherChanges(createEmit((_, payload) => told.push(payload)), 200, 3);
    changed(['a']);
    changed(['b', 'c']);
    changed(['c', 'd']);
    vi.advanceTimersByTime(200);
    changed(['a', 'b', 'c', 'd']);
    vi.advanceTimersByTime(200);
    changed(['e']);
    changed(null);
    vi.advanceTimersByTime(400);
    expect(told).toEqual([{ ids: ['a'] }, { ids: ['b', 'c', 'd'] }, { ids: null }, { ids: null }]);
  });

  it('never break the contract', () => {
    const emit = createEmit(() => {});
    expect(() => emit('photos.changed', { ids: [1 as unknown as string] })).toThrow(/expected string/);
  });
});
