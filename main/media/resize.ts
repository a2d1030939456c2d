import sharp from 'sharp';
import type { Picture } from '../../app/kernel/picture.ts';

/** A copy whose longer side is at most `side` pixels, and how many original pixels lie in one of its own. */
export async function resizePicture(picture: Picture, side: number): Promise<{ readonly picture: Picture; readonly scale: number }> {
  const { width, height } = picture;
  if (Math.max(width, height) <= side) return { picture, scale: 1 };
  const { data, info } = await sharp(picture.data, { raw: { width, height, channels: 3 } })
    .resize(side, side, { fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { picture: { width: info.width, height: info.height, channels: 3, data }, scale: Math.max(width, height) / side };
}
