import { z } from 'zod';
import { ChannelId, ChannelVerdict, RuleId } from '../types.ts';

/** Why a rule cannot be mended; each has a sentence in the locale files. */
export const unfixableReasons = [
  /** sharpness that is not in the picture cannot be put there */
  'blurred',
  /** the product runs off the picture */
  'cut-off',
  /** text lies on the picture; what is under it is not known */
  'text-on-picture',
  /** a person belongs to the picture */
  'person-in-picture',
  /** another photo of the catalogue is the same */
  'same-picture',
  /** more than 1.5 times the pixels there are would be needed */
  'too-few-pixels',
  /** its pixels would do, but enlarged they are no longer sharp */
  'would-blur',
  /** no product could be told from its surroundings */
  'no-product',
  /** where the product ends is not sure enough */
  'mask-unsure',
  /** the surroundings are too busy to find the product's edge */
  'background-busy',
  /** the product's edge does not stand out of the background */
  'edges-unsure',
  /** the background goes on differently on every side, so nothing can be added to it */
  'background-uneven',
  /** light and shade are lost, not only too dark or too bright */
  'detail-lost',
  /** nothing in the picture is known to be white, so the right light is not known */
  'light-unknown',
  /** compression or noise has taken details that nothing brings back */
  'lost-to-compression',
  'noisy',
  /** it cannot be brought under the byte limit without harm */
  'too-many-bytes',
  /** it was tried, and the copy was no better by the same rules */
  'no-better',
  /** there is no remedy for this rule yet */
  'no-remedy',
] as const;
export const UnfixableReason = z.enum(unfixableReasons);
export type UnfixableReason = z.infer<typeof UnfixableReason>;

/** The rules a step is for; none = it comes with every fixed copy. */
const forRules = { for: z.array(RuleId) };
const colour = z.tuple([z.number(), z.number(), z.number()]);
const pixels = z.number().int().positive();
/** pixels of the upright original; a frame may reach beyond it */
const Rect = z.object({ x: z.number().int(), y: z.number().int(), width: pixels, height: pixels });
const share = z.number().min(0).max(1);

/** One step of a fix, in the order the steps are done in. */
export const FixStep = z.discriminatedUnion('kind', [
  /** turned upright by its EXIF orientation */
  z.object({ kind: z.literal('upright'), orientation: z.number().int().min(2).max(8), ...forRules }),
  /** only the first frame of an animation */
  z.object({ kind: z.literal('first-frame'), frames: pixels, ...forRules }),
  /** to 8-bit sRGB, through the file's own profile */
  z.object({ kind: z.literal('colour'), from: z.string(), bits: pixels, ...forRules }),
  /** a frame that was laid round the picture is cut off; `rect` = what is left of the upright original */
  z.object({ kind: z.literal('border'), rect: Rect, ...forRules }),
  /** light multiplied per channel (linear), so that the ground that is known to be white comes out neutral and bright */
  z.object({ kind: z.literal('tone'), gain: colour, ...forRules }),
  /** everything but the product becomes 255, 255, 255, shadows as well; `keepOverlays` = but for text that was laid over */
  z.object({ kind: z.literal('background'), keepOverlays: z.boolean(), ...forRules }),
  /** cut to and filled up to a frame; `fill` = the product's before and after; `cut` and `padded`: whether either happens */
  z.object({
    kind: z.literal('frame'), rect: Rect, pad: z.enum(['white', 'own-colour']), ratio: z.tuple([pixels, pixels]).nullable(),
    fill: z.object({ before: share, after: share }).nullable(), cut: z.boolean(), padded: z.boolean(), ...forRules,
  }),
  /** `scale` above 1 enlarges, at most 1.5 times */
  z.object({ kind: z.literal('resize'), width: pixels, height: pixels, scale: z.number().positive(), ...forRules }),
  /** as JPEG; quality and bytes are known once it is done. The longer side may shrink to `leastLonger` to fit the bytes */
  z.object({
    kind: z.literal('encode'), format: z.literal('jpeg'), maxBytes: pixels.nullable(), leastLonger: pixels, quality: z.number().int().min(1).max(100).nullable(),
    chroma: z.enum(['4:4:4', '4:2:0']).nullable(), bytes: pixels.nullable(), ...forRules,
  }),
  /** place, camera and names taken out; `gps`, `ai`: whether there was a place, and a mark of AI origin that stays (known once done) */
  z.object({ kind: z.literal('metadata'), gps: z.boolean().nullable(), ai: z.boolean().nullable(), ...forRules }),
]);
export type FixStep = z.infer<typeof FixStep>;
export type FixStepOf<K extends FixStep['kind']> = Extract<FixStep, { kind: K }>;

export const Unfixable = z.object({ rule: RuleId, reason: UnfixableReason });
export type Unfixable = z.infer<typeof Unfixable>;

/** How far a plan gets: all its findings, some, none; or there are none. */
export const Fixable = z.enum(['yes', 'partly', 'no', 'nothing']);
export type Fixable = z.infer<typeof Fixable>;

/** What would be done to one photo for one channel: data, nothing is done yet. */
export const FixPlan = z.object({
  channel: ChannelId,
  /** version of the pack it was made for */
  pack: z.string(),
  fixable: Fixable,
  steps: z.array(FixStep),
  /** rules the steps are meant to mend */
  mends: z.array(RuleId),
  unfixable: z.array(Unfixable),
});
export type FixPlan = z.infer<typeof FixPlan>;

/** What a fix came to, judged on the finished file by the same rules as the original. */
export const FixOutcome = z.object({
  before: ChannelVerdict,
  after: ChannelVerdict,
  /** rules that failed or warned and pass now */
  fixed: z.array(RuleId),
  /** rules that still do */
  remaining: z.array(RuleId),
  /** rules that are worse than before: none, or the fix has failed */
  broken: z.array(RuleId),
});
export type FixOutcome = z.infer<typeof FixOutcome>;
