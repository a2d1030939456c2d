import type { ImageFormat } from '../../app/photo-check/types.ts';
import { tiffEndsEarly } from './tiff.ts';

const jpegEnd = Buffer.from([0xff, 0xd9]);
const pngEnd = Buffer.from('IEND');

/** Chunks or boxes that each give their own length: does the last one reach beyond the file? */
function boxesEndEarly(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return false;
    if (length === 1) return at + 16 > bytes.length || at + Number(bytes.readBigUInt64BE(at + 8)) > bytes.length;
    if (length < 8) return false;
    at += length;
  }
  return at !== bytes.length;
}

/** Walks a GIF's blocks; false as soon as the trailer is met. */
function gifEndsEarly(bytes: Buffer): boolean {
  const table = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + table(bytes[10] ?? 0);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x3b) return false;
    if (block === 0x2c) at += 11 + table(bytes[at + 9] ?? 0);
    else if (block === 0x21) at += 2;
    else return false;
    while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] ?? 0) + 1;
    at += 1;
  }
  return true;
}

/**
 * True where a file's own structure says that bytes are missing at its end. Decoders are lenient here: some fill
 * the rest with grey, and a merchant would publish half a picture.
 */
export function endsEarly(bytes: Buffer, format: ImageFormat): boolean {
  switch (format) {
    case 'jpeg':
      // Cameras append trailers behind the end marker and thumbnails bring their own: the decoder says the rest.
      return bytes.lastIndexOf(jpegEnd) === -1;
    case 'png':
      return bytes.lastIndexOf(pngEnd) === -1;
    case 'webp':
      return bytes.length < 12 || bytes.readUInt32LE(4) + 8 > bytes.length + 1;
    case 'gif':
      return gifEndsEarly(bytes);
    case 'avif':
    case 'heif':
      return boxesEndEarly(bytes);
    case 'tiff':
      return tiffEndsEarly(bytes);
    case 'bmp':
      return false;
  }
}
