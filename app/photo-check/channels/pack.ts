import { z } from 'zod';
import { ChannelId, ChannelName, ImageFormat, RuleId, Severity } from '../types.ts';

/** The page a requirement is written on. */
export const Source = z.object({
  url: z.url(),
  title: z.string().min(1),
  /** day it was read, ISO */
  read: z.iso.date(),
  /** true where it is the channel's own page; false = told by others, to be verified */
  official: z.boolean(),
});
export type Source = z.infer<typeof Source>;

const share = z.number().min(0).max(1);
const pixels = z.number().int().positive();
const common = { severity: Severity, source: Source };

/** One requirement. A rule may stand twice in a pack: fail below the hard limit, warn below the advised one. */
export const Requirement = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('background-not-white'), minShare: share, ...common }),
  z.object({ rule: z.literal('fill-too-small'), min: share, ...common }),
  z.object({ rule: z.literal('fill-too-large'), max: share, ...common }),
  z.object({ rule: z.literal('too-small'), side: z.enum(['longer', 'shorter']), min: pixels, ...common }),
  z.object({ rule: z.literal('too-large'), maxSide: pixels.nullable(), maxPixels: pixels.nullable(), ...common }),
  z.object({ rule: z.literal('wrong-aspect'), ratios: z.array(z.tuple([pixels, pixels])).min(1), tolerance: share, ...common }),
  z.object({ rule: z.literal('file-too-big'), maxBytes: z.number().int().positive(), ...common }),
  z.object({ rule: z.literal('wrong-format'), formats: z.array(ImageFormat).min(1), animated: z.boolean(), rgb8Only: z.boolean(), ...common }),
  z.object({ rule: z.literal('extension-mismatch'), ...common }),
  z.object({ rule: z.literal('text-overlay'), minConfidence: share, ...common }),
  z.object({ rule: z.literal('blurry'), min: z.number().positive(), ...common }),
  z.object({ rule: z.literal('too-dark'), minPeak: share, maxCrushed: share, ...common }),
  z.object({ rule: z.literal('too-bright'), maxFloor: share, maxClipped: share, ...common }),
  z.object({ rule: z.literal('cropped'), ...common }),
  z.object({ rule: z.literal('person'), minConfidence: share, ...common }),
  z.object({ rule: z.literal('duplicate'), ...common }),
  z.object({ rule: z.literal('near-duplicate'), ...common }),
]);
export type Requirement = z.infer<typeof Requirement>;
export type RequirementOf<R extends RuleId> = Extract<Requirement, { rule: R }>;

/** A requirement that comes into force on a day; from then on it stands beside the others. */
export const UpcomingChange = z.object({ date: z.iso.date(), rule: RuleId, note: z.string().min(1), requirement: Requirement });
export type UpcomingChange = z.infer<typeof UpcomingChange>;

/** What one channel asks of one picture slot, as read on one day. Data: a merchant may edit a copy. */
export const ChannelPack = z.object({
  channel: ChannelId,
  /** of a channel of one's own; those that come with the console have theirs in the locale files */
  name: ChannelName.optional(),
  /** day the pack was put together, ISO */
  version: z.iso.date(),
  requirements: z.array(Requirement),
  upcoming: z.array(UpcomingChange),
});
export type ChannelPack = z.infer<typeof ChannelPack>;

/** True where every requirement was read on the channel's own page. */
export const isVerified = (pack: ChannelPack): boolean => pack.requirements.every(({ source }) => source.official);

/** The pack as it stands on a day (ISO): changes whose day has come are in force. */
export function packOn(pack: ChannelPack, day: string): ChannelPack {
  const due = pack.upcoming.filter(({ date }) => date <= day);
  if (due.length === 0) return pack;
  return {
    ...pack,
    requirements: [...pack.requirements, ...due.map(({ requirement }) => requirement)],
    upcoming: pack.upcoming.filter(({ date }) => date > day),
  };
}
