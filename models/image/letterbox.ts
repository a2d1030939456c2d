import type { Picture } from '../../app/kernel/picture.ts';
import { resizePicture } from './resize.ts';

/** Where a picture lies in a square that keeps its aspect: square pixel = picture pixel × scale, from the top-left corner. */
export const letterboxScale = (size: { readonly width: number; readonly height: number }, side: number): number =>
  side / Math.max(size.width, size.height);

/** The picture scaled to fit a square of side × side pixels, at its top-left corner; mid grey fills the rest. */
export function letterbox(picture: Picture, side: number): Picture {
  const scale = letterboxScale(picture, side);
  const width = Math.min(side, Math.max(1, Math.round(picture.width * scale)));
  const height = Math.min(side, Math.max(1, Math.round(picture.height * scale)));
  const scaled = resizePicture(picture, width, height);
  if (width === side && height === side) return scaled;
  const data = new Uint8Array(side * side * 3).fill(128);
  for (let y = 0; y < height; y += 1) data.set(scaled.data.subarray(y * width * 3, (y + 1) * width * 3), y * side * 3);
  return { width: side, height: side, channels: 3, data };
}
