import type { Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';

/**
 * Whether a pixel may be skin by daylight, of any person (P. Peer, J. Kovač, F. Solina, "Human skin colour clustering
 * for face detection", EUROCON 2003). Wood, leather and bread may too.
 */
const maySkin = (r: number, g: number, b: number): boolean =>
  r > 95 && g > 40 && b > 20 && r > g && r > b && r - g > 15 && r - Math.min(g, b) > 15;

/** Share of a box's pixels that may be skin, 0–1, looking at every `step`th of every `step`th row. */
export function skinShare({ width, height, data }: Picture, box: Box, step: number): number {
  let [skin, all] = [0, 0];
  const right = Math.min(width, box.x + box.width);
  const bottom = Math.min(height, box.y + box.height);
  for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y += step) {
    for (let x = Math.max(0, Math.floor(box.x)); x < right; x += step) {
      const at = (y * width + x) * 3;
      all += 1;
      if (maySkin(data[at]!, data[at + 1]!, data[at + 2]!)) skin += 1;
    }
  }
  return all === 0 ? 0 : skin / all;
}
