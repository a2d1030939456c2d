import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot, gramOf } from '../../../kernel/linear-algebra.ts';
import { fitLogistic, scoreAll } from './logistic.ts';
import { areaUnder } from './measure.ts';
import { fitPlatt, probabilityOf } from './platt.ts';

interface Reference {
  readonly fits: readonly { readonly count: number; readonly size: number; readonly step: number; readonly ridge: number; readonly bias: number; readonly norm: number; readonly scores: number[]; readonly others: number[] }[];
  readonly calibrations: readonly { readonly count: number; readonly step: number; readonly slope: number; readonly offset: number; readonly area: number }[];
}
const reference = JSON.parse(readFileSync(new URL('../../../../tests/fixtures/learning/scikit-learn.json', import.meta.url), 'utf8')) as Reference;

/** The made-up pictures of scikit-learn.py. */
const vectors = (count: number, size: number): Float64Array[] =>
  Array.from({ length: count }, (_, i) => {
    const row = Float64Array.from({ length: size }, (_, j) => Math.sin(((i + 1) * (j + 2)) / 3) + Math.cos(i * j));
    const length = Math.sqrt(dot(row, row));
    return row.map((value) => value / length);
  });
const labels = (count: number, step: number): boolean[] => Array.from({ length: count }, (_, i) => (i * step) % 7 < 3);
const crossOf = (rows: readonly Float64Array[], columns: readonly Float64Array[]): Float64Array => Float64Array.from(rows.flatMap((row) => columns.map((column) => dot(row, column))));
const farthest = (a: ArrayLike<number>, b: readonly number[]): number => Math.max(...b.map((value, i) => Math.abs(value - a[i]!)));

describe('logistic regression', () => {
  it.each(reference.fits.map((fit) => [fit.count, fit.size, fit.ridge, fit] as const))('of %i pictures by %i numbers with ridge %d is that of scikit-learn', (count, size, ridge, wanted) => {
    const x = vectors(count + 5, size);
    const known = x.slice(0, count);
    const fit = fitLogistic({ gram: gramOf(known), bad: labels(count, wanted.step) }, ridge);
    const scale = Math.max(1, ...wanted.scores.map(Math.abs));
    expect(Math.abs(fit.bias - wanted.bias) / scale).toBeLessThan(1e-5);
    expect(farthest(scoreAll(fit, gramOf(known)), wanted.scores) / scale).toBeLessThan(1e-5);
    expect(farthest(scoreAll(fit, crossOf(x.slice(count), known)), wanted.others) / scale).toBeLessThan(1e-5);
    const weights = known[0]!.map((_, d) => fit.alpha.reduce((sum, alpha, i) => sum + alpha * known[i]![d]!, 0));
    expect(Math.abs(Math.sqrt(dot(weights, weights)) - wanted.norm) / Math.max(1, wanted.norm)).toBeLessThan(1e-5);
  });

  it('comes to the same from wherever it starts', () => {
    const gram = gramOf(vectors(20, 64));
    const bad = labels(20, 2);
    const cold = fitLogistic({ gram, bad }, 0.03);
    const warm = fitLogistic({ gram, bad }, 0.03, fitLogistic({ gram, bad }, 10));
    expect(farthest(warm.alpha, [...cold.alpha])).toBeLessThan(1e-7);
  });

  it('is at a minimum: the pull of the labels and that of the ridge are equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 14 }), fc.constantFrom(3, 0.1, 0.003), (count, ridge) => {
        const gram = gramOf(vectors(count, 30));
        const bad = Array.from({ length: count }, (_, i) => i % 2 === 0);
        const fit = fitLogistic({ gram, bad }, ridge);
        const scores = scoreAll(fit, gram);
        const positives = bad.filter(Boolean).length;
        bad.forEach((is, i) => {
          const pull = (count / (2 * (is ? positives : count - positives))) * (Number(is) - 1 / (1 + Math.exp(-scores[i]!)));
          expect(ridge * fit.alpha[i]!).toBeCloseTo(pull, 6);
        });
        expect(fit.alpha.reduce((sum, alpha) => sum + alpha, 0)).toBeCloseTo(0, 8);
      }),
    );
  });
});

describe("Platt's scaling", () => {
  const scoresOf = (bad: readonly boolean[]): number[] => bad.map((is, i) => 2.5 * Math.sin(i) + (is ? 1.5 : -1));

  it.each(reference.calibrations)('of $count scores in steps of $step is that of scikit-learn', ({ count, step, slope, offset, area }) => {
    const bad = labels(count, step);
    const fitted = fitPlatt(scoresOf(bad), bad);
    expect(fitted.slope).toBeCloseTo(slope, 5);
    expect(fitted.offset).toBeCloseTo(offset, 5);
    expect(areaUnder([{ scores: Float64Array.from(scoresOf(bad)), folds: bad.map(() => 0) }], bad)).toBeCloseTo(area, 12);
  });

  it('says one half where high scores are the good ones', () => {
    const bad = labels(40, 3);
    const backwards = fitPlatt(scoresOf(bad).map((score) => -score), bad);
    expect([-5, 0, 5].map((score) => probabilityOf(backwards, score))).toEqual([0.5, 0.5, 0.5]);
  });

  it('does not move when good pictures are told twice', () => {
    const bad = labels(40, 3);
    const scores = scoresOf(bad);
    const [once, twice] = [fitPlatt(scores, bad), fitPlatt([...scores, ...scores.filter((_, i) => !bad[i])], [...bad, ...bad.filter((is) => !is)])];
    const line = (fitted: typeof once): number => -fitted.offset / fitted.slope;
    expect(Math.abs(line(twice) - line(once))).toBeLessThan(0.02);
  });
});
