import { labelComponents } from '../../kernel/components.ts';
import type { Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';
import { lumaPlane } from '../../kernel/colour.ts';
import { percentileOf } from '../../kernel/statistics.ts';

/** What a pixel of the working copy is. */
export const Ground = { foreground: 0, background: 1, shadow: 2 } as const;

export interface Survey {
  readonly width: number;
  readonly height: number;
  /** median R, G, B along the border, 0–255; of its bright part where the background is white */
  readonly colour: readonly [number, number, number];
  /** true for a bright, neutral, even border: the product can then be cut by its pixels */
  readonly whitish: boolean;
  /** a `Ground` a pixel; all foreground where not whitish */
  readonly ground: Uint8Array;
  readonly luma: Uint8Array;
}

/** A white studio background may be badly exposed, but not darker or more coloured than this (8-bit levels). */
const darkestWhite = 225;
const widestChroma = 16;
/** The product may run into the frame, but this much of the border must still be background. */
const leastBorder = 0.4;
/** Even: this share of the bright border lies within `tolerance` levels of its median. */
const evenShare = 0.9;
const tolerance = 9;
/** Anything darker than this is a grey wall with a gradient more often than not: it must be more even still. */
const pureWhite = 250;
const greyEvenShare = 0.97;
const greyTolerance = 4;

/** Steepest step between neighbours that a cast shadow has, in levels a pixel of the working copy. */
const shadowStep = 7;
/** On a smaller picture the same shadow is steeper, but past a factor it is no longer told from a product's edge. */
const shadowStepSide = 500;
const steepestFactor = 1.5;
const shadowStepOf = (width: number, height: number): number =>
  shadowStep * Math.min(steepestFactor, Math.max(1, shadowStepSide / Math.max(width, height)));
const darkestShadow = 40;
/** Widest spread of a shadow's channels, less the background's own tint, in levels. */
const widestShadowChroma = 12;

/** Calls `visit` with the index of every pixel within `depth` of the frame. */
function alongBorder(width: number, height: number, depth: number, visit: (at: number) => void): void {
  for (let y = 0; y < height; y++) {
    const inside = y >= depth && y < height - depth;
    for (let x = 0; x < width; x++) {
      if (inside && x === depth) x = Math.max(depth, width - depth);
      if (x < width) visit(y * width + x);
    }
  }
}

function medianColour({ data }: Picture, pixels: readonly number[]): [number, number, number] {
  const median = (channel: number): number => {
    const counts = new Uint32Array(256);
    for (const at of pixels) counts[data[at * 3 + channel]!] = counts[data[at * 3 + channel]!]! + 1;
    return percentileOf({ counts, total: pixels.length }, 0.5);
  };
  return [median(0), median(1), median(2)];
}

const chroma = (r: number, g: number, b: number): number => Math.max(r, g, b) - Math.min(r, g, b);

/**
 * Looks at the border of the working copy and, where it is a white studio background, floods it inwards: first
 * through near-background pixels, then through the smooth neutral slopes of cast shadows, which are background
 * too, only not a white one.
 */
export function surveyBackground(picture: Picture): Survey {
  const { width, height, data } = picture;
  const border: number[] = [];
  alongBorder(width, height, Math.max(2, Math.round(Math.max(width, height) * 0.008)), (at) => border.push(at));
  const bright = border.filter((at) => {
    const r = data[at * 3]!;
    const g = data[at * 3 + 1]!;
    const b = data[at * 3 + 2]!;
    return Math.min(r, g, b) >= darkestWhite && chroma(r, g, b) <= widestChroma;
  });
  const plane = lumaPlane(picture);
  const ground = new Uint8Array(width * height);
  if (bright.length < border.length * leastBorder) {
    return { width, height, colour: medianColour(picture, border), whitish: false, ground, luma: plane };
  }
  const colour = medianColour(picture, bright);
  const within = (at: number, levels: number): boolean =>
    Math.abs((data[at * 3] ?? 0) - colour[0]) <= levels &&
    Math.abs((data[at * 3 + 1] ?? 0) - colour[1]) <= levels &&
    Math.abs((data[at * 3 + 2] ?? 0) - colour[2]) <= levels;
  const seeds = bright.filter((at) => within(at, tolerance));
  const even =
    seeds.length >= bright.length * evenShare &&
    (Math.min(...colour) >= pureWhite || bright.filter((at) => within(at, greyTolerance)).length >= bright.length * greyEvenShare);
  if (!even) return { width, height, colour, whitish: false, ground, luma: plane };
  flood(ground, width, seeds, Ground.background, pixelsNear(picture, colour, tolerance));
  growShadows(picture, plane, ground, colour);
  return { width, height, colour, whitish: true, ground, luma: plane };
}

/** Pixels whose every channel is within `levels` of a colour: 1 a pixel. */
function pixelsNear({ width, height, data }: Picture, [r, g, b]: readonly [number, number, number], levels: number): Uint8Array {
  const near = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < near.length; i++, at += 3) {
    if (Math.abs(data[at]! - r) <= levels && Math.abs(data[at + 1]! - g) <= levels && Math.abs(data[at + 2]! - b) <= levels) near[i] = 1;
  }
  return near;
}

