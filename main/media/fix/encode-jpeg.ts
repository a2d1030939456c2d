import sharp from 'sharp';
import type { Picture } from '../../../app/kernel/picture.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
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
const least = 70;

async function encode({ width, height, data }: Picture, quality: number, chroma: EncodedJpeg['chroma'], xmp: string | null): Promise<Buffer> {
  const image = sharp(data, { raw: { width, height, channels: 3 } }).withIccProfile('srgb');
  if (xmp !== null) image.withXmp(xmp);
  // deringing draws on the room above 255, so that the ground beside the product stays white
  return image.jpeg({ quality, chromaSubsampling: chroma, optimiseCoding: true, overshootDeringing: true }).toBuffer();
}

/** The best quality from `best` down to `to` whose file fits; else how large the file is at least. */
async function search(picture: Picture, to: number, chroma: EncodedJpeg['chroma'], { maxBytes, xmp }: JpegOrder): Promise<Result<EncodedJpeg, number>> {
  const at = async (quality: number): Promise<EncodedJpeg> => ({ bytes: await encode(picture, quality, chroma, xmp), quality, chroma });
  const fits = ({ bytes }: EncodedJpeg): boolean => maxBytes === null || bytes.length <= maxBytes;
  const first = await at(best);
  if (fits(first)) return ok(first);
  let found = await at(to);
  if (!fits(found)) return err(found.bytes.length);
  for (let low = to + 1, high = best - 1; low <= high; ) {
    const middle = (low + high + 1) >> 1;
    const tried = await at(middle);
    if (fits(tried)) {
      found = tried;
      low = middle + 1;
    } else high = middle - 1;
  }
  return ok(found);
}

export interface Encoded {
  readonly jpeg: EncodedJpeg;
  /** of the picture as it was encoded */
  readonly width: number;
  readonly height: number;
}

/** A picture that is made smaller for its bytes comes a little below the limit, so that one more try is enough. */
const shrinkReserve = 0.95;

/**
 * A picture as JPEG in sRGB at the best quality whose file fits: with full colour where that is to be had at a good
 * quality, else with half of it, else with fewer pixels. Null where the least size does not fit either.
 */
export async function encodeWithin(picture: Picture, order: JpegOrder): Promise<Encoded | null> {
  const longer = Math.max(picture.width, picture.height);
  for (let current = picture; ; ) {
    const { width, height } = current;
    const full = await search(current, leastFull, '4:4:4', order);
    if (full.ok) return { jpeg: full.value, width, height };
    const half = await search(current, least, '4:2:0', order);
    if (half.ok) return { jpeg: half.value, width, height };
    const scale = (Math.max(width, height) / longer) * Math.sqrt((order.maxBytes ?? 0) / half.error) * shrinkReserve;
    if (scale * longer < order.leastLonger) {
      // the least size once, before giving up
      if (Math.max(width, height) <= order.leastLonger) return null;
      current = await scaledTo(picture, order.leastLonger / longer);
    } else current = await scaledTo(picture, scale);
  }
}

const scaledTo = (picture: Picture, scale: number): Promise<Picture> =>
  scalePicture(picture, { width: Math.ceil(picture.width * scale), height: Math.ceil(picture.height * scale) });
