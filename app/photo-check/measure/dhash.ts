import type { Picture } from '../../kernel/picture.ts';
import type { Box } from '../../kernel/geometry.ts';

const columns = 9;
const rows = 8;

/**
 * 64-bit difference hash as 16 hex digits: the picture, or what is inside `box` (its pixels), is averaged to 9 × 8
 * cells, and each bit says whether a cell is brighter than its left neighbour (N. Krawetz, "Kind of like that", 2013).
 */
export function differenceHash(picture: Picture, box: Box = { x: 0, y: 0, width: picture.width, height: picture.height }): string {
  const { data } = picture;
  const left = Math.max(0, Math.floor(box.x));
  const top = Math.max(0, Math.floor(box.y));
  const width = Math.max(1, Math.min(picture.width - left, Math.ceil(box.width)));
  const height = Math.max(1, Math.min(picture.height - top, Math.ceil(box.height)));
  const sums = new Float64Array(columns * rows);
  const counts = new Float64Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    const start = ((top + y) * picture.width + left) * 3;
    for (let column = 0, x = 0; column < columns; column++) {
      const from = x;
      let sum = 0;
      for (const end = Math.ceil(((column + 1) * width) / columns); x < end; x++) {
        const at = start + x * 3;
        sum += (54 * data[at]! + 183 * data[at + 1]! + 19 * data[at + 2]! + 128) >> 8;
      }
      sums[row + column] = sums[row + column]! + sum;
      counts[row + column] = counts[row + column]! + x - from;
    }
  }
  const mean = (cell: number): number => Math.round(sums[cell]! / Math.max(1, counts[cell]!));
  let hash = '';
  for (let row = 0; row < rows; row++) {
    let byte = 0;
    for (let column = 1; column < columns; column++) {
      const cell = row * columns + column;
      byte = (byte << 1) | (mean(cell) > mean(cell - 1) ? 1 : 0);
    }
    hash += byte.toString(16).padStart(2, '0');
  }
  return hash;
}

/**
 * Mean chroma inside `box` as 4 hex digits: Cb, then Cr (ITU-R BT.601, full range, 128 = grey). It tells variants of
 * one product apart, which the hash, made of brightness alone, does not.
 */
export function meanChroma({ width, height, data }: Picture, box: Box): string {
  const left = Math.max(0, Math.floor(box.x));
  const right = Math.max(left + 1, Math.min(width, Math.ceil(box.x + box.width)));
  const top = Math.max(0, Math.floor(box.y));
  const bottom = Math.max(top + 1, Math.min(height, Math.ceil(box.y + box.height)));
  let r = 0, g = 0, b = 0;
  for (let y = top; y < bottom; y++) {
    for (let at = (y * width + left) * 3, end = (y * width + right) * 3; at < end; at += 3) {
      r += data[at]!;
      g += data[at + 1]!;
      b += data[at + 2]!;
    }
  }
  const pixels = (right - left) * (bottom - top);
  const byte = (value: number): string => Math.max(0, Math.min(255, Math.round(value / pixels + 128))).toString(16).padStart(2, '0');
  return byte(-0.168736 * r - 0.331264 * g + 0.5 * b) + byte(0.5 * r - 0.418688 * g - 0.081312 * b);
}

const bitsOfNibble = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4] as const;

/** Bits in which two hashes of hex digits differ, e.g. '1a' and '1f' → 2; the shorter one is padded in front. */
export function hamming(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  const left = a.padStart(length, '0');
  const right = b.padStart(length, '0');
  let differing = 0;
  for (let i = 0; i < length; i++) differing += bitsOfNibble[parseInt(left[i] ?? '0', 16) ^ parseInt(right[i] ?? '0', 16)] ?? 0;
  return differing;
}
