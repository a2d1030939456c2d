import sharp from 'sharp';
import type { Picture } from '../../../app/kernel/picture.ts';
import { scalePicture } from './frame-picture.ts';

export interface EncodedJpeg {
  readonly bytes: Buffer;
  /** 1–100 */
  readonly quality: number;
  readonly chroma: '4:4:4' | '4:2:0';
}

export interface JpegOrder {
  /** null = no limit */
  readonly maxBytes: number | null;
  /** the longer side may shrink to this where quality alone does not do it, pixels */
  readonly leastLonger: number;
  /** goes into the file as it is; null = none */
  readonly xmp: string | null;
}

/** Above this, files grow and pictures do not. */
const best = 95;
/** Full colour is kept down to this; below it, half the colour at a better quality looks better. */
const leastFull = 82;
const least = 60;

async function encode({ width, height, data }: Picture, quality: number, chroma: EncodedJpeg['chroma'], xmp: string | null): Promise<Buffer> {
  const image = sharp(data, { raw: { width, height, channels: 3 } }).withIccProfile('srgb');
  if (xmp !== null) image.withXmp(xmp);
  // deringing draws on the room above 255, so that the ground beside the product stays white
  return image.jpeg({ quality, chromaSubsampling: chroma, optimiseCoding: true, overshootDeringing: true }).toBuffer();
}

/** The best quality from `from` down to `to` whose file fits; null where none does. */
async function search(picture: Picture, from: number, to: number, chroma: EncodedJpeg['chroma'], { maxBytes, xmp }: JpegOrder): Promise<EncodedJpeg | null> {
  const at = async (quality: number): Promise<EncodedJpeg> => ({ bytes: await encode(picture, quality, chroma, xmp), quality, chroma });
  const fits = ({ bytes }: EncodedJpeg): boolean => maxBytes === null || bytes.length <= maxBytes;
  const first = await at(from);
  if (fits(first)) return first;
  let found: EncodedJpeg | null = null;
  for (let low = to, high = from - 1; low <= high; ) {
    const middle = (low + high + 1) >> 1;
    const tried = await at(middle);
    if (fits(tried)) {
      found = tried;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

/**
 * A picture as JPEG in sRGB at the best quality whose file fits: with full colour where that is to be had at a good
 * quality, else with half of it. Null where even the least quality does not fit.
 */
async function encodeJpeg(picture: Picture, order: JpegOrder): Promise<EncodedJpeg | null> {
  return (await search(picture, best, leastFull, '4:4:4', order)) ?? (await search(picture, best, least, '4:2:0', order));
}

/** One step of making a picture smaller because of its bytes. */
const shrinkStep = 0.88;

export interface Encoded {
  readonly jpeg: EncodedJpeg;
  /** of the picture as it was encoded */
  readonly width: number;
  readonly height: number;
}

/** The same, with fewer pixels where no quality is enough; null where the least size does not fit either. */
export async function encodeWithin(picture: Picture, order: JpegOrder): Promise<Encoded | null> {
  const { width, height } = picture;
  const longer = Math.max(width, height);
  for (let scale = 1; scale === 1 || scale * longer >= order.leastLonger; scale *= shrinkStep) {
    const smaller = scale === 1 ? picture : await scalePicture(picture, { width: Math.round(width * scale), height: Math.round(height * scale) });
    const jpeg = await encodeJpeg(smaller, order);
    if (jpeg !== null) return { jpeg, width: smaller.width, height: smaller.height };
  }
  return null;
}
