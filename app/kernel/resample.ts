import type { Picture } from './picture.ts';
import { bytesOf, firstNotWhite, lastNotWhite } from './white.ts';

/** A smaller copy whose every pixel is the mean of factor × factor pixels of the original. */
export interface ShrunkPicture {
  readonly picture: Picture;
  /** whole number ≥ 1: original pixel (x, y) lies in shrunk pixel (⌊x / factor⌋, ⌊y / factor⌋) */
  readonly factor: number;
}

/** Shrinks by the smallest whole factor that brings the longer side to at most `maxSide`; never enlarges. */
export function shrink(picture: Picture, maxSide: number): ShrunkPicture {
  const factor = Math.ceil(Math.max(picture.width, picture.height) / maxSide);
  return { picture: factor <= 1 ? picture : shrinkBy(picture, factor), factor: Math.max(1, factor) };
}

function shrinkBy({ width, height, data }: Picture, factor: number): Picture {
  const toWidth = Math.ceil(width / factor);
  const toHeight = Math.ceil(height / factor);
  const out = new Uint8Array(toWidth * toHeight * 3).fill(255);
  const sums = new Uint32Array(toWidth * 3);
  const bytes = bytesOf(data);
  const stride = width * 3;
  for (let toY = 0; toY < toHeight; toY++) {
    const rows = Math.min(factor, height - toY * factor);
    const top = toY * factor * stride;
    // White margins on both sides of these rows, in bytes of a row; between them the mean is taken.
    let left = stride, right = 0;
    for (let row = top; row < top + rows * stride; row += stride) {
      left = firstNotWhite(bytes, row, row + left) - row;
      right = lastNotWhite(bytes, row + right, row + stride) - row;
    }
    if (left >= right) continue;
    const first = Math.floor(left / 3 / factor);
    const end = Math.ceil(right / 3 / factor);
    sums.fill(0, first * 3, end * 3);
    for (let row = top; row < top + rows * stride; row += stride) addRow(data, row, width, factor, sums, first, end);
    const area = rows * factor;
    const half = (area >> 1) + 0.5;
    const inverse = 1 / area;
    const rim = rows * Math.min(factor, width - (end - 1) * factor);
    for (let at = first * 3, to = toY * toWidth * 3 + at, last = (end - 1) * 3; at < end * 3; at++, to++) {
      // Half a unit away from every whole quotient, so that the product with the inverse rounds down to the right one.
      out[to] = at < last ? (sums[at]! + half) * inverse : (sums[at]! + (rim >> 1)) / rim;
    }
  }
  return { width: toWidth, height: toHeight, channels: 3, data: out };
}

/** Adds the pixels of one row to the sums of the shrunk pixels `first` to `end` − 1 that they lie in. */
function addRow(data: Uint8Array, row: number, width: number, factor: number, sums: Uint32Array, first: number, end: number): void {
  const whole = Math.max(first, Math.min(end, Math.floor(width / factor)));
  // most photos are shrunk by these; without a loop of their own they take a third of the time
  if (factor === 2) addPairs(data, row, sums, first, whole);
  if (factor === 3) addTriples(data, row, sums, first, whole);
  const from = factor === 2 || factor === 3 ? whole : first;
  let at = row + from * factor * 3;
  for (let to = from * 3, x = from * factor; to < end * 3; to += 3) {
    let r = 0, g = 0, b = 0;
    for (const stop = Math.min(width, x + factor); x < stop; x++, at += 3) {
      r += data[at]!;
      g += data[at + 1]!;
      b += data[at + 2]!;
    }
    sums[to] = sums[to]! + r;
    sums[to + 1] = sums[to + 1]! + g;
    sums[to + 2] = sums[to + 2]! + b;
  }
}

function addPairs(data: Uint8Array, row: number, sums: Uint32Array, first: number, end: number): void {
  for (let to = first * 3, at = row + first * 6; to < end * 3; to += 3, at += 6) {
    sums[to] = sums[to]! + data[at]! + data[at + 3]!;
    sums[to + 1] = sums[to + 1]! + data[at + 1]! + data[at + 4]!;
    sums[to + 2] = sums[to + 2]! + data[at + 2]! + data[at + 5]!;
  }
}

function addTriples(data: Uint8Array, row: number, sums: Uint32Array, first: number, end: number): void {
  for (let to = first * 3, at = row + first * 9; to < end * 3; to += 3, at += 9) {
    sums[to] = sums[to]! + data[at]! + data[at + 3]! + data[at + 6]!;
    sums[to + 1] = sums[to + 1]! + data[at + 1]! + data[at + 4]! + data[at + 7]!;
    sums[to + 2] = sums[to + 2]! + data[at + 2]! + data[at + 5]! + data[at + 8]!;
  }
}
