import { luma, squaredBrightness } from '../../kernel/colour.ts';
import type { Picture } from '../../kernel/picture.ts';
import { percentileOf } from '../../kernel/statistics.ts';
import { Part, type Cut } from './cut.ts';

export interface Exposure {
  /** mean luma of the product, 0–1 */
  readonly productBrightness: number | null;
  /** 99th percentile of perceived brightness over the picture, 0–1 */
  readonly peakBrightness: number;
  /** 5th percentile of perceived brightness inside the product, 0–1 */
  readonly floorBrightness: number | null;
  /** share of product pixels with every channel ≥ 253 / ≤ 3, 0–1 */
  readonly highlightsClipped: number | null;
  readonly shadowsCrushed: number | null;
}

/** How much light the product got, from the working copy. */
export function measureExposure({ data }: Picture, { parts }: Cut): Exposure {
  const everywhere = new Uint32Array(256);
  const inside = new Uint32Array(256);
  let count = 0, clipped = 0, crushed = 0;
  let red = 0, green = 0, blue = 0;
  for (let i = 0, at = 0; i < parts.length; i++, at += 3) {
    const r = data[at]!;
    const g = data[at + 1]!;
    const b = data[at + 2]!;
    if (r + g + b === 765 && parts[i] !== Part.product) {
      everywhere[255] = everywhere[255]! + 1;
      continue;
    }
    const bright = Math.round(Math.sqrt(squaredBrightness(r, g, b)));
    everywhere[bright] = everywhere[bright]! + 1;
    if (parts[i] !== Part.product) continue;
    inside[bright] = inside[bright]! + 1;
    count += 1;
    red += r;
    green += g;
    blue += b;
    if (r >= 253 && g >= 253 && b >= 253) clipped += 1;
    if (r <= 3 && g <= 3 && b <= 3) crushed += 1;
  }
  const peakBrightness = percentileOf({ counts: everywhere, total: parts.length }, 0.99) / 255;
  if (count === 0) return { productBrightness: null, peakBrightness, floorBrightness: null, highlightsClipped: null, shadowsCrushed: null };
  return {
    productBrightness: luma(red, green, blue) / count / 255,
    peakBrightness,
    floorBrightness: percentileOf({ counts: inside, total: count }, 0.05) / 255,
    highlightsClipped: clipped / count,
    shadowsCrushed: crushed / count,
  };
}
