/** Why a BMP cannot be shown; the caller names the file. */
export type BmpFailure = 'truncated' | 'unsupported' | 'malformed';

export interface Bmp {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly hasAlpha: boolean;
  /** interleaved RGBA, top row first */
  readonly rgba: Uint8Array;
}

export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly topDown: boolean;
  /** bits a pixel: 1, 4, 8, 16, 24 or 32 */
  readonly bits: number;
  readonly compression: number;
  readonly pixelOffset: number;
  readonly palette: Uint8Array;
  readonly paletteStride: number;
  /** R, G, B, A bit masks of 16- and 32-bit pixels */
  readonly masks: readonly [number, number, number, number];
}

const rgbCompression = 0;
const bitFields = 3;
const alphaBitFields = 6;

/** Size and layout of a Windows bitmap (BITMAPCOREHEADER, BITMAPINFOHEADER and its successors). */
export function readBmpHeader(bytes: Uint8Array): BmpHeader | BmpFailure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 26) return 'truncated';
  const headerSize = view.getUint32(14, true);
  const core = headerSize === 12;
  if (!core && bytes.length < 54) return 'truncated';
  const width = core ? view.getUint16(18, true) : view.getInt32(18, true);
  const signedHeight = core ? view.getUint16(20, true) : view.getInt32(22, true);
  const bits = view.getUint16(core ? 24 : 28, true);
  const compression = core ? 0 : view.getUint32(30, true);
  const height = Math.abs(signedHeight);
  if (width <= 0 || height === 0 || ![1, 4, 8, 16, 24, 32].includes(bits)) return 'malformed';
  const hasMasks = compression === bitFields || compression === alphaBitFields;
  if (compression !== rgbCompression && !(hasMasks && bits >= 16)) return 'unsupported';
  let masks: BmpHeader['masks'] = bits === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];
  if (hasMasks) {
    if (bytes.length < 70) return 'truncated';
    const alpha = headerSize >= 56 || compression === alphaBitFields ? view.getUint32(66, true) : 0;
    masks = [view.getUint32(54, true), view.getUint32(58, true), view.getUint32(62, true), alpha];
  }
  const paletteStart = 14 + headerSize + (headerSize === 40 && hasMasks ? (compression === alphaBitFields ? 16 : 12) : 0);
  const pixelOffset = view.getUint32(10, true);
  const palette = bits <= 8 ? bytes.subarray(paletteStart, pixelOffset) : new Uint8Array();
  return { width, height, topDown: signedHeight < 0, bits, compression, pixelOffset, palette, paletteStride: core ? 3 : 4, masks };
}

/** Shift and range of a colour mask, so that the value can be brought to 0–255. */
function channelOf(mask: number): (pixel: number) => number {
  if (mask === 0) return () => 255;
  const shift = Math.clz32(mask & -mask) ^ 31;
  const top = (mask >>> shift) >>> 0;
  return (pixel) => Math.round((((pixel & mask) >>> shift) * 255) / top);
}

/** Uncompressed Windows bitmaps of 1, 4, 8, 16, 24 and 32 bits; run-length ones are `unsupported`. */
export function decodeBmp(bytes: Uint8Array): Bmp | BmpFailure {
  const header = readBmpHeader(bytes);
  if (typeof header === 'string') return header;
  const { width, height, bits, pixelOffset } = header;
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (pixelOffset + stride * height > bytes.length) return 'truncated';
  const rgba = new Uint8Array(width * height * 4).fill(255);
  const rows = { rgba, width, stride };
  for (let y = 0; y < height; y++) {
    const from = pixelOffset + stride * (header.topDown ? y : height - 1 - y);
    if (bits <= 8) indexedRow(bytes, from, y, header, rows);
    else if (bits === 24) trueColourRow(bytes, from, y, rows);
    else maskedRow(bytes, from, y, header, rows);
  }
  return { width, height, bitDepth: bits === 16 ? 5 : 8, hasAlpha: header.masks[3] !== 0, rgba };
}

interface Rows {
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly stride: number;
}

function indexedRow(bytes: Uint8Array, from: number, y: number, header: BmpHeader, { rgba, width }: Rows): void {
  const { bits, palette, paletteStride } = header;
  const perByte = 8 / bits;
  for (let x = 0; x < width; x++) {
    const byte = bytes[from + Math.floor(x / perByte)] ?? 0;
    const index = (byte >> (8 - bits * ((x % perByte) + 1))) & ((1 << bits) - 1);
    for (let c = 0; c < 3; c++) rgba[(y * width + x) * 4 + c] = palette[index * paletteStride + 2 - c] ?? 0;
  }
}

function trueColourRow(bytes: Uint8Array, from: number, y: number, { rgba, width }: Rows): void {
  for (let x = 0, to = y * width * 4; x < width; x++, to += 4) {
    rgba[to] = bytes[from + x * 3 + 2] ?? 0;
    rgba[to + 1] = bytes[from + x * 3 + 1] ?? 0;
    rgba[to + 2] = bytes[from + x * 3] ?? 0;
  }
}

function maskedRow(bytes: Uint8Array, from: number, y: number, header: BmpHeader, { rgba, width }: Rows): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const channels = header.masks.map(channelOf);
  for (let x = 0; x < width; x++) {
    const pixel = header.bits === 16 ? view.getUint16(from + x * 2, true) : view.getUint32(from + x * 4, true);
    for (let c = 0; c < 4; c++) rgba[(y * width + x) * 4 + c] = channels[c]?.(pixel) ?? 255;
  }
}
