import type { Mask, Picture } from '../../app/kernel/picture.ts';
import { packNchw } from '../image/pack.ts';
import { resizePicture, resizePlane } from '../image/resize.ts';
import { floats, type Tensors } from '../tensor/tensor.ts';

const side = 320;

/**
 * A saliency map flatter than this holds no object: stretching it to 0–255 would only amplify noise
 * (an empty white picture spans less than .02).
 */
const leastSpan = 0.05;

/** U²-Net's input: 320 × 320 without keeping aspect, divided by the brightest value, ImageNet-normalised. */
export function u2netpInput(picture: Picture): Tensors {
  const small = resizePicture(picture, side, side);
  let brightest = 1;
  for (let i = 0; i < small.data.length; i += 1) if (small.data[i]! > brightest) brightest = small.data[i]!;
  const normalisation = {
    mean: [0.485 * brightest, 0.456 * brightest, 0.406 * brightest],
    deviation: [0.229 * brightest, 0.224 * brightest, 0.225 * brightest],
  } as const;
  return { 'input.1': packNchw(small, normalisation, 'rgb') };
}

/** The mask at width × height pixels: the saliency map stretched between its minimum and maximum. */
export function u2netpMask(outputs: Tensors, width: number, height: number): Mask {
  const saliency = floats(outputs, '1959');
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < saliency.length; i += 1) {
    const value = saliency[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const span = high - low;
  const scale = span < leastSpan ? 0 : 255 / span;
  const plane = new Uint8Array(saliency.length);
  for (let i = 0; i < plane.length; i += 1) plane[i] = Math.round((saliency[i]! - low) * scale);
  return { width, height, data: resizePlane(plane, { width: side, height: side }, { width, height }) };
}
