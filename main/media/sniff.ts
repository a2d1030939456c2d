import type { ImageFormat } from '../../app/photo-check/types.ts';

/** Bytes of a file's beginning that `sniffFormat` needs. */
export const sniffLength = 64;

const ascii = (bytes: Uint8Array, start: number, end: number): string => Buffer.from(bytes.subarray(start, end)).toString('latin1');
const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((value, i) => bytes[i] === value);

const avifBrands = new Set(['avif', 'avis']);
const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** ISO base media file: the brand says which codec; `mif1` is shared, so the compatible brands decide. */
function sniffIsoMedia(bytes: Uint8Array): ImageFormat | null {
  if (ascii(bytes, 4, 8) !== 'ftyp') return null;
  const boxLength = Math.min(Buffer.from(bytes.subarray(0, 4)).readUInt32BE(0), bytes.length);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= boxLength; at += 4) brands.push(ascii(bytes, at, at + 4));
  if (brands.some((brand) => avifBrands.has(brand))) return 'avif';
  return brands.some((brand) => heifBrands.has(brand)) ? 'heif' : null;
}

/** The picture format by its magic bytes, never by its name; null where it is none of the eight. */
export function sniffFormat(bytes: Uint8Array): ImageFormat | null {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  const six = ascii(bytes, 0, 6);
  if (six === 'GIF87a' || six === 'GIF89a') return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  if (startsWith(bytes, 0x49, 0x49, 0x2a, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'tiff';
  if (startsWith(bytes, 0x49, 0x49, 0x2b, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2b)) return 'tiff';
  if (ascii(bytes, 0, 2) === 'BM' && isBmpHeader(bytes)) return 'bmp';
  return bytes.length >= 12 ? sniffIsoMedia(bytes) : null;
}

/** Two letters are too weak a signature: a text may start with "BM". The header length is one of a handful. */
function isBmpHeader(bytes: Uint8Array): boolean {
  if (bytes.length < 18) return true;
  return [12, 40, 52, 56, 64, 108, 124].includes(Buffer.from(bytes.subarray(14, 18)).readUInt32LE(0));
}

const otherPictures: readonly (readonly [string, (bytes: Uint8Array) => boolean])[] = [
  ['SVG', (bytes) => /<svg[\s>]/i.test(ascii(bytes, 0, bytes.length))],
  ['PSD', (bytes) => ascii(bytes, 0, 4) === '8BPS'],
  ['JPEG XL', (bytes) => startsWith(bytes, 0xff, 0x0a) || ascii(bytes, 4, 8) === 'JXL '],
  ['JPEG 2000', (bytes) => ascii(bytes, 4, 8) === 'jP  ' || startsWith(bytes, 0xff, 0x4f, 0xff, 0x51)],
  ['ICO', (bytes) => startsWith(bytes, 0, 0, 1, 0)],
];

/** Name of a picture kind that exists but that no channel takes, e.g. 'PSD'; null for anything else. */
export const sniffOtherPicture = (bytes: Uint8Array): string | null => otherPictures.find(([, is]) => is(bytes))?.[0] ?? null;

const extensions: Readonly<Record<string, ImageFormat>> = {
  jpg: 'jpeg', jpeg: 'jpeg', jpe: 'jpeg', jfif: 'jpeg', png: 'png', webp: 'webp', gif: 'gif',
  tif: 'tiff', tiff: 'tiff', bmp: 'bmp', dib: 'bmp', avif: 'avif', heic: 'heif', heif: 'heif',
};

/** The extension as written in a name: lower case, without its dot; '' where there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** True where a name says it is a picture; used to walk folders, never to decode. */
export const isPictureName = (path: string): boolean => Object.hasOwn(extensions, extensionOf(path));
