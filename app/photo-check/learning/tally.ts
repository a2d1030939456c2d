import { wilson } from '../../kernel/intervals.ts';
import type { ModelStamp } from '../../kernel/vision.ts';
import type { ChannelPack } from '../channels/pack.ts';
import type { ChannelId, RuleId } from '../types.ts';
import { modelsBehind } from './models.ts';
import { demandsOf } from './readings.ts';
import type { Deeds, RuleRecord, TrackRecord, VersionRecord, Word } from './types.ts';

/** Fewer answers than this say nothing of a rule: the interval would be wider than half of what there is. */
export const fewestAnswers = 10;

type Stamp = Pick<ModelStamp, 'id' | 'version'>;
type Decision = 'passed' | 'rejected' | null;

/** The last word of staff on one photo, rule and channel. */
export interface StaffWord {
  readonly photoId: string;
  readonly rule: RuleId;
  readonly channel: ChannelId;
  readonly word: Word;
  /** version of the pack that was in force; null where the photo was not judged */
  readonly pack: string | null;
  /** what that pack asked by the rule, see `demandsOf`; null where that was not kept */
  readonly demands: string | null;
  readonly models: readonly Stamp[];
  /** what staff decided on the photo as a whole */
  readonly decision: Decision;
  /** channels on which the rule finds something on the photo today, whatever it found when the word was said */
  readonly found: readonly ChannelId[];
  readonly at: number;
}

/** Photos that are alike in all that is counted here. */
export interface PhotoGroup {
  readonly photos: number;
  readonly decision: Decision;
  readonly models: readonly Stamp[];
  readonly broken: ReadonlyMap<ChannelId, readonly RuleId[]>;
}

export interface TallyInput {
  readonly groups: readonly PhotoGroup[];
  readonly words: readonly StaffWord[];
  /** findings that staff called no issue */
  readonly waivers: readonly { readonly photoId: string; readonly rule: RuleId }[];
  /** the packs in force that the shop sells by */
  readonly packs: ReadonlyMap<ChannelId, Pick<ChannelPack, 'version' | 'requirements'>>;
}

interface Count {
  found: number;
  right: number;
  wrong: number;
  missed: number;
  passed: number;
  rejected: number;
  /** of `wrong` those whose finding still stands, so that they are among `found` */
  foundWrongly: number;
  /** of `missed` those that are not found by now */
  unfound: number;
}
interface VersionCount extends Count {
  readonly channel: ChannelId;
  readonly pack: string;
  readonly models: readonly string[];
  readonly inForce: boolean;
}

const nothing = (): Count => ({ found: 0, right: 0, wrong: 0, missed: 0, passed: 0, rejected: 0, foundWrongly: 0, unfound: 0 });

/**
 * At most this share of what is there is found, with at least `unfound` overlooked and `foundWrongly` findings about
 * nothing: what staff have not looked at can only lower it. Words about photos that have changed sides since (the finding
 * is gone, or is made by now) say nothing of today's.
 */
function bound({ found, foundWrongly, unfound }: Count): number | null {
  if (unfound === 0) return null;
  const real = Math.max(0, found - foundWrongly);
  return real / (real + unfound);
}

function recordOf(count: Count): TrackRecord {
  const { found, right, wrong, missed } = count;
  const deeds: Deeds = { passed: Math.max(0, count.passed), rejected: Math.max(0, count.rejected) };
  return { found, right, wrong, missed, precision: right + wrong < fewestAnswers ? null : wilson(right, right + wrong), foundAtMost: bound(count), deeds };
}

/**
 * A photo with a word on the rule is counted by that word, and no longer by what was done with it. `stands`: the rule finds
 * something on it today.
 */
function addWord(count: Count, { word, decision }: StaffWord, stands: boolean): void {
  count[word] += 1;
  if (word === 'wrong' && stands) count.foundWrongly += 1;
  if (word === 'missed' && !stands) count.unfound += 1;
  if (stands && decision !== null) count[decision] -= 1;
}

function addGroup(count: Count, { photos, decision }: PhotoGroup): void {
  count.found += photos;
  if (decision !== null) count[decision] += photos;
}

