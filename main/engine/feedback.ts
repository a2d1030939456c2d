import type { CallError } from '../../app/contract/define.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { demandsOf, readingsOf, type ChannelId, type RuleId, type Word } from '../../app/photo-check/index.ts';
import type { Store } from '../store/index.ts';
import type { By } from '../store/photo-events.ts';
import type { PhotoJudge } from './photo-ports.ts';

export interface Said {
  readonly id: string;
  readonly rule: RuleId;
  readonly channel: ChannelId;
  readonly word: Word;
  readonly note: string;
}

/**
 * Keeps a word of staff with all that spoke before: the pack, the models, and what was measured. A finding that is not
 * there cannot be right, and one that is there was not missed. Answers the event's id.
 */
export function keepWord(store: Store, judge: Pick<PhotoJudge, 'pack'>, { id, rule, channel, word, note }: Said, by: By): Result<string, CallError> {
  const pack = judge.pack(channel, by.at);
  const analysis = store.analyses.get(id);
  const verdict = store.analyses.verdicts(id)[channel];
  const finding = verdict?.findings.find((one) => one.rule === rule);
  if (word === 'right' && finding === undefined) return err({ code: 'finding-not-there' });
  if (word === 'missed' && finding !== undefined) return err({ code: 'finding-there' });
  const feedback = {
    word,
    rule,
    channel,
    pack: verdict?.pack ?? null,
    demands: pack !== null && pack.version === verdict?.pack ? demandsOf(pack, rule) : null,
    models: (analysis?.models ?? []).map((model) => ({ id: model.id, version: model.version })),
    measured: finding?.measured ?? null,
    readings: analysis === null ? {} : readingsOf(rule, analysis.measures),
    note,
  };
  const eventId = store.photoEvents.say(id, feedback, by);
  return eventId === null ? err({ code: 'photo-not-found' }) : ok(eventId);
}
