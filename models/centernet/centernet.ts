import type { Picture } from '../../app/kernel/picture.ts';
import type { DetectedObject } from '../../app/kernel/vision.ts';
import { clippedBox } from '../boxes/clip.ts';
import { suppressOverlaps } from '../boxes/nms.ts';
import { letterbox, letterboxScale } from '../image/letterbox.ts';
import { packNhwc } from '../image/pack.ts';
import { cocoLabels } from '../labels/coco.ts';
import { floats, type Tensors } from '../tensor/tensor.ts';

const side = 512;
const cells = 128;
const stride = side / cells;
const classes = cocoLabels.length;

/** 512 × 512 RGB pixels, aspect kept: stretched people are found far less often. */
export const centernetInput = (picture: Picture): Tensors => ({
  'tower_0/images': packNhwc(letterbox(picture, side), 1, 0),
});

/**
 * Objects as points (Zhou et al. 2019, §4): every 3 × 3 local maximum of a class's heat map is an object; its box
 * reaches from the point by the four distances of the size map. Overlapping boxes of one class are then suppressed.
 * @param size of the asked picture; boxes come back in its pixels
 */
export function centernetObjects(
  outputs: Tensors,
  size: { readonly width: number; readonly height: number },
  thresholds: { readonly confidence: number; readonly overlap: number },
): DetectedObject[] {
  const heat = floats(outputs, 'tower_0/keypoints');
  const reach = floats(outputs, 'tower_0/wh');
  const scale = letterboxScale(size, side);
  const found: DetectedObject[] = [];
  const least = thresholds.confidence;
  for (let index = 0; index < heat.length; index += 1) {
    if (heat[index]! < least) continue;
    const confidence = heat[index]!;
    if (!isPeak(heat, index)) continue;
    const cell = Math.floor(index / classes);
    const [x, y] = [(cell % cells) * stride, Math.floor(cell / cells) * stride];
    const [left, top, right, bottom] = reach.subarray(cell * 4, cell * 4 + 4);
    found.push({
      label: cocoLabels[index % classes]!,
      confidence: Math.min(1, confidence),
      box: clippedBox(
        (x - left!) / scale,
        (y - top!) / scale,
        (x + right!) / scale,
        (y + bottom!) / scale,
        size.width,
        size.height,
      ),
    });
  }
  return suppressOverlaps(found, thresholds.overlap, ({ label }) => label);
}

function isPeak(heat: Float32Array, index: number): boolean {
  const value = heat[index]!;
  const cell = Math.floor(index / classes);
  const [column, row] = [cell % cells, Math.floor(cell / cells)];
  for (let dy = -1; dy <= 1; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      const inside = column + dx >= 0 && column + dx < cells && row + dy >= 0 && row + dy < cells;
      if (inside && heat[index + (dy * cells + dx) * classes]! > value) return false;
    }
  }
  return true;
}
