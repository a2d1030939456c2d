import type { Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';
import { percentileOf } from '../../kernel/statistics.ts';
import { shineThrough, type Shining } from './shining.ts';
import { sameLuma, Strokes } from './strokes.ts';
import { steepest, turnsOf } from './turns.ts';

/** How the letters of one line were made: drawn over the picture, or there when it was taken. Levels are 8-bit. */
export interface Lettering {
  /** mean colour of the strokes that have the commonest one, R, G, B */
  readonly ink: readonly [number, number, number];
  /** share of the strokes that have that colour, 0–1: drawn letters have one, printed ones are shaded */
  readonly evenness: number;
  /** the same of what lies between the strokes */
  readonly groundEvenness: number;
  /** share of an edge's height that its steepest pixel climbs, 0–1: 1 = drawn to the pixel */
  readonly crispness: number;
  /** median height of the edges, in levels */
  readonly contrast: number;
  /**
   * Share of the ground's changes that shine through the ink, 0 = opaque, and share of the strokes that keep to it; null
   * where the ground is too even to tell. Printed letters and patterns keep to no such line.
   */
  readonly transmission: Shining | null;
  /** strokes looked at */
  readonly strokes: number;
}

/** Rows of the line that are looked at: its middle, since the box reaches beyond the letters. */
const mostRows = 32;
const firstRow = 0.12;
const lastRow = 0.88;
/** A stroke is told from its surroundings by this many levels, or by this share of the line's range. */
const leastSwing = 9;
const swingShare = 0.22;
/** A stroke is no wider than this share of the line's height. */
const widestStroke = 0.6;
/** Fewer strokes than this say nothing. */
const leastStrokes = 10;
/** Ink and ground are compared this many pixels from the edge between them. */
const beside = 3;
/** A stroke keeps to that where it is off by no more than this share of the contrast. */
const keptWithin = 0.17;

interface Window {
  readonly left: number;
  readonly length: number;
  readonly rows: readonly number[];
  readonly widest: number;
}

function windowOf(picture: Picture, box: Box): Window {
  const left = Math.max(0, Math.floor(box.x));
  const right = Math.min(picture.width, Math.ceil(box.x + box.width));
  const top = Math.max(0, Math.floor(box.y + box.height * firstRow));
  const bottom = Math.min(picture.height, Math.ceil(box.y + box.height * lastRow));
  const step = Math.max(1, (bottom - top) / mostRows);
  const rows: number[] = [];
  for (let y = top; y < bottom; y += step) rows.push(Math.floor(y));
  return { left, length: Math.max(0, right - left), rows, widest: Math.max(4, widestStroke * box.height) };
}

/** The channel that changes most within the window, and the range of its middle 90 %. */
function liveliest({ data, width }: Picture, { left, length, rows }: Window): { readonly channel: number; readonly range: number } {
  let best = { channel: 1, range: 0 };
  for (const channel of [1, 0, 2]) {
    const counts = new Uint32Array(256);
    for (const y of rows) {
      for (let x = 0, at = (y * width + left) * 3 + channel; x < length; x++, at += 3) counts[data[at]!] = counts[data[at]!]! + 1;
    }
    const histogram = { counts, total: length * rows.length };
    const range = percentileOf(histogram, 0.95) - percentileOf(histogram, 0.05);
    if (range > best.range) best = { channel, range };
  }
  return best;
}

/**
 * Looks at the letters of a line along the rows of its box (pixels of the picture): strokes are the turning points of
 * a row that edges on both sides set apart. Null where there are too few.
 */
export function measureLettering(picture: Picture, box: Box): Lettering | null {
  const { left, length, rows, widest } = windowOf(picture, box);
  if (length < 8 || rows.length < 3) return null;
  const { channel, range } = liveliest(picture, { left, length, rows, widest });
  const swing = Math.max(leastSwing, swingShare * range);
  if (range < leastSwing) return null;
  const light = new Strokes();
  const dark = new Strokes();
  const lows: number[] = [];
  const highs: number[] = [];
  const steps = new Uint32Array(256);
  const heights = new Uint32Array(256);
  let edges = 0;
  const values = new Uint8Array(length);
  for (const y of rows) {
    const start = (y * picture.width + left) * 3;
    for (let x = 0; x < length; x++) values[x] = picture.data[start + x * 3 + channel]!;
    const turns = turnsOf(values, swing);
    for (let i = 1; i < turns.length; i++) {
      const [before, turn, after] = [turns[i - 1]!, turns[i]!, turns[i + 1]];
      const height = Math.abs(turn.level - before.level);
      const edge = steepest(values, before.x, turn.x);
      steps[Math.min(255, Math.round((255 * edge.height) / height))]! += 1;
      const sides = [values[Math.max(before.x, edge.at - beside)]!, values[Math.min(turn.x, edge.at + beside - 1)]!];
      lows.push(Math.min(...sides));
      highs.push(Math.max(...sides));
      heights[height]! += 1;
      edges += 1;
      if (after === undefined || after.x - before.x > 2 * widest) continue;
      const at = start + turn.x * 3;
      const strokes = turn.level > before.level ? light : dark;
      strokes.add(picture.data[at]!, picture.data[at + 1]!, picture.data[at + 2]!);
    }
  }
  if (light.count + dark.count < leastStrokes) return null;
  const [lightColour, darkColour] = [light.commonest, dark.commonest];
  const isLight = lightColour.share * Math.sqrt(light.count) > darkColour.share * Math.sqrt(dark.count);
  const contrast = percentileOf({ counts: heights, total: edges }, 0.5);
  const tolerance = Math.max(3, Math.min(sameLuma, keptWithin * contrast));
  const asLight = shineThrough(lows, highs, tolerance);
  const asDark = shineThrough(highs, lows, tolerance);
  const [ink, ground] = isLight ? [lightColour, darkColour] : [darkColour, lightColour];
  return {
    ink: ink.colour,
    evenness: ink.share,
    groundEvenness: ground.share,
    crispness: percentileOf({ counts: steps, total: edges }, 0.6) / 255,
    contrast,
    transmission: (asLight?.obedience ?? 0) >= (asDark?.obedience ?? 0) ? asLight : asDark,
    strokes: light.count + dark.count,
  };
}
