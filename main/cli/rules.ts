import { fieldsOf, packOn, requiredBy, ruleIds, ruleWords, thresholdText, type ChannelPack, type Requirement, type RuleId } from '../../app/photo-check/index.ts';
import { exitCodes } from './exit-codes.ts';
import { jsonTo } from './json-to.ts';
import { channelsIn, emptyName, packsNamed, packsWith } from './own-packs.ts';
import { openReportFile } from './report-file.ts';

type Quantity = ReturnType<typeof requiredBy>[number];

/** One thing that one channel asks by a rule, in the JSON of `vitrine photos rules`. */
export interface ChannelRule {
  readonly channel: string;
  readonly severity: Requirement['severity'];
  readonly required: Quantity;
  /** true where it was read on the channel's own page */
  readonly official: boolean;
  readonly source: { readonly url: string; readonly title: string; readonly read: string };
  /** all that the pack sets, by its own names */
  readonly thresholds: Readonly<Record<string, unknown>>;
  /** day from which it holds; absent where it does already */
  readonly from?: string;
}

export interface RulesReport {
  readonly version: string;
  readonly rules: readonly { readonly rule: RuleId; readonly measures: string; readonly mistakes: string; readonly channels: readonly ChannelRule[] }[];
}

interface Asked {
  readonly channel: string;
  readonly requirement: Requirement;
  /** null where it is in force */
  readonly from: string | null;
}

const askedBy = (packs: readonly ChannelPack[], day: string): Asked[] =>
  packs.flatMap((pack) => {
    const { channel, requirements, upcoming } = packOn(pack, day);
    return [...requirements.map((requirement) => ({ channel, requirement, from: null })), ...upcoming.map(({ requirement, date }) => ({ channel, requirement, from: date }))];
  });

function linesOf({ channel, requirement, from }: Asked): ChannelRule[] {
  const { rule, severity, source: { url, title, read, official } } = requirement;
  const thresholds = Object.fromEntries(fieldsOf(rule).map(({ name }) => [name, requirement[name]]));
  return requiredBy(requirement).map((required) => ({ channel, severity, required, official, source: { url, title, read }, thresholds, ...(from !== null && { from }) }));
}

/** Every rule there is, with what each channel asks by it on a day (ISO) and after. */
export function rulesReport(packs: readonly ChannelPack[], day: string, version: string): RulesReport {
  const asked = askedBy(packs, day);
  const rules = ruleIds.map((rule) => ({ rule, ...ruleWords[rule], channels: asked.filter(({ requirement }) => requirement.rule === rule).flatMap(linesOf) }));
  return { version, rules };
}

/** A line for every page that a channel's requirements were read on. */
const sourcesOf = (asked: readonly Asked[]): string[] =>
  [...new Set(asked.map(({ channel, requirement: { source } }) => `  ${channel}: ${source.title}${source.url === '' ? '' : `, ${source.url}`}, read ${source.read}`))];

/** The same for people: a paragraph a rule, a line for what a channel asks; the pages below. */
export function rulesText(packs: readonly ChannelPack[], day: string): string {
  const asked = askedBy(packs, day);
  const width = Math.max(0, ...packs.map(({ channel }) => channel.length));
  const paragraphs = ruleIds.map((rule) => {
    const lines = asked.filter(({ requirement }) => requirement.rule === rule).map(({ channel, requirement, from }) => {
      const { severity, source } = requirement;
      const since = from === null ? '' : `from ${from}: `;
      return `    ${channel.padEnd(width)}  ${severity}  ${since}${thresholdText(requirement)} (${source.official ? 'official' : 'unofficial'}, read ${source.read})`;
    });
    const { measures, mistakes } = ruleWords[rule];
    return [rule, `  ${measures}`, `  Known mistakes: ${mistakes}`, ...(lines.length > 0 ? lines : ['    asked by none of these channels'])].join('\n');
  });
  return [...paragraphs, ['Sources', ...sourcesOf(asked)].join('\n')].join('\n\n');
}

export interface RulesOptions {
  readonly channel?: readonly string[];
  readonly pack?: readonly string[];
  readonly json?: string | true;
}

export interface RulesSurroundings {
  readonly from: string;
  readonly version: string;
  /** ISO day */
  readonly day: string;
  readonly print: (text: string) => void;
  readonly tell: (text: string) => void;
}

/** `vitrine photos rules`: returns the exit code. */
export async function listRules(options: RulesOptions, { from, version, day, print, tell }: RulesSurroundings): Promise<number> {
  const misuse = (message: string): number => {
    tell(`vitrine: ${message}`);
    return exitCodes.misuse;
  };
  const words = options.channel ?? ['all'];
  if (emptyName(words)) return misuse('--channel was given an empty name');
  const all = await packsWith(options.pack ?? [], from);
  if (!all.ok) return misuse(all.error);
  const packs = packsNamed(all.value, channelsIn(words));
  if (!packs.ok) return misuse(packs.error);
  const json = jsonTo(options.json);
  if (!json.ok) return misuse(json.error);
  if (json.value === null) {
    print(`${rulesText(packs.value, day)}\n`);
    return exitCodes.judged;
  }
  const text = `${JSON.stringify(rulesReport(packs.value, day, version), null, 2)}\n`;
  if (json.value === '-') {
    print(text);
    return exitCodes.judged;
  }
  const file = await openReportFile(json.value, from);
  if (!file.ok) return misuse(file.error);
  const written = await file.value.write(text);
  return written.ok ? exitCodes.judged : misuse(written.error);
}
