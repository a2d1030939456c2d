import type { ChannelInfo, PhotoDetail, PhotoRow } from '../../../../app/contract/photos.ts';
import { inChannelOrder, ruleIds, type ChannelId, type Finding, type RuleId, type Severity, type Verdict } from '../../../../app/photo-check/types.ts';
import { comparedTexts, quantityText } from './quantity.ts';
import type { ChannelChoice, Words } from './words.ts';
import type { z } from 'zod';

type Detail = z.infer<typeof PhotoDetail>;

/** "Product fills 62% of the frame; Amazon requires at least 85%". */
export function findingText(finding: Finding, channel: ChannelId, words: Words): string {
  const asks = words.say(`asks.${finding.severity}`, { channel: words.channel(channel) });
  const comparable = finding.measured.unit === finding.required.unit && finding.required.bound !== 'none';
  const sides = comparable
    ? comparedTexts(finding.measured, finding.required, words)
    : { measured: quantityText(finding.measured, words), required: quantityText(finding.required, words) };
  const forbids = words.say(`forbids.${finding.severity}`, { channel: words.channel(channel) });
  return words.say(`finding.${finding.rule}`, { ...sides, asks, forbids, confidence: words.format.percent(finding.confidence, 0) });
}

/** One finding of the inspector: the strictest channel's wording, and who else finds the same. */
export interface ListedFinding {
  readonly finding: Finding;
  readonly channel: ChannelId;
  /** other channels that find the same rule broken */
  readonly also: readonly ChannelId[];
}

const severityRank = { fail: 0, warn: 1 } as const;
const ruleRank = new Map<RuleId, number>(ruleIds.map((rule, index) => [rule, index]));

const worstFirst = (a: Finding, b: Finding): number =>
  severityRank[a.severity] - severityRank[b.severity] || (ruleRank.get(a.rule) ?? 0) - (ruleRank.get(b.rule) ?? 0);

/** What is found for one channel, or for all with each rule once: worst first. */
export function listFindings(channels: Detail['channels'], choice: ChannelChoice): readonly ListedFinding[] {
  if (choice !== 'all') {
    const findings = channels[choice]?.findings ?? [];
    return [...findings].sort(worstFirst).map((finding) => ({ finding, channel: choice, also: [] }));
  }
  const byRule = new Map<RuleId, { finding: Finding; channel: ChannelId; also: ChannelId[] }>();
  for (const channel of inChannelOrder(Object.keys(channels))) {
    for (const finding of channels[channel]?.findings ?? []) {
      const known = byRule.get(finding.rule);
      if (!known) byRule.set(finding.rule, { finding, channel, also: [] });
      else if (severityRank[finding.severity] < severityRank[known.finding.severity])
        byRule.set(finding.rule, { finding, channel, also: [...known.also, known.channel] });
      else if (known.channel !== channel && !known.also.includes(channel)) known.also.push(channel);
    }
  }
  return [...byRule.values()].sort((a, b) => worstFirst(a.finding, b.finding));
}

const verdictRank: Record<Verdict, number> = { fail: 0, warn: 1, pass: 2 };

/** The worst verdict of the channels asked about; null while nothing was judged. */
export function worstVerdict(verdicts: PhotoRow['verdicts'], choice: ChannelChoice): Verdict | null {
  if (choice !== 'all') return verdicts[choice] ?? null;
  const given = Object.values(verdicts).filter((verdict): verdict is Verdict => verdict !== undefined);
  return given.sort((a, b) => verdictRank[a] - verdictRank[b])[0] ?? null;
}

/** Channels by verdict in their fixed order, e.g. for "Fails on Amazon, Walmart". */
export const channelsWith = (verdicts: PhotoRow['verdicts'], verdict: Verdict): readonly ChannelId[] =>
  inChannelOrder(Object.keys(verdicts).filter((channel) => verdicts[channel] === verdict));

/** The worst that a breach of each rule can mean on the channels asked about. */
export function ruleSeverities(infos: readonly z.infer<typeof ChannelInfo>[], choice: ChannelChoice): ReadonlyMap<RuleId, Severity> {
  const severities = new Map<RuleId, Severity>();
  for (const info of infos) {
    if (!info.enabled || (choice !== 'all' && info.id !== choice)) continue;
    for (const { rule, severity } of info.rules) if (severities.get(rule) !== 'fail') severities.set(rule, severity);
  }
  return severities;
}

/** A change that a channel has announced. */
export interface UpcomingChange {
  readonly channel: ChannelId;
  readonly rule: RuleId;
  /** ISO day from which it holds */
  readonly date: string;
}

/** Announced changes of the channels asked about, the nearest first. */
export const upcomingChanges = (infos: readonly z.infer<typeof ChannelInfo>[], choice: ChannelChoice): readonly UpcomingChange[] =>
  infos
    .filter(({ id, enabled }) => enabled && (choice === 'all' || id === choice))
    .flatMap(({ id, upcoming }) => upcoming.map(({ date, rule }) => ({ channel: id, rule, date })))
    .sort((a, b) => a.date.localeCompare(b.date));
