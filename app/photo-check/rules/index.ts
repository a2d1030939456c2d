import type { Requirement, RequirementOf } from '../channels/pack.ts';
import type { RuleId } from '../types.ts';
import { duplicate, nearDuplicate, person } from './content.ts';
import { extensionMismatch, fileTooBig, tooLarge, tooSmall, wrongAspect, wrongFormat } from './file.ts';
import { clutter, textOverlay, watermark } from './laid-over.ts';
import { blurry, tooBright, tooDark } from './light.ts';
import { collage, faces, nsfw, placeholder, severalProducts } from './motif.ts';
import type { Breach, Evidence, Rule } from './rule.ts';
import { backgroundNotWhite, cropped, fillTooLarge, fillTooSmall } from './shape.ts';
import { border, colourCast, colourSpace, jpegArtefacts, lowResolutionUpscaled, noise, orientation } from './signal.ts';

export type { Breach, Evidence } from './rule.ts';

/** Every rule there is, by its stable id. */
export const rules: { readonly [R in RuleId]: Rule<R> } = {
  'background-not-white': backgroundNotWhite,
  'fill-too-small': fillTooSmall,
  'fill-too-large': fillTooLarge,
  'too-small': tooSmall,
  'too-large': tooLarge,
  'wrong-aspect': wrongAspect,
  'file-too-big': fileTooBig,
  'wrong-format': wrongFormat,
  'extension-mismatch': extensionMismatch,
  'text-overlay': textOverlay,
  watermark,
  collage,
  'several-products': severalProducts,
  placeholder,
  nsfw,
  clutter,
  faces,
  blurry,
  'too-dark': tooDark,
  'too-bright': tooBright,
  border,
  noise,
  'jpeg-artefacts': jpegArtefacts,
  'colour-cast': colourCast,
  'colour-space': colourSpace,
  orientation,
  'low-resolution-upscaled': lowResolutionUpscaled,
  cropped,
  person,
  duplicate,
  'near-duplicate': nearDuplicate,
};

/** Applies the rule that a requirement belongs to; null where the requirement is met. */
export function breachOf<R extends RuleId>(evidence: Evidence, requirement: RequirementOf<R> & Requirement & { rule: R }): Breach | null {
  return rules[requirement.rule](evidence, requirement);
}
