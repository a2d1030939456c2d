import type { ChannelVerdict, RuleId, Severity } from '../types.ts';
import type { Wish } from './remedies.ts';
import type { FixOutcome, UnfixableReason } from './types.ts';

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

/** Which wish, granted, may have broken a rule, and what is then said of the rules it was for. */
const culprits: Readonly<Partial<Record<RuleId, readonly [wishes: readonly Wish[], reason: UnfixableReason]>>> = {
  blurry: [['size'], 'would-blur'],
  'fill-too-small': [['fill', 'ratio'], 'no-better'],
  'fill-too-large': [['fill', 'ratio'], 'no-better'],
  cropped: [['fill', 'ratio'], 'no-better'],
  'file-too-big': [['size'], 'too-many-bytes'],
  'too-bright': [['tone'], 'no-better'],
  'low-resolution-upscaled': [['size'], 'would-blur'],
  'colour-cast': [['tone'], 'no-better'],
};

/** What to leave out of a second try of a fix that broke rules; null where nothing is known to be the cause. */
export function culpritOf({ broken }: FixOutcome): { readonly wishes: readonly Wish[]; readonly reason: UnfixableReason } | null {
  for (const rule of broken) {
    const known = culprits[rule];
    if (known !== undefined) return { wishes: known[0], reason: known[1] };
  }
  return null;
}

/** True where a fix did what it was made for: something that was wrong is right, and nothing is worse than before. */
export const hasHelped = ({ fixed, broken, before, after }: FixOutcome): boolean => broken.length === 0 && (fixed.length > 0 || isMilder(before, after));

function isMilder(before: ChannelVerdict, after: ChannelVerdict): boolean {
  const is = severities(after);
  return [...severities(before)].some(([rule, was]) => (is.get(rule) ?? 0) < was);
}
