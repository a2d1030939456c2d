import type { Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';
import { Part, type Cut } from './cut.ts';

const mostRows = 48;
/** Neighbours that differ by no more than this are flat: a lens and a sensor leave more. */
const flatLevels = 1;
const leastPixels = 400;

/**
 * Share of neighbouring pixels that are alike on a product on white, or else in the whole scene, 0–1; `boxes` (pixels
 * of the original) are left out. Near 1 the thing itself was drawn, and drawn letters are nothing special on it.
 */
export function surfaceFlatness({ width, height, data }: Picture, cut: Cut, factor: number, boxes: readonly Box[]): number {
  let [flat, all] = [0, 0];
  const lettered = new Uint8Array(width);
  const step = Math.max(1, height / mostRows);
  for (let row = step / 2; row < height; row += step) {
    const y = Math.floor(row);
    const cells = Math.floor(y / factor) * cut.width;
    lettered.fill(0);
    for (const box of boxes) if (y >= box.y && y < box.y + box.height) lettered.fill(1, Math.max(0, Math.floor(box.x)), Math.ceil(box.x + box.width));
    for (let x = 1, at = (y * width + 1) * 3 + 1; x < width; x++, at += 3) {
      if (lettered[x] !== 0) continue;
      if (cut.source === 'white-background' && cut.parts[cells + Math.floor(x / factor)] !== Part.product) continue;
      all += 1;
      if (Math.abs(data[at]! - data[at - 3]!) <= flatLevels) flat += 1;
    }
  }
  return all < leastPixels ? 1 : flat / all;
}
