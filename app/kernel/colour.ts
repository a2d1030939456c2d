import type { Picture } from './picture.ts';

/** Relative luma of sRGB values, Rec. 709 weights, in the unit of its arguments. */
export const luma = (r: number, g: number, b: number): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/**
 * Perceived brightness, 0–1, of 8-bit sRGB: √(.241 R² + .691 G² + .068 B²) / 255
 * (D. R. Finley, "HSP Color Model", 2006), the measure that cleanvision's dark and light checks are built on.
 */
export const perceivedBrightness = (r: number, g: number, b: number): number =>
  Math.sqrt(0.241 * r * r + 0.691 * g * g + 0.068 * b * b) / 255;

/** Luma of every pixel, 0–255. */
export function lumaPlane({ width, height, data }: Picture): Uint8Array {
  const plane = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < plane.length; i++, at += 3) {
    // 8-bit fixed-point Rec. 709 weights: 54 + 183 + 19 = 256.
    plane[i] = (54 * data[at]! + 183 * data[at + 1]! + 19 * data[at + 2]! + 128) >> 8;
  }
  return plane;
}
