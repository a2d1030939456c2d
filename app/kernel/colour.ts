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

/** Luma of every pixel, 0–255. */
export function lumaPlane({ width, height, data }: Picture): Uint8Array {
  const plane = new Uint8Array(width * height).fill(255);
  const bytes = bytesOf(data);
  for (let row = 0; row < plane.length; row += width) {
    const from = Math.floor(firstNotWhite(bytes, row * 3, (row + width) * 3) / 3);
    const to = Math.ceil(lastNotWhite(bytes, from * 3, (row + width) * 3) / 3);
    for (let i = from, at = i * 3; i < to; i++, at += 3) {
      // 8-bit fixed-point Rec. 709 weights: 54 + 183 + 19 = 256.
      plane[i] = (54 * data[at]! + 183 * data[at + 1]! + 19 * data[at + 2]! + 128) >> 8;
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
