import { dilate } from '../../../kernel/morphology.ts';
import type { Picture } from '../../../kernel/picture.ts';

/** An outline that is one shows a step of at least this many levels … */
const leastStep = 16;
/** … within this many cells. */
const reach = 3;

/** Spread of the channel that varies most around a cell, in levels. */
function spreadAround({ width, data }: Picture, at: number): number {
  let most = 0;
  for (let c = 0; c < 3; c++) {
    let low = 255, high = 0;
    for (let v = -reach; v <= reach; v++) {
      for (let u = -reach; u <= reach; u++) {
        const value = data[(at + v * width + u) * 3 + c]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
    most = Math.max(most, high - low);
  }
  return most;
}

/**
 * Share of a product's outline, 0–1, at which nothing changes although the ground there is lit: the mask ends in the
 * middle of something. `smooth` = the lit ground, 1 a cell.
 */
export function weakOutline(working: Picture, product: Uint8Array, smooth: Uint8Array): number {
  const { width, height } = working;
  const around = dilate(product, width, height, 1);
  const isLit = (at: number): boolean => smooth[at + 2] !== 0 || smooth[at - 2] !== 0 || smooth[at + 2 * width] !== 0 || smooth[at - 2 * width] !== 0;
  let outline = 0, weak = 0;
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach, at = y * width + reach; x < width - reach; x++, at++) {
      if (product[at] !== 0 || around[at] === 0) continue;
      outline += 1;
      if (isLit(at) && spreadAround(working, at) < leastStep) weak += 1;
    }
  }
  return outline > 0 ? weak / outline : 0;
}
