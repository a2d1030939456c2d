import type { Mask } from '../../kernel/picture.ts';
import { Ground, type Survey } from './background.ts';
import { Part, type Cut } from './cut.ts';

const half = 128;

/**
 * The model's mask as a cut. Trust falls with grey (undecided) pixels, with an empty or frame-filling product, and
 * with a product that runs along much of the border, which is how a mask fails on cluttered pictures.
 */
export function cutByModel(mask: Mask, survey: Survey): Cut {
  const { width, height } = mask;
  const parts = new Uint8Array(width * height);
  let product = 0;
  let undecided = 0;
  for (let at = 0; at < parts.length; at++) {
    const value = mask.data[at] ?? 0;
    if (value >= half) {
      parts[at] = Part.product;
      product += 1;
    } else if (survey.ground[at] === Ground.shadow) parts[at] = Part.shadow;
    if (value > 50 && value < 205) undecided += 1;
  }
  const share = product / parts.length;
  const clear = 1 - Math.min(1, (1.5 * undecided) / Math.max(1, product));
  const sized = share < 0.01 || share > 0.9 ? 0 : 1;
  return { width, height, parts, source: 'model', confidence: sized * clear * (1 - borderContact(parts, width, height)) };
}

/** Share of the frame's outline that the product covers, 0–1. */
function borderContact(parts: Uint8Array, width: number, height: number): number {
  let touching = 0;
  for (let x = 0; x < width; x++) {
    if (parts[x] === Part.product) touching += 1;
    if (parts[(height - 1) * width + x] === Part.product) touching += 1;
  }
  for (let y = 0; y < height; y++) {
    if (parts[y * width] === Part.product) touching += 1;
    if (parts[y * width + width - 1] === Part.product) touching += 1;
  }
  return touching / (2 * (width + height));
}

/** No product could be told from its surroundings: everything counts as background. */
export const noCut = (width: number, height: number): Cut => ({
  width,
  height,
  parts: new Uint8Array(width * height),
  source: 'none',
  confidence: 0,
});
