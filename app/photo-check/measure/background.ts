import type { Picture } from '../../kernel/picture.ts';
import { lumaPlane } from '../../kernel/colour.ts';
import { histogramOf, percentileOf } from '../../kernel/statistics.ts';

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
const darkestShadow = 40;

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
  const median = (channel: number): number => percentileOf(histogramOf(pixels.map((at) => data[at * 3 + channel] ?? 0)), 0.5);
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
    const [r = 0, g = 0, b = 0] = data.subarray(at * 3, at * 3 + 3);
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
  const near = (at: number): boolean => within(at, tolerance);
  const seeds = bright.filter(near);
  const even =
    seeds.length >= bright.length * evenShare &&
    (Math.min(...colour) >= pureWhite || bright.filter((at) => within(at, greyTolerance)).length >= bright.length * greyEvenShare);
  if (!even) return { width, height, colour, whitish: false, ground, luma: plane };
  flood(ground, width, seeds, Ground.background, near);
  growShadows(picture, plane, ground, colour);
  return { width, height, colour, whitish: true, ground, luma: plane };
}

/** Marks every pixel that `accept` takes and that a path of such pixels joins to a seed. */
function flood(ground: Uint8Array, width: number, seeds: readonly number[], mark: number, accept: (at: number) => boolean): void {
  const stack = new Int32Array(ground.length);
  let size = 0;
  const push = (at: number): void => {
    if (ground[at] !== Ground.foreground || !accept(at)) return;
    ground[at] = mark;
    stack[size++] = at;
  };
  for (const at of seeds) push(at);
  while (size > 0) {
    const at = stack[--size] ?? 0;
    const x = at % width;
    if (x > 0) push(at - 1);
    if (x < width - 1) push(at + 1);
    if (at >= width) push(at - width);
    if (at < ground.length - width) push(at + width);
  }
}

/** From the flooded background on, step by step down slopes that are neutral and gentle, as shadows are. */
function growShadows({ width, height, data }: Picture, plane: Uint8Array, ground: Uint8Array, colour: readonly number[]): void {
  const tint = [colour[0] ?? 255, colour[1] ?? 255, colour[2] ?? 255] as const;
  const stack: number[] = [];
  const level = (at: number): number => plane[at] ?? 0;
  const gentle = (at: number): boolean => {
    const across = Math.abs(level(at + 1) - level(at - 1));
    const down = Math.abs(level(at + width) - level(at - width));
    return across + down <= 2 * shadowStep;
  };
  const neutral = (at: number): boolean => {
    const r = (data[at * 3] ?? 0) - tint[0];
    const g = (data[at * 3 + 1] ?? 0) - tint[1];
    const b = (data[at * 3 + 2] ?? 0) - tint[2];
    return chroma(r, g, b) <= 12;
  };
  const tryStep = (from: number, to: number): void => {
    if (ground[to] !== Ground.foreground || level(to) < darkestShadow) return;
    if (Math.abs(level(to) - level(from)) > shadowStep || !neutral(to) || !gentle(to)) return;
    ground[to] = Ground.shadow;
    stack.push(to);
  };
  const spreadFrom = (at: number): void => {
    const x = at % width;
    const y = (at - x) / width;
    if (x < 2 || y < 2 || x > width - 3 || y > height - 3) return;
    tryStep(at, at - 1);
    tryStep(at, at + 1);
    tryStep(at, at - width);
    tryStep(at, at + width);
  };
  for (let at = 0; at < ground.length; at++) if (ground[at] === Ground.background) spreadFrom(at);
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) spreadFrom(at);
}
