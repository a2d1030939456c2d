import type { ChannelChoice, ChannelId, ChannelVerdict, RuleId, Severity, Verdict } from '../../app/photo-check/types.ts';
import { inChannelOrder } from '../../app/photo-check/types.ts';
import { waiverFor, type Waiver } from '../../app/photo-check/waivers.ts';

type Broken = readonly (readonly [RuleId, Severity])[];
interface Judged {
  readonly verdict: Verdict;
  readonly broken: Broken;
  /** rules that are broken too, and that staff called no issue */
  readonly waived: readonly RuleId[];
}
/** The verdicts of one photo without their evidence: what lists and counts need. */
export type Profile = ReadonlyMap<ChannelId, Judged>;
/** [channel, verdict, broken], and where there are any [… waived] */
type Entry = readonly [ChannelId, Verdict, Broken] | readonly [ChannelId, Verdict, Broken, readonly RuleId[]];

const severityRank: Readonly<Record<Severity, number>> = { fail: 0, warn: 1 };
const verdictRank: Readonly<Record<Verdict, number>> = { fail: 0, warn: 1, pass: 2 };

/** The profile of a photo's verdicts as one canonical string: equal verdicts give equal strings. */
export function encodeProfile(verdicts: Readonly<Record<ChannelId, ChannelVerdict>>): string {
  const entries = inChannelOrder(Object.keys(verdicts)).flatMap((channel): Entry[] => {
    const judged = verdicts[channel];
    if (judged === undefined) return [];
    const worst = new Map<RuleId, Severity>();
    for (const { rule, severity } of judged.findings) {
      if (worst.get(rule) !== 'fail') worst.set(rule, severity);
    }
    const broken = [...worst].toSorted((a, b) => severityRank[a[1]] - severityRank[b[1]]);
    return [[channel, judged.verdict, broken]];
  });
  return JSON.stringify(entries);
}

/** Reads what `encodeProfile` wrote. */
export function decodeProfile(text: string): Profile {
  const entries = JSON.parse(text) as Entry[];
  return new Map(entries.map(([channel, verdict, broken, waived = []]) => [channel, { verdict, broken, waived }]));
}

/** A profile with waivers taken into account, as `encodeProfile` writes it; null where they are about nothing in it. */
export function waiveProfile(profile: Profile, waivers: readonly Pick<Waiver, 'rule' | 'channel'>[]): string | null {
  let any = false;
  const entries = [...profile].map(([channel, judged]): Entry => {
    const standing = judged.broken.filter(([rule]) => waiverFor(waivers, rule, channel) === null);
    if (standing.length === judged.broken.length) return [channel, judged.verdict, judged.broken];
    any = true;
    const waived = judged.broken.flatMap(([rule]) => (waiverFor(waivers, rule, channel) === null ? [] : [rule]));
    return [channel, standing[0]?.[1] ?? 'pass', standing, waived];
  });
  return any ? JSON.stringify(entries) : null;
}

/** A profile as one list shows it: only the channels the shop sells on, and the rules of the channel asked for. */
export interface ProfileView {
  readonly verdicts: Record<ChannelId, Verdict>;
  /** worst first, each once */
  readonly rules: RuleId[];
  /** rules of the channel asked for that staff waived */
  readonly waived: RuleId[];
  /** channels on which some rule was waived */
  readonly waivedOn: ChannelId[];
  /** the verdict of the channel asked for, or the worst of all; null where none was judged */
  readonly verdict: Verdict | null;
}

/** `asked`: the channel whose rules and verdict count, or all of `enabled` together. */
export function viewProfile(profile: Profile, asked: ChannelChoice, enabled: readonly ChannelId[]): ProfileView {
  const verdicts: Record<ChannelId, Verdict> = {};
  const severities = new Map<RuleId, Severity>();
  const waived = new Set<RuleId>();
  const waivedOn: ChannelId[] = [];
  let worst: Verdict | null = null;
  for (const channel of enabled) {
    const judged = profile.get(channel);
    if (judged === undefined) continue;
    verdicts[channel] = judged.verdict;
    if (judged.waived.length > 0) waivedOn.push(channel);
    if (asked !== 'all' && asked !== channel) continue;
    if (worst === null || verdictRank[judged.verdict] < verdictRank[worst]) worst = judged.verdict;
    for (const rule of judged.waived) waived.add(rule);
    for (const [rule, severity] of judged.broken) {
      if (severities.get(rule) !== 'fail') severities.set(rule, severity);
    }
  }
  const rules = [...severities].toSorted((a, b) => severityRank[a[1]] - severityRank[b[1]]).map(([rule]) => rule);
  return { verdicts, rules, waived: [...waived], waivedOn, verdict: worst };
}
