import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaInterval, meanOf, wilson } from './intervals.ts';

describe("Wilson's interval", () => {
  // As scipy 1.17 gives them: binomtest(k, n).proportion_ci(method='wilson').
  it.each([
    [19, 23, 0.6286, 0.9302],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [1, 1, 0.2065, 1],
    [81, 263, 0.2553, 0.3662],
  ])('of %i in %i', (successes, trials, low, high) => {
    const interval = wilson(successes, trials);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('is none without trials', () => expect(wilson(0, 0)).toBeNull());

  it('holds the share, stays within 0 and 1, and narrows with more trials', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const few = wilson(share * trials, trials)!;
        const many = wilson(share * trials * 4, trials * 4)!;
        expect(few.low).toBeGreaterThanOrEqual(0);
        expect(few.high).toBeLessThanOrEqual(1);
        expect(few.low).toBeLessThanOrEqual(share + 1e-12);
        expect(few.high).toBeGreaterThanOrEqual(share - 1e-12);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});

describe('the mean of two proportions', () => {
  it('is as wide as squaring and adding makes it', () => {
    const a = { share: 0.8, low: 0.6, high: 0.9 };
    const b = { share: 0.6, low: 0.3, high: 0.8 };
    const mean = meanOf(a, b);
    expect(mean.share).toBeCloseTo(0.7, 12);
    expect(mean.low).toBeCloseTo(0.7 - Math.sqrt(0.04 + 0.09) / 2, 12);
    expect(mean.high).toBeCloseTo(0.7 + Math.sqrt(0.01 + 0.04) / 2, 12);
  });
});

describe('the interval of an area under a curve', () => {
  it('keeps a width where the two sides are told apart without a mistake', () => {
    const perfect = areaInterval(1, 10, 10)!;
    expect(perfect.high).toBe(1);
    expect(perfect.low).toBeGreaterThan(0.7);
    expect(perfect.low).toBeLessThan(0.95);
  });

  it('is the same seen from the other side', () => {
    const one = areaInterval(0.83, 12, 30)!;
    const other = areaInterval(0.17, 12, 30)!;
    expect(one.low).toBeCloseTo(1 - other.high, 9);
    expect(one.high).toBeCloseTo(1 - other.low, 9);
  });

  it('solves the score equation at both ends', () => {
    const [area, m, n] = [0.75, 20, 15];
    const interval = areaInterval(area, m, n)!;
    for (const at of [interval.low, interval.high]) {
      const extra = (m + n) / 2 - 1;
      const variance = (at * (1 - at) * (1 + (extra * (1 - at)) / (2 - at) + (extra * at) / (1 + at))) / (m * n);
      expect(Math.abs(at - area) / Math.sqrt(variance)).toBeCloseTo(1.96, 3);
    }
  });
});
