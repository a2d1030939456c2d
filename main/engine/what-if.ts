import type { PackImpact } from '../../app/contract/packs.ts';
import { judge, withStamps, type ChannelPack, type Verdict } from '../../app/photo-check/index.ts';
import { withWaivers } from '../../app/photo-check/waivers.ts';
import type { Evidence } from '../store/evidence.ts';
import type { Judging } from './judging.ts';
import { letCallsThrough } from './turns.ts';

/** Two packs of one channel as they stand on their day; `before` null where there was none. */
export interface Comparison {
  readonly before: ChannelPack | null;
  readonly after: ChannelPack;
}

export interface WhatIfParts {
  /** what was measured on photos, page by page behind a photo id ('' = from the start) */
  readonly evidence: (after: string, limit: number) => readonly Evidence[];
  /** what else counts for their verdicts: the answer must be the one that lists and counts give */
  readonly besides: Judging['besides'];
}

const page = 400;

type Whole = Omit<Evidence, 'photoId'> & Omit<ReturnType<Judging['besides']>, 'stamps'>;

/** As lists and counts show it: with what staff said is no issue. */
const verdictBy = ({ photo, measures, duplicates, context, waivers }: Whole, pack: ChannelPack): Verdict =>
  withWaivers(judge({ photo, measures }, duplicates, pack, context), pack.channel, waivers).verdict;

/** How photos fare under both packs of a comparison, added up photo by photo. */
function tallyOf({ before, after }: Comparison) {
  const moves = new Map<string, { from: Verdict | null; to: Verdict; count: number }>();
  const impact: PackImpact = { photos: 0, changed: 0, before: before === null ? null : { pass: 0, warn: 0, fail: 0 }, after: { pass: 0, warn: 0, fail: 0 }, moves: [] };
  return {
    add(photo: Whole): void {
      const from = before === null ? null : verdictBy(photo, before);
      const to = verdictBy(photo, after);
      impact.photos += 1;
      impact.after[to] += 1;
      if (from !== null && impact.before !== null) impact.before[from] += 1;
      if (from === to) return;
      impact.changed += 1;
      const move = moves.get(`${from} ${to}`) ?? { from, to, count: 0 };
      moves.set(`${from} ${to}`, { ...move, count: move.count + 1 });
    },
    total: (): PackImpact => ({ ...impact, moves: [...moves.values()].toSorted((a, b) => b.count - a.count) }),
  };
}

/**
 * What packs would make of the photos there are: judges what was measured, stores nothing, and lets calls through
 * between pages.
 */
export function createWhatIf({ evidence, besides }: WhatIfParts) {
  return async (comparisons: readonly Comparison[]): Promise<readonly PackImpact[]> => {
    const tallies = comparisons.map(tallyOf);
    for (let after = ''; ;) {
      const photos = evidence(after, page);
      for (const { photoId, photo, measures, duplicates } of photos) {
        const { stamps, context, waivers } = besides(photoId);
        const whole = { photo, measures: withStamps(measures, stamps), duplicates, context, waivers };
        for (const tally of tallies) tally.add(whole);
      }
      const last = photos.at(-1);
      if (last === undefined || photos.length < page) return tallies.map((tally) => tally.total());
      after = last.photoId;
      await letCallsThrough();
    }
  };
}
export type WhatIf = ReturnType<typeof createWhatIf>;
