import { withStamps } from '../../app/photo-check/index.ts';
import type { Store } from '../store/index.ts';
import type { PhotoJudge } from './photo-ports.ts';
import { createShopStamps } from './shop-stamps.ts';
import { letCallsThrough } from './turns.ts';

export interface JudgingParts {
  readonly store: Store;
  readonly judge: PhotoJudge;
  readonly now: () => number;
  /** photos whose verdicts were made again */
  readonly changed: (photoIds: readonly string[]) => void;
  /** hears why judging in the background stopped; what is stale stays so, and is judged the next time */
  readonly onError: (error: unknown) => void;
}

const stampKey = 'photo-check.packs';
const batch = 100;

/**
 * Makes verdicts from what is stored: no pixels, no models. Verdicts, their evidence and the outbox row are one
 * transaction; the sample shop's are nobody's business and go to no outbox.
 */
export function createJudging({ store, judge, now, changed, onError }: JudgingParts) {
  const stamps = createShopStamps(store);
  let settling: Promise<void> | null = null;
  let closed = false;

  /** `again`: the measurements are those of the last time, so the platform hears of it only where a verdict changed. */
  function judgeOne(photoId: string, again: boolean): void {
    const analysis = store.analyses.get(photoId);
    const record = store.photos.byId(photoId);
    store.duplicates.settled(photoId);
    if (analysis === null || record === null) return;
    const at = now();
    const verdicts = judge.judge({ file: analysis.photo, measures: withStamps(analysis.measures, stamps.of(photoId)), duplicates: store.duplicates.of(photoId), context: store.placements.contextOf(photoId) }, at);
    store.transact(() => {
      const differ = store.analyses.putVerdicts(photoId, verdicts);
      store.waivers.project(photoId, store.productLinks.productOf(photoId)?.id ?? null);
      if (record.sample || (again && !differ)) return;
      const channels = Object.fromEntries(Object.entries(verdicts).map(([channel, { verdict, pack }]) => [channel, { verdict, pack }]));
      const payload = { sha256: analysis.photo.sha256, analysis: analysis.version, models: analysis.models, channels };
      store.outbox.replaceUnsent({ entityKind: 'photo', entityId: photoId, operation: 'photo.verdicts', payload }, at);
    });
  }

  /** Judges photos again whose duplicates or packs changed, a batch at most; answers which. */
  function settleBatch(): string[] {
    return store.transact(() => {
      const ids = store.duplicates.stale(batch);
      for (const id of ids) judgeOne(id, true);
      return ids;
    });
  }

  async function settleAll(): Promise<void> {
    for (let ids = settleBatch(); ids.length > 0 && !closed; ids = settleBatch()) {
      changed(ids);
      await letCallsThrough();
    }
  }

  /** Judges all that is stale, batch by batch, letting calls through in between; one run at a time. */
  function settle(): Promise<void> {
    settling ??= settleAll().finally(() => {
      settling = null;
    });
    return settling;
  }

  return {
    /** What counts for a photo's verdict beside its own pixels: the shop's stamps, where it stands, and what staff said is no issue. */
    besides: (photoId: string) => ({
      stamps: stamps.of(photoId),
      context: store.placements.contextOf(photoId),
      waivers: store.waivers.of(photoId, store.productLinks.productOf(photoId)?.id ?? null),
    }),
    /** Judges a photo that was just measured. Call in the transaction that stores what was measured. */
    judgeOne: (photoId: string): void => judgeOne(photoId, false),
    settle,
    /** The same after photos came or went for good: what is stamped on all of them shows only when all are looked at together. */
    settleTogether(): Promise<void> {
      store.transact(() => stamps.look().forEach((id) => store.duplicates.unsettle(id)));
      return settle();
    },
    /** The same without waiting for it. */
    settleSoon: (): void => void settle().catch(onError),
    /** Ends after the batch in hand: what is stale stays so, and is judged at the next start. */
    async close(): Promise<void> {
      closed = true;
      await settling;
    },
    /** Marks every photo for judging where the packs are not those that judged last; true where they are not. */
    notePacks(): boolean {
      const stamp = judge.stamp(now());
      if (store.facts.get(stampKey) === stamp) return false;
      store.transact(() => {
        store.duplicates.touchAll();
        store.facts.put(stampKey, stamp);
      });
      return true;
    },
  };
}
export type Judging = ReturnType<typeof createJudging>;