/** The last word on each photo, in whatever channel it was said. */
const lastPerPhoto = (words: readonly StaffWord[]): readonly StaffWord[] => {
  const last = new Map<string, StaffWord>();
  for (const word of words) {
    const known = last.get(word.photoId);
    if (known === undefined || known.at <= word.at) last.set(word.photoId, word);
  }
  return [...last.values()];
};

/** Counts of one rule by channel, pack and models. */
class Versions {
  readonly #counts = new Map<string, VersionCount>();

  of(channel: ChannelId, pack: string, models: readonly string[], inForce: boolean): VersionCount {
    const key = JSON.stringify([channel, pack, models]);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const count = { channel, pack, models, inForce, ...nothing() };
    this.#counts.set(key, count);
    return count;
  }

  all(): VersionRecord[] {
    return [...this.#counts.values()]
      .map((count) => ({ ...recordOf(count), ...(count.inForce ? {} : { foundAtMost: null }), channel: count.channel, pack: count.pack, models: [...count.models], inForce: count.inForce }))
      .toSorted((a, b) => Number(b.inForce) - Number(a.inForce) || b.found - a.found);
  }
}

/** Whether each of the models that a word is about still looks at photos: what another one measured is another number. */
export function wordsOfModels(groups: readonly Pick<PhotoGroup, 'models'>[]): (word: Pick<StaffWord, 'rule' | 'models'>) => boolean {
  const known = new Set(groups.flatMap(({ models }) => models.map(({ id, version }) => `${id} ${version}`)));
  return ({ rule, models }) => modelsBehind(rule, models).every((model) => known.has(model));
}

/** A word is about today's console where its pack asks the same and each of its models still looks at photos. */
function wordsInForce({ groups, packs }: TallyInput): (word: StaffWord) => boolean {
  const ofModels = wordsOfModels(groups);
  const asked = new Map<string, string>();
  const today = (channel: ChannelId, rule: RuleId): string => {
    const key = `${channel} ${rule}`;
    const demands = asked.get(key) ?? demandsOf(packs.get(channel) ?? { requirements: [] }, rule);
    asked.set(key, demands);
    return demands;
  };
  return (word) => (packs.get(word.channel)?.version === word.pack || word.demands === today(word.channel, word.rule)) && ofModels(word);
}

/**
 * Every rule's record, those that found or were told most first. Words about earlier packs and models stand in
 * `versions` alone; deeds are never mixed with words.
 */
export function tally(input: TallyInput): RuleRecord[] {
  const { groups, words, waivers, packs } = input;
  const inForce = wordsInForce(input);
  const versionOf = (channel: ChannelId): string => packs.get(channel)?.version ?? '';
  const rules = new Set<RuleId>([...groups.flatMap(({ broken }) => [...broken.values()].flat()), ...words.map(({ rule }) => rule)]);
  return [...rules]
    .map((rule): RuleRecord => {
      const total = nothing();
      const versions = new Versions();
      for (const group of groups) {
        const channels = [...packs.keys()].filter((channel) => group.broken.get(channel)?.includes(rule));
        if (channels.length > 0) addGroup(total, group);
        for (const channel of channels) addGroup(versions.of(channel, versionOf(channel), modelsBehind(rule, group.models), true), group);
      }
      const said = words.filter((word) => word.rule === rule && packs.has(word.channel));
      for (const word of said) {
        const current = inForce(word);
        const pack = current ? versionOf(word.channel) : (word.pack ?? '');
        addWord(versions.of(word.channel, pack, modelsBehind(rule, word.models), current), word, current && word.found.includes(word.channel));
      }
      const counted = lastPerPhoto(said.filter(inForce));
      for (const word of counted) addWord(total, word, word.found.some((channel) => packs.has(channel)));
      const spoken = new Set(counted.map(({ photoId }) => photoId));
      const waived = new Set(waivers.filter((waiver) => waiver.rule === rule && !spoken.has(waiver.photoId)).map(({ photoId }) => photoId));
      return { rule, waived: waived.size, ...recordOf(total), earlier: said.filter((word) => !inForce(word)).length, versions: versions.all() };
    })
    .toSorted((a, b) => b.right + b.wrong + b.missed - (a.right + a.wrong + a.missed) || b.found - a.found);
}
