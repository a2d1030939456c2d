import type { Picture } from '../../app/kernel/picture.ts';
import type { DetectedObject } from '../../app/kernel/vision.ts';
import { clippedBox } from '../boxes/clip.ts';
import { suppressOverlaps } from '../boxes/nms.ts';
import { letterbox, letterboxScale } from '../image/letterbox.ts';
import { packNchw } from '../image/pack.ts';
import { cocoLabels } from '../labels/coco.ts';
import { floats, type Tensors } from '../tensor/tensor.ts';

const side = 416;
const bins = 11;
const classes = cocoLabels.length;
const grids = [
  { classes: 'Identity', sides: 'Identity_3', stride: 8 },
  { classes: 'Identity_1', sides: 'Identity_4', stride: 16 },
  { classes: 'Identity_2', sides: 'Identity_5', stride: 32 },
] as const;

/** Given in R, G, B order; the model takes B, G, R. */
const normalisation = { mean: [123.675, 116.28, 103.53], deviation: [58.395, 57.12, 57.375] } as const;

/** 416 × 416 BGR planes, aspect kept: stretched people are found less often. */
export const nanodetInput = (picture: Picture): Tensors => ({
  input_1: packNchw(letterbox(picture, side), normalisation, 'bgr'),
});

/**
 * Boxes whose four sides are the expectation of a distribution over 11 bins (Generalized Focal Loss, Li et al. 2020,
 * §3.2), in strides from the centre of their cell.
 * @param size of the asked picture; boxes come back in its pixels
 */
export function nanodetObjects(
  outputs: Tensors,
  size: { readonly width: number; readonly height: number },
  thresholds: { readonly confidence: number; readonly overlap: number },
): DetectedObject[] {
  const scale = letterboxScale(size, side);
  const found: DetectedObject[] = [];
  for (const grid of grids) {
    const scores = floats(outputs, grid.classes);
    const distances = floats(outputs, grid.sides);
    const columns = side / grid.stride;
    for (let cell = 0; cell < columns * columns; cell += 1) {
      const best = strongestClass(scores, cell * classes);
      const confidence = scores[cell * classes + best]!;
      if (confidence < thresholds.confidence) continue;
      const x = ((cell % columns) + 0.5) * grid.stride;
      const y = (Math.floor(cell / columns) + 0.5) * grid.stride;
      const reach = (edge: number): number =>
        expectedBin(distances, cell * 4 * bins + edge * bins) * grid.stride;
      found.push({
        label: cocoLabels[best]!,
        confidence,
        box: clippedBox(
          (x - reach(0)) / scale,
          (y - reach(1)) / scale,
          (x + reach(2)) / scale,
          (y + reach(3)) / scale,
          size.width,
          size.height,
        ),
      });
    }
  }
  return suppressOverlaps(found, thresholds.overlap, ({ label }) => label);
}

function strongestClass(scores: Float32Array, from: number): number {
  let best = 0;
  for (let index = 1; index < classes; index += 1) {
    if (scores[from + index]! > scores[from + best]!) best = index;
  }
  return best;
}

/** Expectation of the bin number under the softmax of the bins' logits. */
function expectedBin(logits: Float32Array, from: number): number {
  const part = logits.subarray(from, from + bins);
  const highest = Math.max(...part);
  let sum = 0;
  let weighted = 0;
  part.forEach((logit, bin) => {
    const weight = Math.exp(logit - highest);
    sum += weight;
    weighted += weight * bin;
  });
  return weighted / sum;
}
