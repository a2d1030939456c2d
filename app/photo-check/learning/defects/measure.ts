import { areaInterval, meanOf, wilson, type Proportion } from '../../../kernel/intervals.ts';
import { groupCounts, type Grouped } from './folds.ts';
import { classWeights } from './logistic.ts';
import type { Report } from './types.ts';

/** One round of cross-validation: the score and the fold of every example. NaN where an example could not be scored. */
export interface Round {
  readonly scores: Float64Array;
  readonly folds: readonly number[];
}

/**
 * Area under the ROC curve: how often a bad picture scores above a good one (ties count half). Only pictures of the
 * same fold and round are compared, since scores of different models have different scales. Null without such a pair.
 */
export function areaUnder(rounds: readonly Round[], bad: readonly boolean[]): number | null {
  let [wins, pairs] = [0, 0];
  for (const { scores, folds } of rounds) {
    for (let i = 0; i < bad.length; i++) {
      if (!bad[i] || Number.isNaN(scores[i]!)) continue;
      for (let j = 0; j < bad.length; j++) {
        if (bad[j] || folds[i] !== folds[j] || Number.isNaN(scores[j]!)) continue;
        pairs += 1;
        wins += scores[i]! > scores[j]! ? 1 : scores[i] === scores[j] ? 0.5 : 0;
      }
    }
  }
  return pairs === 0 ? null : wins / pairs;
}

const share = (values: readonly boolean[]): number => values.filter(Boolean).length / Math.max(1, values.length);

/** A share of pictures, with the interval of as many trials as there are groups: pictures of one product are not independent. */
const ofGroups = (correct: readonly boolean[], groups: number): Proportion => wilson(share(correct) * groups, groups) ?? { share: 0, low: 0, high: 1 };

const binCount = 5;

function binsOf(probabilities: readonly number[], bad: readonly boolean[], weights: Float64Array): Report['calibration']['bins'] {
  return Array.from({ length: binCount }, (_, bin) => {
    const inside = probabilities.flatMap((p, i) => (Math.min(binCount - 1, Math.floor(p * binCount)) === bin ? [i] : []));
    const weight = inside.reduce((sum, i) => sum + weights[i]!, 0);
    const mean = (of: (i: number) => number): number => (weight === 0 ? 0 : inside.reduce((sum, i) => sum + weights[i]! * of(i), 0) / weight);
    return { pictures: inside.length, said: mean((i) => probabilities[i]!), was: mean((i) => Number(bad[i])) };
  });
}

/** Everything that is told about a classifier before it may be used; `probabilities` come from models that never saw the picture. */
export function measureOf(examples: readonly Grouped[], rounds: readonly Round[], probabilities: readonly number[]): Omit<Report, 'ridge' | 'calmed' | 'folds' | 'rounds'> {
  const bad = examples.map((example) => example.bad);
  const right = probabilities.map((p, i) => p >= 0.5 === bad[i]);
  const groups = groupCounts(examples);
  const caught = ofGroups(right.filter((_, i) => bad[i]), groups.bad);
  const spared = ofGroups(right.filter((_, i) => !bad[i]), groups.good);
  const balanced = meanOf(caught, spared);
  const area = areaUnder(rounds, bad);
  const interval = area === null ? null : areaInterval(area, groups.bad, groups.good);
  const badShare = share(bad);
  const weights = classWeights(bad);
  const brier = probabilities.reduce((sum, p, i) => sum + weights[i]! * (p - Number(bad[i])) ** 2, 0) / examples.length;
  return {
    good: bad.filter((is) => !is).length,
    bad: bad.filter(Boolean).length,
    goodGroups: groups.good,
    badGroups: groups.bad,
    accuracy: ofGroups(right, new Set(examples.map(({ group }) => group)).size),
    chance: Math.max(badShare, 1 - badShare),
    balanced,
    caught,
    spared,
    area: interval,
    calibration: { brier, guess: 0.25, bins: binsOf(probabilities, bad, weights) },
    usable: balanced.low > 0.5 && interval !== null && interval.low > 0.5,
  };
}