/** Marks every pixel that `accepted` holds and that a path of such pixels joins to a seed. */
function flood(ground: Uint8Array, width: number, seeds: readonly number[], mark: number, accepted: Uint8Array): void {
  const { labels, list } = labelComponents(accepted, width, ground.length / width);
  const seeded = new Uint8Array(list.length + 1);
  for (const seed of seeds) seeded[labels[seed]!] = mark;
  seeded[0] = Ground.foreground;
  for (let at = 0; at < ground.length; at++) ground[at] = seeded[labels[at]!]!;
}

/** Which foreground a cast shadow may cover: neutral to the background's tint, on a gentle slope, away from the rim; 1 a pixel. */
function shadowLike({ width, height, data }: Picture, plane: Uint8Array, ground: Uint8Array, colour: readonly [number, number, number]): Uint8Array {
  const [tr, tg, tb] = colour;
  const steepest = 2 * shadowStepOf(width, height);
  const like = new Uint8Array(plane.length);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      if (ground[at] !== Ground.foreground || plane[at]! < darkestShadow) continue;
      const across = Math.abs(plane[at + 1]! - plane[at - 1]!);
      const down = Math.abs(plane[at + width]! - plane[at - width]!);
      if (across + down > steepest) continue;
      if (chroma(data[at * 3]! - tr, data[at * 3 + 1]! - tg, data[at * 3 + 2]! - tb) <= widestShadowChroma) like[at] = 1;
    }
  }
  return like;
}

/** From the flooded background on, step by step down slopes that are neutral and gentle, as shadows are. */
function growShadows(picture: Picture, plane: Uint8Array, ground: Uint8Array, colour: readonly [number, number, number]): void {
  const { width, height } = picture;
  const like = shadowLike(picture, plane, ground, colour);
  const step = shadowStepOf(width, height);
  const stack = new Int32Array(ground.length);
  let size = 0;
  /** Two pixels from the frame on: nothing spreads from nearer to it. */
  const isInner = (at: number): boolean => {
    const x = at % width;
    const y = (at - x) / width;
    return x >= 2 && y >= 2 && x <= width - 3 && y <= height - 3;
  };
  const joins = (from: number, to: number): boolean => Math.abs(plane[to]! - plane[from]!) <= step;
  const spreadsTo = (from: number, to: number): boolean => ground[from] === Ground.background && joins(from, to) && isInner(from);
  const cover = (at: number): void => {
    ground[at] = Ground.shadow;
    stack[size++] = at;
  };
  for (let at = width; at < like.length - width; at++) {
    if (like[at] === 0) continue;
    if (spreadsTo(at - 1, at) || spreadsTo(at + 1, at) || spreadsTo(at - width, at) || spreadsTo(at + width, at)) cover(at);
  }
  while (size > 0) {
    const at = stack[--size]!;
    if (!isInner(at)) continue;
    for (let side = 0; side < 4; side++) {
      const to = side === 0 ? at - 1 : side === 1 ? at + 1 : side === 2 ? at - width : at + width;
      if (like[to] !== 0 && ground[to] === Ground.foreground && joins(at, to)) cover(to);
    }
  }
}

/**
 * Where there is anything but background, in pixels of the working copy: the whole frame where the background could
 * not be told, an empty box where there is nothing else.
 */
export function occupiedBox({ width, height, whitish, ground }: Survey): Box {
  if (!whitish) return { x: 0, y: 0, width, height };
  let left = width, right = -1, top = height, bottom = -1;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (ground[at] === Ground.background) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
