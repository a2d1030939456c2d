import type { Box } from './geometry.ts';
import type { Picture } from './picture.ts';
import { bytesOf, firstNotWhite, lastNotWhite } from './white.ts';

/** Relative luma of sRGB values, Rec. 709 weights, in the unit of its arguments. */
export const luma = (r: number, g: number, b: number): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Square of the perceived brightness of 8-bit sRGB, of 0–255. */
export const squaredBrightness = (r: number, g: number, b: number): number => 0.241 * r * r + 0.691 * g * g + 0.068 * b * b;

/**
 * Perceived brightness, 0–1, of 8-bit sRGB: √(.241 R² + .691 G² + .068 B²) / 255
 * (D. R. Finley, "HSP Color Model", 2006), the measure that cleanvision's dark and light checks are built on.
 */
export const perceivedBrightness = (r: number, g: number, b: number): number =>
  Math.sqrt(squaredBrightness(r, g, b)) / 255;

/** Luma of every pixel, 0–255; of a part of the picture alone, in whole pixels, where one is named. */
export function lumaPlane(picture: Picture, part: Box = { x: 0, y: 0, width: picture.width, height: picture.height }): Uint8Array {
  const { data } = picture;
  const plane = new Uint8Array(part.width * part.height).fill(255);
  const bytes = bytesOf(data);
  for (let y = 0; y < part.height; y++) {
    const row = ((part.y + y) * picture.width + part.x) * 3;
    const first = Math.floor((firstNotWhite(bytes, row, row + part.width * 3) - row) / 3);
    const end = Math.ceil((lastNotWhite(bytes, row + first * 3, row + part.width * 3) - row) / 3);
    for (let x = first, at = row + x * 3, to = y * part.width + x; x < end; x++, at += 3, to++) {
      // 8-bit fixed-point Rec. 709 weights: 54 + 183 + 19 = 256.
      plane[to] = (54 * data[at]! + 183 * data[at + 1]! + 19 * data[at + 2]! + 128) >> 8;
    }
  }
  return plane;
}

/** Light of an 8-bit sRGB value, 0–1 (IEC 61966-2-1). */
export const linearOf = (value: number): number => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);

/** CIELAB of an 8-bit sRGB colour under D65: L 0–100, a (green to red), b (blue to yellow). */
export function labOf(r: number, g: number, b: number): readonly [l: number, a: number, b: number] {
  const [lr, lg, lb] = [linearOf(r), linearOf(g), linearOf(b)];
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * lr + 0.3576 * lg + 0.1805 * lb) / 0.95047);
  const y = f(0.2126 * lr + 0.7152 * lg + 0.0722 * lb);
  const z = f((0.0193 * lr + 0.1192 * lg + 0.9505 * lb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
