import { part } from '../../../kernel/linear-algebra.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { dealFolds, groupCounts, type Grouped } from './folds.ts';
import { classWeights, fitLogistic, scoreAll, softplus, type Fit } from './logistic.ts';
import { measureOf, type Round } from './measure.ts';
import { fitPlatt, probabilityOf, type Calibration } from './platt.ts';
import { calmedSpace, plainSpace, type Space } from './space.ts';
import type { ModelFacts, Report } from './types.ts';

export interface Example extends Grouped {
  readonly id: string;
  /** L2-normalised */
  readonly embedding: Float32Array;
}

/** A trained classifier. */
export interface OwnModel extends ModelFacts {
  readonly weights: Float32Array;
}

/** Pictures of each class that training needs, from so many different products: fewer cannot be told from guessing. */
export const fewestPictures = 8;
export const fewestGroups = 5;

/** From strong to weak: each is the start of the next. */
const ridges = [10, 3, 1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001] as const;
const mostFolds = 5;
/** Of few pictures one deal of folds is as much luck as truth; of many it is not, and takes its time. */
const roundsOf = (count: number): number => (count > 150 ? 1 : 3);

export interface Readiness {
  readonly good: number;
  readonly bad: number;
  /** pictures still missing of each class; of other products where there are pictures enough */
  readonly missingGood: number;
  readonly missingBad: number;
}

/** What is labelled, and what is missing until a classifier can be trained. */
export function readiness(examples: readonly Grouped[]): Readiness {
  const groups = groupCounts(examples);
  const bad = examples.filter((example) => example.bad).length;
  const good = examples.length - bad;
  return {
    good,
    bad,
    missingGood: Math.max(0, fewestPictures - good, fewestGroups - groups.good),
    missingBad: Math.max(0, fewestPictures - bad, fewestGroups - groups.bad),
  };
}

/** Some of the examples, with their inner products in every space that may be chosen. */
interface Set {
  readonly grams: readonly Float64Array[];
  readonly examples: readonly Example[];
}

/** What cross-validation chooses: how pictures are compared, and how strongly weights are held back. */
interface Choice {
  readonly space: number;
  readonly ridge: number;
}

const inside = (folds: readonly number[], fold: number): number[] => folds.flatMap((at, i) => (at === fold ? [i] : []));
const outside = (folds: readonly number[], fold: number): number[] => folds.flatMap((at, i) => (at === fold ? [] : [i]));
const hasBoth = (bad: readonly boolean[]): boolean => bad.includes(true) && bad.includes(false);

function subset({ grams, examples }: Set, rows: readonly number[]): Set {
  return { grams: grams.map((gram) => part(gram, examples.length, rows, rows)), examples: rows.map((row) => examples[row]!) };
}

const badOf = ({ examples }: Set): boolean[] => examples.map(({ bad }) => bad);

/** Fits on `rows` in every space with every ridge, and hands each fit's scores of `others` to `seen`. */
function fitPaths(set: Set, rows: readonly number[], others: readonly number[], seen: (choice: number, scores: Float64Array) => void): void {
  const known = subset(set, rows);
  const bad = badOf(known);
  if (!hasBoth(bad)) return;
  known.grams.forEach((gram, space) => {
    const cross = part(set.grams[space]!, set.examples.length, others, rows);
    let fit: Fit | undefined;
    ridges.forEach((ridge, at) => {
      fit = fitLogistic({ gram, bad }, ridge, fit);
      seen(space * ridges.length + at, scoreAll(fit, cross));
    });
  });
}

/**
 * The space and the ridge whose predictions of left-out groups are the least wrong (log loss, both classes equal). Of
 * equals the plainer space and the stronger ridge.
 */
function choose(set: Set, seeds: readonly number[]): Choice {
  const { examples, grams } = set;
  const groups = groupCounts(examples);
  const folds = Math.max(2, Math.min(mostFolds - 1, groups.good, groups.bad));
  const weights = classWeights(badOf(set));
  const losses = new Float64Array(grams.length * ridges.length);
  for (const seed of seeds) {
    const dealt = dealFolds(examples, folds, seed);
    for (let fold = 0; fold < folds; fold++) {
      const others = inside(dealt, fold);
      fitPaths(set, outside(dealt, fold), others, (choice, scores) => {
        losses[choice]! += others.reduce((sum, row, i) => sum + weights[row]! * softplus(examples[row]!.bad ? -scores[i]! : scores[i]!), 0);
      });
    }
  }
  let best = 0;
  losses.forEach((loss, choice) => { if (loss < losses[best]! - 1e-9) best = choice; });
  return { space: Math.floor(best / ridges.length), ridge: ridges[best % ridges.length]! };
}

