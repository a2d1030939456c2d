import sharp, { type Sharp } from 'sharp';
import { decodePhoto, maxPixels, decodeSeconds } from './decode.ts';
import { readPhotoFile } from './read-file.ts';
import { sniffFormat, sniffLength } from './sniff.ts';

const quality = 72;

/**
 * A picture file as a small WebP, upright and on white, its longer side at most `side` pixels. Null where it cannot be
 * read: a report then goes without. JPEG is decoded at a fraction of its size, which the full decoding for measures may not.
 */
export async function smallPicture(file: string, side: number): Promise<Buffer | null> {
  const bytes = await readPhotoFile(file);
  if (!bytes.ok) return null;
  const small = (image: Sharp): Promise<Buffer> =>
    image.timeout({ seconds: decodeSeconds }).autoOrient().resize(side, side, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' }).webp({ quality, effort: 2 }).toBuffer();
  try {
    if (sniffFormat(bytes.value.subarray(0, sniffLength)) !== 'bmp') {
      return await small(sharp(bytes.value, { failOn: 'error', limitInputPixels: maxPixels, sequentialRead: true, pages: 1 }));
    }
    const decoded = await decodePhoto(file, bytes.value);
    if (!decoded.ok) return null;
    const { data, width, height } = decoded.value.picture;
    return await small(sharp(data, { raw: { width, height, channels: 3 } }));
  } catch {
    return null;
  }
}
