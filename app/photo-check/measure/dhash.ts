import type { Picture } from '../../kernel/picture.ts';
import { lumaPlane } from '../../kernel/colour.ts';

const columns = 9;
const rows = 8;

/**
 * 64-bit difference hash as 16 hex digits: the picture is averaged to 9 × 8 cells, and each bit says whether a
 * cell is brighter than its left neighbour (N. Krawetz, "Kind of like that", 2013).
 */
export function differenceHash(picture: Picture): string {
  const plane = lumaPlane(picture);
  const { width, height } = picture;
  const sums = new Float64Array(columns * rows);
  const counts = new Float64Array(columns * rows);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x++, at++) {
      const cell = row + Math.floor((x * columns) / width);
      sums[cell] = (sums[cell] ?? 0) + (plane[at] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const mean = (cell: number): number => Math.round((sums[cell] ?? 0) / Math.max(1, counts[cell] ?? 0));
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
