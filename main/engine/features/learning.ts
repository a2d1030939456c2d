import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import { ok } from '../../../app/kernel/result.ts';
import { fewestAnswers, tally } from '../../../app/photo-check/index.ts';
import type { Store } from '../../store/index.ts';
import { keepWord } from '../feedback.ts';
import type { PhotoJudge } from '../photo-ports.ts';

export interface LearningParts {
  readonly store: Store;
  readonly judge: Pick<PhotoJudge, 'channels'>;
  readonly changed: (photoIds: readonly string[]) => void;
}

/** Calls about what staff teach the console: how right its rules are. */
export function learningHandlers({ store, judge, changed }: LearningParts): Handlers<Contract['learning']> {
  /** the packs in force of the channels the shop sells on */
  function packs(at: number) {
    const enabled = new Set(store.settings.get().channels);
    return new Map(judge.channels(at).filter(({ id }) => enabled.has(id)).map(({ id, pack }) => [id, pack]));
  }

  return {
    rules: (_, { at }) =>
      ok({ fewest: fewestAnswers, rules: tally({ groups: store.staffWords.groups(), words: store.staffWords.words(), packs: packs(at) }) }),
    words: ({ rule }) => ok(store.staffWords.words().filter((word) => word.rule === rule).toReversed()),
    say(input, { actor, at }) {
      const kept = keepWord(store, input, { actor: actor.id, at });
      if (!kept.ok) return kept;
      changed([input.id]);
      return ok({ eventIds: [kept.value] });
    },
  };
}
