import sharp, { type Sharp } from 'sharp';
import type { Picture } from '../../../app/kernel/picture.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import type { FixStepOf } from '../../../app/photo-check/index.ts';

type Rect = FixStepOf<'frame'>['rect'];

/** Ground that is to be gone on with may vary this much along the edge, in levels. */
const even = 6;

const image = ({ width, height, data }: Picture): Sharp => sharp(data, { raw: { width, height, channels: 3 } });

async function pictureOf(from: Sharp): Promise<Picture> {
  const { data, info } = await from.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data };
}

/** Pixels along the sides of the picture that a frame goes beyond. */
function* rimOf({ width, height }: Picture, { x, y, width: w, height: h }: Rect): Generator<number> {
  if (x < 0) for (let row = 0; row < height; row++) yield row * width;
  if (x + w > width) for (let row = 0; row < height; row++) yield row * width + width - 1;
  if (y < 0) for (let col = 0; col < width; col++) yield col;
  if (y + h > height) for (let col = 0; col < width; col++) yield (height - 1) * width + col;
}

/** The one colour that the ground has along the sides to be added to; null where it has no such colour. */
export function groundColour(picture: Picture, rect: Rect): readonly [number, number, number] | null {
  const channels: number[][] = [[], [], []];
  for (const at of rimOf(picture, rect)) for (let c = 0; c < 3; c++) channels[c]!.push(picture.data[at * 3 + c]!);
  const colour: number[] = [];
  for (const values of channels) {
    values.sort((a, b) => a - b);
    const at = (share: number): number => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 255;
    if (at(0.97) - at(0.03) > even) return null;
    colour.push(at(0.5));
  }
  return [colour[0] ?? 255, colour[1] ?? 255, colour[2] ?? 255];
}

/** Cuts a picture to a frame and fills what lies beyond it with a colour. */
async function framed(picture: Picture, { x, y, width, height }: Rect, [r, g, b]: readonly [number, number, number]): Promise<Picture> {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  const right = Math.min(picture.width, x + width);
  const bottom = Math.min(picture.height, y + height);
  const inside = await pictureOf(image(picture).extract({ left, top, width: right - left, height: bottom - top }));
  const extend = { left: left - x, top: top - y, right: x + width - right, bottom: y + height - bottom };
  return pictureOf(image(inside).extend({ ...extend, background: { r, g, b } }));
}

/** A part of a picture as PNG: to be looked at as a picture of its own. */
export const cutOutPng = (picture: Picture, { x, y, width, height }: Rect): Promise<Buffer> =>
  image(picture).extract({ left: x, top: y, width, height }).png({ compressionLevel: 1 }).toBuffer();

/** The frame step; the error where the ground beyond the picture's edge cannot be known. */
export async function framePicture(picture: Picture, { rect, pad }: FixStepOf<'frame'>): Promise<Result<Picture, 'background-uneven'>> {
  const white = [255, 255, 255] as const;
  const beyond = rect.x < 0 || rect.y < 0 || rect.x + rect.width > picture.width || rect.y + rect.height > picture.height;
  const colour = pad === 'white' || !beyond ? white : groundColour(picture, rect);
  return colour === null ? err('background-uneven') : ok(await framed(picture, rect, colour));
}

/** Edges that enlarging has spread are drawn together again: flat parts stay as they are, and edges get no rims. */
const crisper = { m1: 0, m2: 1.6, x1: 2, y2: 6, y3: 12 } as const;
const crispPerScale = 0.55;

/** The resize step. Flat white stays flat white. */
export function scalePicture(picture: Picture, { width, height }: Pick<FixStepOf<'resize'>, 'width' | 'height'>): Promise<Picture> {
  const scaled = image(picture).resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
  const scale = width / picture.width;
  return pictureOf(scale > 1 ? scaled.sharpen({ sigma: crispPerScale * scale, ...crisper }) : scaled);
}
