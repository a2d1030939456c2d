import type { ChannelPack } from './channels/pack.ts';
import { breachOf } from './rules/index.ts';
import { noContext, type ChannelId, type ChannelVerdict, type DuplicateOf, type Finding, type PhotoAnalysis, type PhotoContext, type RuleId, type Severity, type Verdict } from './types.ts';

/** A finding that rests on less trust than this is never more than a warning … */
const leastToFail = 0.5;
/** … and on less than this none at all. */
const leastToSay = 0.25;

const rank: Readonly<Record<Verdict, number>> = { pass: 0, warn: 1, fail: 2 };
const worse = (a: Severity, b: Severity): boolean => rank[a] > rank[b];

/**
 * One photo against one channel's pack. At most one finding a rule: the most severe of its requirements that are
 * not met. A measure that is null keeps its rule silent, and so does a slot that the requirement does not mean. The
 * verdict is the worst severity.
 */
export function judge(analysis: Pick<PhotoAnalysis, 'photo' | 'measures'>, duplicates: readonly DuplicateOf[], pack: ChannelPack, { slot, colours }: PhotoContext = noContext): ChannelVerdict {
  const evidence = { photo: analysis.photo, measures: analysis.measures, duplicates, declaredColours: colours };
  const byRule = new Map<RuleId, Finding>();
  for (const requirement of pack.requirements) {
    if (slot === 'other' && requirement.slot === 'main') continue;
    const breach = breachOf(evidence, requirement);
    if (!breach || breach.confidence < leastToSay) continue;
    const severity = breach.confidence < leastToFail ? 'warn' : requirement.severity;
    const known = byRule.get(requirement.rule);
    if (known && !worse(severity, known.severity)) continue;
    byRule.set(requirement.rule, { rule: requirement.rule, severity, ...breach, boxes: [...breach.boxes], source: requirement.source });
  }
  const findings = [...byRule.values()].sort((a, b) => rank[b.severity] - rank[a.severity]);
  return { verdict: findings[0]?.severity ?? 'pass', pack: pack.version, findings };
}

/** One photo against several packs. */
export function judgeAll(
  analysis: Pick<PhotoAnalysis, 'photo' | 'measures'>,
  duplicates: readonly DuplicateOf[],
  packs: readonly ChannelPack[],
  context: PhotoContext = noContext,
): Record<ChannelId, ChannelVerdict> {
  return Object.fromEntries(packs.map((pack) => [pack.channel, judge(analysis, duplicates, pack, context)]));
}
