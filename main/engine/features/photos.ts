import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import { err, ok } from '../../../app/kernel/result.ts';
import type { Store } from '../../store/index.ts';
import { keepWord } from '../feedback.ts';
import type { Judging } from '../judging.ts';
import type { PhotoJudge } from '../photo-ports.ts';
import type { SearchIndex } from '../search-index.ts';
import { photosCheckKind } from '../jobs/photos-check.ts';

export interface PhotosParts {
  readonly store: Store;
  readonly judge: PhotoJudge;
  readonly judging: Judging;
  readonly search: Pick<SearchIndex, 'rulesNamed'>;
  readonly wakeJobs: () => void;
  readonly changed: (photoIds: readonly string[] | null) => void;
}

/** Calls about photos: lists and details over the projection, staff actions as events, checks as jobs. */
export function photosHandlers({ store, judge, judging, search, wakeJobs, changed }: PhotosParts): Handlers<Contract['photos'], 'choose' | 'reveal'> {
  /** The channels the shop sells on, of those there are: one of its own may have been taken away. */
  const enabled = () => store.settings.get().channels.filter(judge.knows);

  /** Which rules the words of a search mean; without a search nothing has to be loaded for it. */
  const rulesNamed = async (input: { readonly search: string }) => (input.search.trim() === '' ? undefined : search.rulesNamed());

  /** Photos came or went: those that resemble them are judged again, since a duplicate that is gone is none. */
  function cameOrWent(photoIds: readonly string[]): void {
    store.transact(() => photoIds.forEach((id) => store.duplicates.touch(id)));
    judging.settleSoon();
    changed(photoIds);
  }

  return {
    list: async (input) => ok(store.photoList.list(input, enabled(), await rulesNamed(input))),
    rows: async (input) => ok(store.photoList.rows(input, enabled(), await rulesNamed(input))),
    get({ id }) {
      const channels = enabled();
      const row = store.photoList.get(id, channels);
      const record = store.photos.byId(id);
      if (row === null || record === null) return err({ code: 'photo-not-found' });
      const analysis = store.analyses.get(id);
      const verdicts = store.analyses.verdicts(id);
      const drift = store.drifts.of(id);
      const product = store.productLinks.productOf(id);
      return ok({
        row,
        path: record.path,
        photo: analysis?.photo ?? null,
        measures: analysis?.measures ?? null,
        models: analysis?.models ?? [],
        unavailable: [...(analysis?.unavailable ?? [])],
        channels: Object.fromEntries(channels.flatMap((channel) => (verdicts[channel] === undefined ? [] : [[channel, verdicts[channel]]]))),
        waivers: store.waivers.of(id, product?.id ?? null),
        product,
        drift: drift === null ? null : { ...drift, writtenAt: record.modifiedMs },
        duplicates: store.duplicates.of(id),
        history: store.photoHistory.of(id),
        checkedAt: analysis?.takenAt ?? null,
      });
    },
    counts: async (input) => ok(store.photoList.counts(input, enabled(), await rulesNamed(input))),
    channels(_, { at }) {
      const on = new Set(enabled());
      return ok(judge.channels(at).map((channel) => ({ ...channel, enabled: on.has(channel.id) })));
    },
    decide({ ids, decision }, { actor, at }) {
      const eventIds = store.photoEvents.decide(ids, decision, { actor: actor.id, at });
      changed(ids);
      return ok({ eventIds });
    },
    wrong(input, { actor, at }) {
      const kept = keepWord(store, judge, { ...input, word: 'wrong' }, { actor: actor.id, at });
      if (!kept.ok) return kept;
      changed([input.id]);
      return ok({ eventIds: [kept.value] });
    },
    remove({ ids }, { actor, at }) {
      const eventIds = store.photoEvents.remove(ids, { actor: actor.id, at });
      cameOrWent(ids);
      return ok({ eventIds });
    },
    undo({ eventIds }, { actor, at }) {
      const { undone, photoIds, cameBack } = store.photoEvents.undo(eventIds, { actor: actor.id, at });
      if (cameBack.length > 0) cameOrWent(cameBack);
      if (photoIds.length > 0) changed(photoIds);
      return ok({ undone });
    },
    recheck({ ids }, { at }) {
      const jobId = store.transact(() => {
        const items = (ids ?? store.photos.ids()).flatMap((id) => {
          const photo = store.photos.byId(id);
          return photo === null || store.jobItems.isUnfinished(id) ? [] : [{ item: id, name: photo.name }];
        });
        return items.length === 0 ? null : store.jobs.create(photosCheckKind, { recheck: true }, items, at);
      });
      if (jobId !== null) wakeJobs();
      return ok({ jobId });
    },
  };
}
