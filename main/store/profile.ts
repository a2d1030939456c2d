import type { ChannelChoice, ChannelId, ChannelVerdict, RuleId, Severity, Verdict } from '../../app/photo-check/types.ts';
import { inChannelOrder } from '../../app/photo-check/types.ts';

/** The verdicts of one photo without their evidence: what lists and counts need. */
export type Profile = ReadonlyMap<ChannelId, { readonly verdict: Verdict; readonly broken: readonly (readonly [RuleId, Severity])[] }>;

const severityRank: Readonly<Record<Severity, number>> = { fail: 0, warn: 1 };
const verdictRank: Readonly<Record<Verdict, number>> = { fail: 0, warn: 1, pass: 2 };

/** The profile of a photo's verdicts as one canonical string: equal verdicts give equal strings. */
export function encodeProfile(verdicts: Readonly<Record<ChannelId, ChannelVerdict>>): string {
  const entries = inChannelOrder(Object.keys(verdicts)).flatMap((channel) => {
    const judged = verdicts[channel];
    if (judged === undefined) return [];
    const worst = new Map<RuleId, Severity>();
    for (const { rule, severity } of judged.findings) {
      if (worst.get(rule) !== 'fail') worst.set(rule, severity);
    }
    const broken = [...worst].toSorted((a, b) => severityRank[a[1]] - severityRank[b[1]]);
    return [[channel, judged.verdict, broken] as const];
  });
  return JSON.stringify(entries);
}

/** Reads what `encodeProfile` wrote. */
export function decodeProfile(text: string): Profile {
  const entries = JSON.parse(text) as [ChannelId, Verdict, [RuleId, Severity][]][];
  return new Map(entries.map(([channel, verdict, broken]) => [channel, { verdict, broken }]));
}

/** A profile as one list shows it: only the channels the shop sells on, and the rules of the channel asked for. */
export interface ProfileView {
  readonly verdicts: Record<ChannelId, Verdict>;
  /** worst first, each once */
  readonly rules: RuleId[];
  /** the verdict of the channel asked for, or the worst of all; null where none was judged */
  readonly verdict: Verdict | null;
}

/** `asked`: the channel whose rules and verdict count, or all of `enabled` together. */
export function viewProfile(profile: Profile, asked: ChannelChoice, enabled: readonly ChannelId[]): ProfileView {
  const verdicts: Record<ChannelId, Verdict> = {};
  const severities = new Map<RuleId, Severity>();
  let worst: Verdict | null = null;
  for (const channel of enabled) {
    const judged = profile.get(channel);
    if (judged === undefined) continue;
    verdicts[channel] = judged.verdict;
    if (asked !== 'all' && asked !== channel) continue;
    if (worst === null || verdictRank[judged.verdict] < verdictRank[worst]) worst = judged.verdict;
    for (const [rule, severity] of judged.broken) {
      if (severities.get(rule) !== 'fail') severities.set(rule, severity);
    }
  }
  const rules = [...severities].toSorted((a, b) => severityRank[a[1]] - severityRank[b[1]]).map(([rule]) => rule);
  return { verdicts, rules, verdict: worst };
}
