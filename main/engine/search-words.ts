import en from '../../assets/locales/en/rules.json' with { type: 'json' };
import zh from '../../assets/locales/zh-CN/rules.json' with { type: 'json' };
import { ruleIds, type RuleId } from '../../app/photo-check/types.ts';
import { plain, type RulesNamed } from '../store/photo-search.ts';

/** How a text sounds: each Han character by its syllable, everything else as it is. */
export interface Pinyin {
  /** 茶盅-01 → chazhong-01 */
  readonly full: string;
  /** 茶盅-01 → cz-01 */
  readonly initials: string;
}
export type ReadPinyin = (text: string) => Pinyin;

const han = /\p{Script=Han}/u;
export const hasHan = (text: string): boolean => han.test(text);

/** Loaded for the first Chinese text: the dictionary takes a twentieth of a second and six megabytes. */
export async function loadPinyin(): Promise<ReadPinyin> {
  const { pinyin } = await import('pinyin-pro');
  const read = (text: string, pattern: 'pinyin' | 'first'): string =>
    pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, pattern }).join('');
  return (text) => ({ full: read(text, 'pinyin'), initials: read(text, 'first') });
}

/** Text of a picture beyond this says no more about which one it is. */
const longestText = 1_000;

/** All a photo is found by, one a line: its names and texts, and how the Chinese ones are typed on a Latin keyboard. */
export function searchKey(texts: readonly string[], readPinyin: ReadPinyin): string {
  const lines = new Set<string>();
  for (const text of texts) {
    const line = plain(text.slice(0, longestText)).replaceAll(/\s+/g, ' ').trim();
    if (line === '') continue;
    lines.add(line);
    if (!hasHan(line)) continue;
    const { full, initials } = readPinyin(line);
    lines.add(full).add(initials);
  }
  return [...lines].join('\n');
}

/** Shorter Latin words are in half of all names. */
const shortestName = 3;

/**
 * The rules that a word of a search means, in whichever language: the beginning of a word of its English name, a part of
 * its Chinese one, or how that is typed (two syllables have four letters or more).
 */
export function rulesNamedBy(readPinyin: ReadPinyin): RulesNamed {
  const names = ruleIds.map((rule: RuleId) => {
    const chinese = plain(zh.rules[rule].name);
    return { rule, english: plain(en.rules[rule].name).split(/[^a-z0-9]+/), chinese, ...readPinyin(chinese) };
  });
  return (word) => {
    if (hasHan(word)) return new Set(names.filter(({ chinese }) => chinese.includes(word)).map(({ rule }) => rule));
    if (word.length < shortestName) return new Set();
    const means = (name: (typeof names)[number]): boolean => name.english.some((part) => part.startsWith(word)) || name.initials.startsWith(word) || (word.length > shortestName && name.full.includes(word));
    return new Set(names.filter(means).map(({ rule }) => rule));
  };
}
