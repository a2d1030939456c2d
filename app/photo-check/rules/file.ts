import type { ImageFormat } from '../types.ts';
import type { Rule } from './rule.ts';

const size = (width: number, height: number): string => `${width} × ${height}`;

export const tooSmall: Rule<'too-small'> = ({ photo }, { side, min }) => {
  const pixels = side === 'longer' ? Math.max(photo.width, photo.height) : Math.min(photo.width, photo.height);
  if (pixels >= min) return null;
  return { measured: { value: pixels, unit: 'pixels' }, required: { value: min, unit: 'pixels', bound: 'min' }, boxes: [], confidence: 1 };
};

export const tooLarge: Rule<'too-large'> = ({ photo }, { maxSide, maxPixels }) => {
  const longer = Math.max(photo.width, photo.height);
  if (maxSide !== null && longer > maxSide) {
    return { measured: { value: longer, unit: 'pixels' }, required: { value: maxSide, unit: 'pixels', bound: 'max' }, boxes: [], confidence: 1 };
  }
  if (maxPixels === null || photo.width * photo.height <= maxPixels) return null;
  return {
    measured: { value: size(photo.width, photo.height), unit: 'size' },
    required: { value: `${maxPixels / 1_000_000} MP`, unit: 'size', bound: 'max' },
    boxes: [],
    confidence: 1,
  };
};

export const wrongAspect: Rule<'wrong-aspect'> = ({ photo }, { ratios, tolerance }) => {
  const ratio = photo.width / photo.height;
  if (ratios.some(([width, height]) => Math.abs(ratio / (width / height) - 1) <= tolerance)) return null;
  return {
    measured: { value: ratio, unit: 'ratio' },
    required: { value: ratios.map(([width, height]) => `${width}:${height}`), unit: 'ratio', bound: 'one-of' },
    boxes: [],
    confidence: 1,
  };
};

export const fileTooBig: Rule<'file-too-big'> = ({ photo }, { maxBytes }) =>
  photo.bytes <= maxBytes
    ? null
    : { measured: { value: photo.bytes, unit: 'bytes' }, required: { value: maxBytes, unit: 'bytes', bound: 'max' }, boxes: [], confidence: 1 };

/** Colour spaces of sharp that are plain RGB or grey; the others (CMYK, Lab, 16-bit RGB) need converting. */
export const rgbSpaces: ReadonlySet<string> = new Set(['srgb', 'rgb', 'b-w']);

export const wrongFormat: Rule<'wrong-format'> = ({ photo }, { formats, animated, rgb8Only }) => {
  const told: string[] = [photo.format];
  const animatedRefused = !animated && photo.frames > 1 && (photo.format === 'gif' || photo.format === 'webp');
  const colourRefused = rgb8Only && (photo.bitDepth > 8 || !rgbSpaces.has(photo.colourSpace));
  if (animatedRefused) told.push('animated');
  if (colourRefused) told.push(photo.bitDepth > 8 ? `${photo.bitDepth}-bit` : photo.colourSpace);
  if (formats.includes(photo.format) && told.length === 1) return null;
  return { measured: { value: told, unit: 'format' }, required: { value: [...formats], unit: 'format', bound: 'one-of' }, boxes: [], confidence: 1 };
};

const extensionsOf: Readonly<Record<ImageFormat, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  gif: ['gif'],
  tiff: ['tif', 'tiff'],
  bmp: ['bmp', 'dib'],
  avif: ['avif'],
  heif: ['heif', 'heic'],
};

export const extensionMismatch: Rule<'extension-mismatch'> = ({ photo }) =>
  extensionsOf[photo.format].includes(photo.extension)
    ? null
    : {
        measured: { value: photo.extension, unit: 'format' },
        required: { value: [...extensionsOf[photo.format]], unit: 'format', bound: 'one-of' },
        boxes: [],
        confidence: 1,
      };
