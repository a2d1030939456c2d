import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Mask, Picture } from '../../app/kernel/picture.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { PhotoError } from '../../app/photo-check/types.ts';
import { systemPhotoError } from './photo-errors.ts';
import { writeAtomically } from './write-atomically.ts';

const thumbnailSide = 360;
const previewSide = 1600;
/** R, G, B, A of the overlays: green over the product, magenta where the background is not white. */
const productTint = [31, 191, 117, 110] as const;
const offWhiteTint = [232, 28, 140, 190] as const;

export const derivativeNames = { thumbnail: 'thumb.webp', preview: 'preview.webp', mask: 'mask.png', offWhite: 'off-white.png' } as const;

/** Where a picture's derivatives lie: <folder>/<first two digits>/<sha-256 of its bytes>. */
export const derivativesOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

const scaled = (picture: Picture, side: number, quality: number): Promise<Buffer> =>
  sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality, effort: 0 })
    .toBuffer();

/** A mask as a tinted, transparent picture to lay over the preview. Counting its few colours for a palette takes longer than packing it. */
function tinted(mask: Mask, [r, g, b, a]: readonly [number, number, number, number]): Promise<Buffer> {
  const rgba = new Uint8Array(mask.data.length * 4);
  for (let i = 0, at = 0; i < mask.data.length; i++, at += 4) {
    if ((mask.data[i] ?? 0) < 128) continue;
    rgba[at] = r;
    rgba[at + 1] = g;
    rgba[at + 2] = b;
    rgba[at + 3] = a;
  }
  return sharp(rgba, { raw: { width: mask.width, height: mask.height, channels: 4 } }).png({ compressionLevel: 3 }).toBuffer();
}

export interface DerivativeInput {
  readonly file: string;
  readonly sha256: string;
  readonly picture: Picture;
  /** a copy of it that is large enough for the thumbnail, or the picture itself */
  readonly small: Picture;
  readonly product: Mask;
  readonly offWhite: Mask;
}

/** Thumbnail, preview and overlays of one picture; existing ones are replaced. */
export async function writeDerivatives(folder: string, input: DerivativeInput): Promise<Result<void, PhotoError>> {
  const target = derivativesOf(folder, input.sha256);
  const files = [
    [derivativeNames.thumbnail, await scaled(input.small, thumbnailSide, 80)],
    [derivativeNames.preview, await scaled(input.picture, previewSide, 82)],
    [derivativeNames.mask, await tinted(input.product, productTint)],
    [derivativeNames.offWhite, await tinted(input.offWhite, offWhiteTint)],
  ] as const;
  try {
    await mkdir(target, { recursive: true });
    for (const [name, data] of files) await writeAtomically(join(target, name), data);
    return ok(undefined);
  } catch (cause) {
    return err(systemPhotoError(input.file, cause));
  }
}
