import type { ChannelVerdict, RuleId, Severity } from '../types.ts';
import type { FixOutcome } from './types.ts';

const rank: Readonly<Record<Severity, number>> = { warn: 1, fail: 2 };

const severities = ({ findings }: ChannelVerdict): Map<RuleId, number> => new Map(findings.map(({ rule, severity }) => [rule, rank[severity]]));

/** Compares two verdicts of one channel, rule by rule. */
export function outcomeOf(before: ChannelVerdict, after: ChannelVerdict): FixOutcome {
  const was = severities(before);
  const is = severities(after);
  return {
    before,
    after,
    fixed: [...was.keys()].filter((rule) => !is.has(rule)),
    remaining: [...is.keys()].filter((rule) => was.has(rule)),
    broken: [...is].filter(([rule, now]) => now > (was.get(rule) ?? 0)).map(([rule]) => rule),
  };
}

/** True where a fix did what it was made for: something that was wrong is right, and nothing is worse than before. */
export const hasHelped = ({ fixed, broken, before, after }: FixOutcome): boolean => broken.length === 0 && (fixed.length > 0 || isMilder(before, after));

function isMilder(before: ChannelVerdict, after: ChannelVerdict): boolean {
  const is = severities(after);
  return [...severities(before)].some(([rule, was]) => (is.get(rule) ?? 0) < was);
}
