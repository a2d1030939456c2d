import type { Box } from '../../app/kernel/geometry.ts';
import type { Picture } from '../../app/kernel/picture.ts';

/** What lies outside the picture: mid grey, which most normalisations turn into zero. */
const outside = 128;

/** The pixels of a box, whole pixels; the box may reach beyond the picture. */
export function cropPicture(picture: Picture, box: Box): Picture {
  const [left, top] = [Math.round(box.x), Math.round(box.y)];
  const width = Math.max(1, Math.round(box.width));
  const height = Math.max(1, Math.round(box.height));
  if (left === 0 && top === 0 && width === picture.width && height === picture.height) return picture;
  const data = new Uint8Array(width * height * 3).fill(outside);
  const from = Math.max(left, 0);
  const to = Math.min(left + width, picture.width);
  for (let y = Math.max(top, 0); y < Math.min(top + height, picture.height) && to > from; y += 1) {
    const row = picture.data.subarray((y * picture.width + from) * 3, (y * picture.width + to) * 3);
    data.set(row, ((y - top) * width + from - left) * 3);
  }
  return { width, height, channels: 3, data };
}