/** Scores of every example by models that saw nothing of its group. */
function crossValidate(set: Set, folds: number, seed: number, choiceFor: (training: Set) => Choice, step: () => void): Round {
  const dealt = dealFolds(set.examples, folds, seed);
  const scores = new Float64Array(set.examples.length).fill(Number.NaN);
  for (let fold = 0; fold < folds; fold++) {
    const rows = outside(dealt, fold);
    const training = subset(set, rows);
    const bad = badOf(training);
    if (hasBoth(bad)) {
      const { space, ridge } = choiceFor(training);
      const fit = fitLogistic({ gram: training.grams[space]!, bad }, ridge);
      const others = inside(dealt, fold);
      const given = scoreAll(fit, part(set.grams[space]!, set.examples.length, others, rows));
      others.forEach((row, i) => { scores[row] = given[i]!; });
    }
    step();
  }
  return { scores, folds: dealt };
}

const meanScores = (all: readonly Round[]): Float64Array =>
  Float64Array.from(all[0]!.scores, (_, i) => {
    const given = all.map(({ scores }) => scores[i]!).filter((score) => !Number.isNaN(score));
    return given.reduce((sum, score) => sum + score, 0) / Math.max(1, given.length);
  });

/** Probabilities by calibrations that saw nothing of the example's fold. */
function crossCalibrate(scores: Float64Array, bad: readonly boolean[], folds: readonly number[]): number[] {
  const calibrations = new Map<number, Calibration>();
  for (const fold of new Set(folds)) {
    const rows = outside(folds, fold);
    calibrations.set(fold, fitPlatt(rows.map((row) => scores[row]!), rows.map((row) => bad[row]!)));
  }
  return folds.map((fold, i) => probabilityOf(calibrations.get(fold)!, scores[i]!));
}

/**
 * Learns to tell bad pictures from good ones by their embeddings, and how well that can be relied on. Every number of
 * the report comes from nested cross-validation over groups: neither a picture's product nor its copies are in what its
 * judge learnt from, nor in what chose how it learnt. The same labels give the same model, in whatever order they came.
 * `others`: embeddings of pictures that are neither labelled nor of a labelled product, a few hundred at most.
 * `progress` is called with the steps done and all there are. Err: too few pictures or products.
 */
export function trainDefect(
  unsorted: readonly Example[],
  others: readonly Float32Array[] = [],
  progress: (done: number, total: number) => void = () => {},
): Result<{ readonly model: OwnModel; readonly report: Report }, Readiness> {
  const examples = unsorted.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const ready = readiness(examples);
  if (ready.missingGood > 0 || ready.missingBad > 0) return err(ready);
  const embeddings = examples.map(({ embedding }) => embedding);
  const spaces = [plainSpace(embeddings), calmedSpace(embeddings, others)].filter((space): space is Space => space !== null);
  const set: Set = { grams: spaces.map(({ gram }) => gram), examples };
  const bad = badOf(set);
  const groups = groupCounts(examples);
  const folds = Math.min(mostFolds, groups.good, groups.bad);
  const rounds = roundsOf(examples.length);
  const seeds = Array.from({ length: rounds }, (_, seed) => seed);
  const total = rounds * folds + 1;
  let done = 0;
  const step = (): void => progress(++done, total);

  const judged = seeds.map((seed) => crossValidate(set, folds, seed, (training) => choose(training, [seed]), step));
  const probabilities = crossCalibrate(meanScores(judged), bad, judged[0]!.folds);
  const choice = choose(set, seeds);
  const { gram, weightsOf } = spaces[choice.space]!;
  const fit = fitLogistic({ gram, bad }, choice.ridge);
  // The scale of the scores hangs on the choice: the one in use is calibrated by left-out scores of that same choice.
  const scale = seeds.map((seed) => crossValidate(set, folds, seed, () => choice, () => {}));
  const calibration = fitPlatt(meanScores(scale), bad);
  step();
  return ok({
    model: { weights: Float32Array.from(weightsOf(fit.alpha)), bias: fit.bias, calibration, support: examples.map(({ id }, i) => ({ id, alpha: fit.alpha[i]! })) },
    report: { ...measureOf(examples, judged, probabilities), ridge: choice.ridge, calmed: choice.space === 1, folds, rounds },
  });
}
