import { z } from 'zod';
import { ChannelId, RuleId, type ChannelVerdict, type Finding, type Verdict } from './types.ts';

/** Why a finding is "not an issue"; `other` needs a note that says it. Names are in the locale files. */
export const waiverReasons = ['on-product', 'product-looks-so', 'channel-agreed', 'not-this-slot', 'wrongly-measured', 'other'] as const;
export const WaiverReason = z.enum(waiverReasons);
export type WaiverReason = z.infer<typeof WaiverReason>;

/** What a waiver holds for: a product with all its photos, or one photo where no product is known. */
export const WaiverSubject = z.object({ kind: z.enum(['photo', 'product']), id: z.string().min(1) });
export type WaiverSubject = z.infer<typeof WaiverSubject>;

/** "Not an issue": one rule, on one channel or on all, remembered with its reason. It holds over every re-check. */
export const Waiver = z.object({
  subject: WaiverSubject,
  rule: RuleId,
  /** null = every channel, those to come included */
  channel: ChannelId.nullable(),
  reason: WaiverReason,
  note: z.string(),
  actor: z.string(),
  /** milliseconds since the epoch */
  at: z.number(),
});
export type Waiver = z.infer<typeof Waiver>;

type Scope = Pick<Waiver, 'rule' | 'channel'>;

/** The waiver that a broken rule falls under; one for that very channel goes before one for all. */
export function waiverFor<W extends Scope>(waivers: readonly W[], rule: RuleId, channel: ChannelId): W | null {
  const fitting = waivers.filter((waiver) => waiver.rule === rule && (waiver.channel === null || waiver.channel === channel));
  return fitting.find((waiver) => waiver.channel !== null) ?? fitting[0] ?? null;
}

/** A verdict with what staff said of its findings. The raw one is not touched: taking a waiver back brings it again. */
export interface WaivedVerdict<W extends Scope = Waiver> {
  /** of the findings that stand */
  readonly verdict: Verdict;
  readonly standing: readonly Finding[];
  readonly waived: readonly { readonly finding: Finding; readonly waiver: W }[];
}

/** What is left of a channel's verdict once the waivers are taken into account: the worst of the findings that stand. */
export function withWaivers<W extends Scope>({ findings }: Pick<ChannelVerdict, 'findings'>, channel: ChannelId, waivers: readonly W[]): WaivedVerdict<W> {
  const standing: Finding[] = [];
  const waived: { finding: Finding; waiver: W }[] = [];
  for (const finding of findings) {
    const waiver = waiverFor(waivers, finding.rule, channel);
    if (waiver === null) standing.push(finding);
    else waived.push({ finding, waiver });
  }
  const verdict = standing.some(({ severity }) => severity === 'fail') ? 'fail' : standing.length > 0 ? 'warn' : 'pass';
  return { verdict, standing, waived };
}
