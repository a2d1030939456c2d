import { inChannelOrder, ruleIds, type ChannelId, type ChannelVerdict, type Finding, type RuleId } from '../types.ts';
import { comparedTexts, quantityText } from './quantity.ts';
import type { ChannelChoice, Words } from './words.ts';

/** What was measured beside what is required, in words: never made equal by rounding. */
export function sidesOf({ measured, required }: Pick<Finding, 'measured' | 'required'>, words: Words): { readonly measured: string; readonly required: string } {
  const comparable = measured.unit === required.unit && required.bound !== 'none' && measured.unit !== 'named-colours';
  return comparable ? comparedTexts(measured, required, words) : { measured: quantityText(measured, words), required: quantityText(required, words) };
}

/** "Product fills 62% of the frame; Amazon requires at least 85%". */
export function findingText(finding: Finding, channel: ChannelId, words: Words): string {
  const asks = words.say(`asks.${finding.severity}`, { channel: words.channel(channel) });
  const sides = sidesOf(finding, words);
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
export function listFindings(channels: Readonly<Partial<Record<ChannelId, ChannelVerdict>>>, choice: ChannelChoice): readonly ListedFinding[] {
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
