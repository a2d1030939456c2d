import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import { err, ok } from '../../../app/kernel/result.ts';
import { fewestAnswers, fewestEachSide, suggestThresholds, tally, withDraft, wordsOfModels, type ChannelPack, type MeasuredWord } from '../../../app/photo-check/index.ts';
import type { Store } from '../../store/index.ts';
import type { KeptWord } from '../../store/staff-words.ts';
import { keepWord } from '../feedback.ts';
import { productsOf } from '../learning/material.ts';
import type { PackShelf } from '../packs.ts';
import type { PhotoJudge } from '../photo-ports.ts';

export interface LearningParts {
  readonly store: Store;
  readonly judge: Pick<PhotoJudge, 'pack'>;
  readonly shelf: Pick<PackShelf, 'of'>;
  readonly changed: (photoIds: readonly string[]) => void;
}

const measuredWord = (word: KeptWord): MeasuredWord => ({ ...word, measured: typeof word.measured?.value === 'number' ? word.measured.value : null });

/** Calls about what staff teach the console: how right its rules are, and where their lines had better run. */
export function learningHandlers({ store, judge, shelf, changed }: LearningParts): Handlers<Contract['learning']> {
  /** the packs in force of the channels the shop sells on */
  const packs = (at: number): ChannelPack[] => store.settings.get().channels.flatMap((channel) => judge.pack(channel, at) ?? []);

  return {
    rules: (_, { at }) =>
      ok({
        fewest: fewestAnswers,
        rules: tally({ groups: store.staffWords.groups(), words: store.staffWords.words(), waivers: store.staffWords.waivers(), packs: new Map(packs(at).map((pack) => [pack.channel, pack])) }),
      }),
    words({ rule }) {
      const today = wordsOfModels(store.staffWords.groups());
      return ok(store.staffWords.words().filter((word) => word.rule === rule).map((word) => ({ ...word, today: today(word) })).toReversed());
    },
    suggestions({ rule }, { at }) {
      const words = store.staffWords.words().filter((word) => word.rule === rule).map(measuredWord);
      const products = productsOf(store, new Set(words.map(({ photoId }) => photoId)));
      return ok({ fewest: fewestEachSide, suggestions: suggestThresholds({ packs: packs(at), words, groups: store.staffWords.groups(), products }) });
    },
    draft(draft) {
      const pack = shelf.of(draft.channel);
      return pack === null ? err({ code: 'channel-not-found', params: { channel: draft.channel } }) : ok(withDraft(pack, draft));
    },
    say(input, { actor, at }) {
      const kept = keepWord(store, judge, input, { actor: actor.id, at });
      if (!kept.ok) return kept;
      changed([input.id]);
      return ok({ eventIds: [kept.value] });
    },
  };
}
