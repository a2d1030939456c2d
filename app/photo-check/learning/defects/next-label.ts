import { dot } from '../../../kernel/linear-algebra.ts';
import type { WhyNext } from './types.ts';

export interface Candidate {
  readonly id: string;
  readonly embedding: Float32Array;
  /** by the classifier there is; null before the first */
  readonly probability: number | null;
}

export interface Asked {
  readonly id: string;
  readonly why: WhyNext;
  readonly probability: number | null;
  /** cosine to the labelled picture that it is most like; null where none is labelled */
  readonly nearest: number | null;
}

export interface NextInput {
  readonly candidates: readonly Candidate[];
  readonly labelled: readonly { readonly bad: boolean; readonly embedding: Float32Array }[];
  /** pictures that training still needs of each class */
  readonly missing: { readonly good: number; readonly bad: number };
}

/** Of every so many questions one explores: a classifier does not know what it has never seen. */
const exploreEvery = 4;
/** Beyond these the best by the cheap score are compared with each other; the rest can wait. */
const mostCompared = 600;

interface Weighed extends Candidate {
  /** mean cosine to the whole catalogue: what is typical teaches more than an oddity (B. Settles, M. Craven, EMNLP 2008) */
  readonly density: number;
  nearest: number | null;
  nearestBad: number | null;
  nearestGood: number | null;
}

const highest = (embedding: Float32Array, others: readonly Float32Array[]): number | null =>
  others.reduce<number | null>((best, other) => Math.max(best ?? -1, dot(embedding, other)), null);

/** How likely bad (or good): by the classifier, else by which labelled pictures it is most like. */
const leaning = ({ probability, nearestBad, nearestGood }: Weighed): number =>
  probability ?? 0.5 + ((nearestBad ?? 0) - (nearestGood ?? 0)) / 2;

const scoreOf: Readonly<Record<WhyNext, (picture: Weighed) => number>> = {
  typical: ({ density }) => density,
  different: ({ nearest, density }) => (1 - (nearest ?? 0)) * Math.sqrt(Math.max(0, density)),
  'likely-bad': leaning,
  'likely-good': (picture) => 1 - leaning(picture),
  uncertain: ({ probability, density }) => (1 - Math.abs(2 * (probability ?? 0.5) - 1)) * Math.sqrt(Math.max(0, density)),
};

function reason({ labelled, missing, candidates }: NextInput, turn: number): WhyNext {
  if (labelled.length + turn === 0) return 'typical';
  const known = labelled.some(({ bad }) => bad);
  const explores = (labelled.length + turn) % exploreEvery === 0;
  if (!known || explores) return 'different';
  if (missing.bad > 0 && missing.bad >= missing.good) return 'likely-bad';
  if (missing.good > 0) return 'likely-good';
  return candidates.some(({ probability }) => probability !== null) ? 'uncertain' : 'different';
}

/**
 * The pictures whose labels teach the most, at most `count`, the best first: what the classifier is unsure of, weighed by
 * how typical it is, each of them unlike those asked before it (greedy k-centre; O. Sener, S. Savarese, ICLR 2018), with
 * an exploring one in between. While a class is short of pictures it looks for those.
 */
export function askNext(input: NextInput, count: number): Asked[] {
  const { candidates, labelled } = input;
  const size = candidates[0]?.embedding.length ?? 0;
  const mean = new Float64Array(size);
  for (const { embedding } of candidates) for (let d = 0; d < size; d++) mean[d]! += embedding[d]! / candidates.length;
  const bad = labelled.filter((one) => one.bad).map(({ embedding }) => embedding);
  const good = labelled.filter((one) => !one.bad).map(({ embedding }) => embedding);

  const cheap = candidates.map((one) => ({ one, density: dot(one.embedding, mean) }));
  const worth = ({ one, density }: (typeof cheap)[number]): number =>
    one.probability === null ? density : (1 - Math.abs(2 * one.probability - 1)) * density + (input.missing.bad > 0 ? one.probability : 0);
  const shortlist = cheap.toSorted((a, b) => worth(b) - worth(a) || (a.one.id < b.one.id ? -1 : 1)).slice(0, mostCompared);
  const pool: Weighed[] = shortlist.map(({ one, density }) => {
    const nearestBad = highest(one.embedding, bad);
    const nearestGood = highest(one.embedding, good);
    const nearest = nearestBad === null || nearestGood === null ? (nearestBad ?? nearestGood) : Math.max(nearestBad, nearestGood);
    return { ...one, density, nearest, nearestBad, nearestGood };
  });

  const asked: Asked[] = [];
  const chosen: Float32Array[] = [];
  while (asked.length < count && pool.length > 0) {
    const why = reason(input, asked.length);
    const score = scoreOf[why];
    let best = 0;
    let bestScore = Number.NEGATIVE_INFINITY;
    pool.forEach((picture, at) => {
      const close = highest(picture.embedding, chosen) ?? 0;
      const value = score(picture) * (1 - Math.max(0, close) ** 4);
      if (value > bestScore + 1e-12) [best, bestScore] = [at, value];
    });
    const [picture] = pool.splice(best, 1);
    chosen.push(picture!.embedding);
    const { id, probability, nearest } = picture!;
    asked.push({ id, why, probability, nearest });
  }
  return asked;
}
