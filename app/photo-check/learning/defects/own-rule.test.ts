import { describe, expect, it } from 'vitest';
import { takesOver, type Rival } from './own-rule.ts';

const version = (share: number, rest: Partial<Rival['report']> = {}, embedding = 'm 1'): Rival => ({ embedding, report: { usable: true, balanced: { share, low: 0.6, high: 0.99 }, ...rest } });

describe('a version that was just learnt', () => {
  it('takes over where none is in use, or the defect does not warn', () => {
    expect(takesOver(version(0.8), null, true)).toBe(true);
    expect(takesOver(version(0.8), version(0.9), false)).toBe(true);
  });

  it('takes over from one that warns only where it is better', () => {
    expect(takesOver(version(0.91), version(0.9), true)).toBe(true);
    expect(takesOver(version(0.9), version(0.9), true)).toBe(false);
    expect(takesOver(version(0.8), version(0.9), true)).toBe(false);
  });

  it('takes over from one that judges by what another model saw', () => {
    expect(takesOver(version(0.8, {}, 'm 2'), version(0.9), true)).toBe(true);
  });

  it('never takes over while it is no better than guessing', () => {
    expect(takesOver(version(0.99, { usable: false }), null, false)).toBe(false);
  });
});
