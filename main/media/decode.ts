import { createHash } from 'node:crypto';
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { Picture } from '../../app/kernel/picture.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { PhotoError, PhotoFile } from '../../app/photo-check/types.ts';
import { decodeBmp, readBmpHeader } from './bmp.ts';
import { endsEarly } from './ends-early.ts';
import { readColourProfile } from './icc.ts';
import { estimateJpegQuality } from './jpeg-quality.ts';
import { photoError } from './photo-errors.ts';
import { extensionOf, sniffFormat, sniffLength, sniffOtherPicture } from './sniff.ts';

/** libvips' own default of 268 megapixels takes 689 MB for a PNG of 600 KB. */
export const maxPixels = 50_000_000;
/** Seconds that one decode may take before it is given up. */
export const decodeSeconds = 20;

export interface DecodedPhoto {
  readonly photo: PhotoFile;
  /** upright, sRGB, on white, first frame */
  readonly picture: Picture;
  readonly pixelSha256: string;
}

const options = { failOn: 'truncated', limitInputPixels: maxPixels, sequentialRead: true, pages: 1 } as const;

/** A decoder's complaint as an error of this file. */
function decodeError(file: string, cause: unknown, early: boolean): PhotoError {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/pixel limit|exceeds.*limit|too large/i.test(said)) return photoError('too-many-pixels', file, said);
  if (/timeout/i.test(said)) return photoError('decode-timeout', file);
  if (early || /premature|truncat|unexpected end|end of (file|stream|data)|not enough data/i.test(said)) return photoError('truncated', file, said);
  if (/no decoding plugin|compression format|codec/i.test(said)) return photoError('format-unsupported', file, said);
  return photoError('decode-failed', file, said);
}

const bitsOf: Readonly<Record<string, number>> = { uchar: 8, char: 8, ushort: 16, short: 16, uint: 32, int: 32, float: 32, double: 64 };

/** sha-256 over size and pixels: equal for the same picture in another container. */
function hashPixels({ width, height, data }: Picture): string {
  return createHash('sha256').update(`${width}x${height}:`).update(data).digest('hex');
}

/** sharp brings 16-bit colour with a profile to Display P3 and leaves it there: without a second step its P3 numbers would pass for sRGB. */
const leftInP3 = ({ icc, space }: Metadata): boolean => icc !== undefined && space === 'rgb16';

/** Width, height and raw RGB through sharp: upright, in sRGB, 8 bits, transparency laid on white. */
async function toPicture(image: Sharp, fromP3 = false): Promise<Picture> {
  const upright = image.timeout({ seconds: decodeSeconds }).autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');
  const { data, info } = await (fromP3 ? upright.withIccProfile('srgb') : upright)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { width: info.width, height: info.height, channels: 3, data };
  const rgb = new Uint8Array(info.width * info.height * 3);
  for (let i = 0, from = 0; i < rgb.length; i += 3, from += info.channels) rgb.fill(data[from] ?? 0, i, i + 3);
  return { width: info.width, height: info.height, channels: 3, data: rgb };
}

function describe(file: string, bytes: Buffer, picture: Picture): Pick<PhotoFile, 'file' | 'sha256' | 'bytes' | 'width' | 'height' | 'extension'> {
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    width: picture.width,
    height: picture.height,
    extension: extensionOf(file),
  };
}

async function decodeWindowsBitmap(file: string, bytes: Buffer): Promise<Result<DecodedPhoto, PhotoError>> {
  const header = readBmpHeader(bytes);
  if (typeof header !== 'string' && header.width * header.height > maxPixels) {
    return err(photoError('too-many-pixels', file, `${header.width} × ${header.height}`));
  }
  const bmp = decodeBmp(bytes);
  if (typeof bmp === 'string') {
    const code = bmp === 'truncated' ? 'truncated' : bmp === 'unsupported' ? 'format-unsupported' : 'decode-failed';
    return err(photoError(code, file, bmp === 'unsupported' ? 'compressed BMP' : undefined));
  }
  const picture = await toPicture(sharp(bmp.rgba, { raw: { width: bmp.width, height: bmp.height, channels: 4 } }));
  const photo: PhotoFile = {
    ...describe(file, bytes, picture),
    format: 'bmp',
    colourSpace: 'srgb',
    bitDepth: bmp.bitDepth,
    hasAlpha: bmp.hasAlpha,
    frames: 1,
    orientation: 1,
    profile: null,
    jpegQuality: null,
  };
  return ok({ photo, picture, pixelSha256: hashPixels(picture) });
}

function facts(metadata: Metadata): Pick<PhotoFile, 'colourSpace' | 'bitDepth' | 'hasAlpha' | 'frames' | 'orientation' | 'profile'> {
  const orientation = metadata.orientation ?? 1;
  return {
    colourSpace: metadata.space ?? 'unknown',
    bitDepth: metadata.bitsPerSample ?? bitsOf[metadata.depth ?? ''] ?? 8,
    hasAlpha: metadata.hasAlpha ?? false,
    frames: Math.max(1, metadata.pages ?? 1),
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    profile: metadata.icc ? readColourProfile(metadata.icc) : null,
  };
}

/**
 * Decodes a picture once, whatever its name says it is. The caps hold before any pixel is decoded; a file that
 * ends early is `truncated` even where a decoder would be content with half a picture.
 */
export async function decodePhoto(file: string, bytes: Buffer): Promise<Result<DecodedPhoto, PhotoError>> {
  const head = bytes.subarray(0, sniffLength);
  const format = sniffFormat(head);
  if (!format) {
    const other = sniffOtherPicture(bytes.subarray(0, 512));
    return err(other ? photoError('format-unsupported', file, other) : photoError('not-a-picture', file));
  }
  if (format === 'bmp') return decodeWindowsBitmap(file, bytes);
  const early = endsEarly(bytes, format);
  try {
    const metadata = await sharp(bytes, options).metadata();
    const pixels = (metadata.width ?? 0) * (metadata.pageHeight ?? metadata.height ?? 0);
    if (pixels > maxPixels) return err(photoError('too-many-pixels', file, `${metadata.width} × ${metadata.height}`));
    if (early) return err(photoError('truncated', file));
    const picture = await toPicture(sharp(bytes, options), leftInP3(metadata));
    const photo: PhotoFile = { ...describe(file, bytes, picture), format, ...facts(metadata), jpegQuality: format === 'jpeg' ? estimateJpegQuality(bytes) : null };
    return ok({ photo, picture, pixelSha256: hashPixels(picture) });
  } catch (cause) {
    return err(decodeError(file, cause, early));
  }
}
