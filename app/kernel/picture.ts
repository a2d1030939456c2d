/** Interleaved 8-bit sRGB pixels, row by row, upright (EXIF orientation applied), alpha flattened on white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 3;
  /** length = width × height × 3, each 0–255 */
  readonly data: Uint8Array;
}

/** One 8-bit value a pixel: 0 = surely not, 255 = surely. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  /** length = width × height */
  readonly data: Uint8Array;
}
