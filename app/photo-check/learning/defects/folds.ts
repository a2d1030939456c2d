import { hashOf } from '../../../kernel/random.ts';

/** A labelled picture as far as folds are concerned. */
export interface Grouped {
  readonly bad: boolean;
  /** pictures of one product, and copies of one picture, share a group */
  readonly group: string;
}

interface Group {
  readonly name: string;
  readonly counts: readonly [good: number, bad: number];
}

function groupsOf(examples: readonly Grouped[]): Group[] {
  const counts = new Map<string, [number, number]>();
  for (const { group, bad } of examples) {
    const count = counts.get(group) ?? [0, 0];
    count[bad ? 1 : 0] += 1;
    counts.set(group, count);
  }
  return [...counts].map(([name, count]) => ({ name, counts: count }));
}

/** How many groups hold at least one picture of each class: what can be learnt is never more than that. */
export function groupCounts(examples: readonly Grouped[]): { readonly good: number; readonly bad: number } {
  const groups = groupsOf(examples);
  return { good: groups.filter(({ counts }) => counts[0] > 0).length, bad: groups.filter(({ counts }) => counts[1] > 0).length };
}

const spread = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};

/**
 * Deals groups into `folds` folds so that each fold has about the same share of both classes, and no group is split
 * (the greedy method of scikit-learn's StratifiedGroupKFold). Answers each example's fold. The deal hangs on the groups
 * and `seed` alone, never on the order of the examples.
 */
export function dealFolds(examples: readonly Grouped[], folds: number, seed: number): readonly number[] {
  const groups = groupsOf(examples);
  const totals = [0, 1].map((side) => Math.max(1, groups.reduce((sum, { counts }) => sum + counts[side]!, 0)));
  const order = new Map(groups.map(({ name }) => [name, hashOf(`${seed} ${name}`)]));
  // The most lopsided first: they are hardest to place. What is alike is dealt in an order that the seed shuffles.
  groups.sort((a, b) => spread(b.counts) - spread(a.counts) || order.get(a.name)! - order.get(b.name)! || (a.name < b.name ? -1 : 1));
  const dealt = Array.from({ length: folds }, () => [0, 0]);
  const foldOf = new Map<string, number>();
  for (const { name, counts } of groups) {
    const cost = (fold: number): number =>
      [0, 1].reduce((sum, side) => sum + Math.sqrt(spread(dealt.map((have, at) => (have[side]! + (at === fold ? counts[side]! : 0)) / totals[side]!))), 0);
    const costs = dealt.map((_, fold) => cost(fold));
    const size = (fold: number): number => dealt[fold]![0]! + dealt[fold]![1]!;
    let best = 0;
    for (let fold = 1; fold < folds; fold++) {
      const better = costs[fold]! - costs[best]!;
      if (better < -1e-12 || (better < 1e-12 && size(fold) < size(best))) best = fold;
    }
    dealt[best]![0]! += counts[0];
    dealt[best]![1]! += counts[1];
    foldOf.set(name, best);
  }
  return examples.map(({ group }) => foldOf.get(group)!);
}
