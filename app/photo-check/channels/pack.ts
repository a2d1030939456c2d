import { z } from 'zod';
import { ChannelId, ChannelName, ImageFormat, Severity, type RuleId } from '../types.ts';

/** Raised when the format of packs changes its meaning; a pack of a newer one is refused. */
export const packSchemaVersion = 1;

/** The page a requirement is written on. */
export const Source = z.looseObject({
  /** empty where a shop asks it of itself */
  url: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]),
  title: z.string().trim().min(1).max(300),
  /** day it was read, ISO */
  read: z.iso.date(),
  /** true where it is the channel's own page; false = told by others, to be verified */
  official: z.boolean(),
}).meta({ id: 'source' });
export type Source = z.infer<typeof Source>;

/** What a number of a requirement counts; the editor shows it in that unit. */
export const fieldUnits = ['share', 'pixels', 'area', 'bytes', 'score'] as const;
export type FieldUnit = (typeof fieldUnits)[number];
const unit = (of: FieldUnit): { unit: FieldUnit } => ({ unit: of });

const share = z.number().min(0).max(1).meta(unit('share'));
const pixels = z.number().int().positive().meta(unit('pixels'));
const area = z.number().int().positive().meta(unit('area'));
const bytes = z.number().int().positive().meta(unit('bytes'));
const score = z.number().positive().meta(unit('score'));
const side = z.number().int().positive();
const common = {
  severity: Severity,
  /** true where a shop has switched it off and may want it back as it was */
  off: z.boolean().optional(),
  source: Source,
};

/** One requirement. A rule may stand twice in a pack: fail below the hard limit, warn below the advised one. */
export const Requirement = z.discriminatedUnion('rule', [
  z.looseObject({ rule: z.literal('background-not-white'), minShare: share, ...common }),
  z.looseObject({ rule: z.literal('fill-too-small'), min: share, ...common }),
  z.looseObject({ rule: z.literal('fill-too-large'), max: share, ...common }),
  z.looseObject({ rule: z.literal('too-small'), side: z.enum(['longer', 'shorter']), min: pixels, ...common }),
  z.looseObject({ rule: z.literal('too-large'), maxSide: pixels.nullable(), maxPixels: area.nullable(), ...common }),
  z.looseObject({ rule: z.literal('wrong-aspect'), ratios: z.array(z.tuple([side, side])).min(1), tolerance: share, ...common }),
  z.looseObject({ rule: z.literal('file-too-big'), maxBytes: bytes, ...common }),
  z.looseObject({ rule: z.literal('wrong-format'), formats: z.array(ImageFormat).min(1), animated: z.boolean(), rgb8Only: z.boolean(), ...common }),
  z.looseObject({ rule: z.literal('extension-mismatch'), ...common }),
  z.looseObject({ rule: z.literal('text-overlay'), minConfidence: share, ...common }),
  z.looseObject({ rule: z.literal('watermark'), minConfidence: share, ...common }),
  z.looseObject({ rule: z.literal('collage'), minConfidence: share, ...common }),
  z.looseObject({ rule: z.literal('several-products'), minConfidence: share, ...common }),
  z.looseObject({ rule: z.literal('placeholder'), minConfidence: share, ...common }),
  /** largest probability of an explicit and of a suggestive picture that is let pass */
  z.looseObject({ rule: z.literal('nsfw'), maxExplicit: share, maxSuggestive: share, ...common }),
  /** the worst grade that is let pass */
  z.looseObject({ rule: z.literal('clutter'), most: z.enum(['none', 'slight']), ...common }),
  z.looseObject({ rule: z.literal('faces'), minConfidence: share, ...common }),
  z.looseObject({ rule: z.literal('blurry'), min: score, ...common }),
  z.looseObject({ rule: z.literal('too-dark'), minPeak: share, maxCrushed: share, ...common }),
  z.looseObject({ rule: z.literal('too-bright'), maxFloor: share, maxClipped: share, ...common }),
  z.looseObject({ rule: z.literal('border'), maxShare: share, ...common }),
  z.looseObject({ rule: z.literal('noise'), max: score, ...common }),
  z.looseObject({ rule: z.literal('jpeg-artefacts'), max: score, ...common }),
  z.looseObject({ rule: z.literal('colour-cast'), maxChroma: score, ...common }),
  /** `profilesOnly` where wrong-format already asks for 8-bit RGB: the same is not said twice */
  z.looseObject({ rule: z.literal('colour-space'), profilesOnly: z.boolean(), ...common }),
  z.looseObject({ rule: z.literal('orientation'), ...common }),
  z.looseObject({ rule: z.literal('low-resolution-upscaled'), min: share, ...common }),
  z.looseObject({ rule: z.literal('cropped'), ...common }),
  z.looseObject({ rule: z.literal('person'), minConfidence: share, ...common }),
  z.looseObject({ rule: z.literal('duplicate'), ...common }),
  z.looseObject({ rule: z.literal('near-duplicate'), ...common }),
]).meta({ id: 'requirement' });
export type Requirement = z.infer<typeof Requirement>;
export type RequirementOf<R extends RuleId> = Extract<Requirement, { rule: R }>;

/** A requirement that comes into force on a day; from then on it stands beside the others. */
export const UpcomingChange = z.looseObject({ date: z.iso.date(), note: z.string().max(300).optional(), requirement: Requirement });
export type UpcomingChange = z.infer<typeof UpcomingChange>;

/** Day a pack was put together, ISO; a second one of the same day ends in `.2`. */
export const PackVersion = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:\.[1-9]\d{0,5})?$/);

/**
 * What one channel asks of one picture slot. Data: those of the console are JSON files, and a shop may edit a copy
 * or write its own. Fields that this version does not know are kept as they are.
 */
export const ChannelPack = z.looseObject({
  schemaVersion: z.literal(packSchemaVersion),
  channel: ChannelId,
  version: PackVersion,
  /** of a channel of one's own; those that come with the console have theirs in the locale files */
  name: ChannelName.optional(),
  /** a remark for those who read the file */
  about: z.string().max(1_000).optional(),
  /** the pack this one was copied from */
  basedOn: z.looseObject({ channel: ChannelId, version: PackVersion }).optional(),
  requirements: z.array(Requirement).max(500),
  upcoming: z.array(UpcomingChange).max(100),
});
export type ChannelPack = z.infer<typeof ChannelPack>;

/** True where every requirement was read on the channel's own page. */
export const isVerified = (pack: ChannelPack): boolean => pack.requirements.every(({ source }) => source.official);

/** The pack as it is in force on a day (ISO): with the changes whose day has come, without what is switched off. */
export function packOn(pack: ChannelPack, day: string): ChannelPack {
  const due = pack.upcoming.filter(({ date }) => date <= day).map(({ requirement }) => requirement);
  return {
    ...pack,
    requirements: [...pack.requirements, ...due].filter(({ off }) => off !== true),
    upcoming: pack.upcoming.filter(({ date, requirement }) => date > day && requirement.off !== true),
  };
}
