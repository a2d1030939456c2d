import type { Finding, Measures, PhotoFile, RuleId } from '../types.ts';
import type { Limits } from './limits.ts';
import type { UnfixableReason } from './types.ts';

/** What a rule wants done about its finding. */
export type Wish = 'background' | 'fill' | 'ratio' | 'size' | 'file' | 'tone';

export interface Case {
  readonly photo: PhotoFile;
  readonly measures: Measures;
  readonly limits: Limits;
  readonly finding: Finding;
}

/** A wish, or why nothing can be done. */
export type Remedy = (of: Case) => { readonly wish: Wish } | { readonly reason: UnfixableReason };

/** From this trust on the mask is good enough to cut or to paint along it. */
export const leastTrust = 0.5;

const wish = (of: Wish): Remedy => () => ({ wish: of });
const never = (reason: UnfixableReason): Remedy => () => ({ reason });

/** Whatever needs to know where the product is. */
const withProduct = (of: Wish): Remedy => ({ measures }) => {
  if (measures.maskSource === 'none' || measures.productBox === null) return { reason: 'no-product' };
  return measures.maskConfidence < leastTrust ? { reason: 'mask-unsure' } : { wish: of };
};

/** Darker than this, light comes back as noise and bands; in 8-bit levels. */
const darkestGround = 120;
/** A ground that is to be white is neutral to this many levels. */
const neutral = 24;

/** A gain needs something that is known to be white: the ground, where the channel wants it white and it is neutral. */
const byLight: Remedy = ({ measures, limits }) => {
  const ground = measures.backgroundColour;
  if ((measures.shadowsCrushed ?? 0) > 0.3) return { reason: 'detail-lost' };
  const known = ground !== null && (limits.white || measures.maskSource === 'white-background') && Math.max(...ground) - Math.min(...ground) <= neutral;
  if (!known) return { reason: 'light-unknown' };
  return Math.min(...ground) < darkestGround ? { reason: 'detail-lost' } : { wish: 'tone' };
};

/** Every rule's remedy: the compiler asks for one of each new rule. */
export const remedies: Readonly<Record<RuleId, Remedy>> = {
  'background-not-white': withProduct('background'),
  'fill-too-small': withProduct('fill'),
  'fill-too-large': withProduct('fill'),
  'too-small': wish('size'),
  'too-large': wish('size'),
  'wrong-aspect': wish('ratio'),
  'file-too-big': wish('file'),
  'wrong-format': wish('file'),
  'extension-mismatch': wish('file'),
  'text-overlay': never('text-on-picture'),
  watermark: never('text-on-picture'),
  collage: never('no-remedy'),
  'several-products': never('no-remedy'),
  placeholder: never('no-remedy'),
  nsfw: never('no-remedy'),
  clutter: never('text-on-picture'),
  faces: never('person-in-picture'),
  blurry: never('blurred'),
  'too-dark': byLight,
  'too-bright': never('detail-lost'),
  border: never('no-remedy'),
  noise: never('no-remedy'),
  'jpeg-artefacts': never('no-remedy'),
  'colour-cast': never('no-remedy'),
  'colour-space': wish('file'),
  orientation: wish('file'),
  'low-resolution-upscaled': never('blurred'),
  cropped: never('cut-off'),
  person: never('person-in-picture'),
  duplicate: never('same-picture'),
  'near-duplicate': never('same-picture'),
};
