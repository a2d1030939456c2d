import type { Picture } from './picture.ts';

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
  const out = new Uint8Array(toWidth * toHeight * 3);
  const sums = new Uint32Array(toWidth * 3);
  for (let toY = 0; toY < toHeight; toY++) {
    sums.fill(0);
    const rows = Math.min(factor, height - toY * factor);
    for (let y = toY * factor; y < toY * factor + rows; y++) addRow(data, y * width * 3, width, factor, sums);
    for (let toX = 0; toX < toWidth; toX++) {
      const count = rows * Math.min(factor, width - toX * factor);
      const to = (toY * toWidth + toX) * 3;
      for (let c = 0; c < 3; c++) out[to + c] = (sums[toX * 3 + c]! + (count >> 1)) / count;
    }
  }
  return { width: toWidth, height: toHeight, channels: 3, data: out };
}

function addRow(data: Uint8Array, from: number, width: number, factor: number, sums: Uint32Array): void {
  let at = from;
  for (let x = 0, to = 0; x < width; to += 3) {
    let r = 0, g = 0, b = 0;
    for (const end = Math.min(width, x + factor); x < end; x++, at += 3) {
      r += data[at]!;
      g += data[at + 1]!;
      b += data[at + 2]!;
    }
    sums[to] = sums[to]! + r;
    sums[to + 1] = sums[to + 1]! + g;
    sums[to + 2] = sums[to + 2]! + b;
  }
}
