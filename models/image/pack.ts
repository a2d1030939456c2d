import type { Picture } from '../../app/kernel/picture.ts';
import { floatTensor, type Tensor } from '../tensor/tensor.ts';

/** How 8-bit pixels become a model's numbers: value = (pixel − mean) / deviation, a triple in R, G, B order. */
export interface Normalisation {
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}

/** ImageNet's mean and deviation, for pixels of 0–255. */
export const imagenet: Normalisation = {
  mean: [0.485 * 255, 0.456 * 255, 0.406 * 255],
  deviation: [0.229 * 255, 0.224 * 255, 0.225 * 255],
};

/** A table a channel: what each of the 256 pixel values becomes. */
function lookup({ mean, deviation }: Normalisation, channel: 0 | 1 | 2): Float32Array {
  return Float32Array.from({ length: 256 }, (_, pixel) => (pixel - mean[channel]) / deviation[channel]);
}

/**
 * Channels-first tensor [1, 3, height, width] of a picture.
 * @param order of the planes; the normalisation stays given in R, G, B order
 */
export function packNchw(picture: Picture, normalisation: Normalisation, order: 'rgb' | 'bgr'): Tensor {
  const size = picture.width * picture.height;
  const out = new Float32Array(3 * size);
  const { data } = picture;
  const planes = order === 'rgb' ? [0, 1, 2] : [2, 1, 0];
  const [r, g, b] = [lookup(normalisation, 0), lookup(normalisation, 1), lookup(normalisation, 2)];
  const [rAt, gAt, bAt] = [planes[0]! * size, planes[1]! * size, planes[2]! * size];
  for (let i = 0, from = 0; i < size; i += 1, from += 3) {
    out[rAt + i] = r[data[from]!]!;
    out[gAt + i] = g[data[from + 1]!]!;
    out[bAt + i] = b[data[from + 2]!]!;
  }
  return floatTensor([1, 3, picture.height, picture.width], out);
}

/** Channels-last tensor [1, height, width, 3] in R, G, B order: value = pixel × scale + offset. */
export function packNhwc(picture: Picture, scale: number, offset: number): Tensor {
  const out = new Float32Array(picture.data.length);
  const { data } = picture;
  for (let i = 0; i < out.length; i += 1) out[i] = data[i]! * scale + offset;
  return floatTensor([1, picture.height, picture.width, 3], out);
}
