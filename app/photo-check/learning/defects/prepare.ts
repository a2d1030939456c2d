import type { Result } from '../../../kernel/result.ts';
import { groupPictures, type Pictured } from './groups.ts';
import { readiness, trainDefect, type OwnModel, type Readiness } from './train.ts';
import type { Report } from './types.ts';

/** A picture that can be learnt from. */
export interface Embedded extends Pictured {
  readonly embedding: Float32Array;
}

export interface LabelledPicture extends Embedded {
  readonly bad: boolean;
}

export interface Material {
  readonly labelled: readonly LabelledPicture[];
  /** other pictures of the catalogue */
  readonly others: readonly Embedded[];
  /** ids of pictures known to be duplicates of each other */
  readonly pairs: readonly (readonly [string, string])[];
}

export type Trained = Result<{ readonly model: OwnModel; readonly report: Report }, Readiness>;

/** Sorts pictures into groups, leaves out of the others what shows a labelled product, and trains. */
export function trainFrom({ labelled, others, pairs }: Material, progress?: (done: number, total: number) => void): Trained {
  const groups = groupPictures([...labelled, ...others], pairs);
  const known = new Set(labelled.map(({ id }) => groups.get(id)));
  const strangers = others.filter(({ id }) => !known.has(groups.get(id)));
  return trainDefect(
    labelled.map(({ id, bad, embedding }) => ({ id, bad, embedding, group: groups.get(id)! })),
    strangers.map(({ embedding }) => embedding),
    progress,
  );
}

/** Beyond so many there are surely products enough; training looks again. */
const worthGrouping = 60;

/** What is missing until a classifier can be trained. */
export function readinessOf(labelled: readonly LabelledPicture[], pairs: Material['pairs']): Readiness {
  const groups = labelled.length > worthGrouping ? null : groupPictures(labelled, pairs);
  return readiness(labelled.map(({ id, bad }) => ({ bad, group: groups?.get(id) ?? id })));
}
