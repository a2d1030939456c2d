import type { Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';

/** A straight line, exact to the pixel, along which a picture changes from one side to the other. */
export interface Seam {
  readonly axis: 'x' | 'y';
  /** the panel before it ends at `from`, the one after it begins at `to`; between them lies a gap of one colour, if any */
  readonly from: number;
  readonly to: number;
  /** share of the line along which the picture changes there, 0–1 */
  readonly strength: number;
  /** −1–1: how alike the structures are that meet the line on either side: things stand on a table's edge */
  readonly crossing: number;
  /** edges that meet the line on the side that has fewer of them, per 100 pixels of the line */
  readonly structure: number;
  /** share of the line along which both sides have the same colour, 0–1 */
  readonly sameness: number;
}

/** Levels by which neighbours across a seam differ. */
const step = 14;
/** A seam is no gradient: beyond it the picture changes by this much less than at it. */
const sharper = 2;
/** Panels narrower than this share of what is split are none; nor are gaps wider than `widestGap` of it. */
const narrowest = 0.18;
const widestGap = 0.06;
/** Where things that meet a seam are looked for, in pixels from it, and how far along it they may go on. */
const reach = 4;
const slack = 3;
/** Levels by which things change along a seam, and the most that one change counts for. */
const edgeStep = 12;
const edgeCap = 60;
const sameLevels = 10;
/** More lines of one direction than this are a pattern: tiles, bricks, a window's panes. */
const mostLines = 8;
/** Every so many pixels of a line are looked at first: nearly all lines end there. */
const glance = 8;

/** Where lines lie and where pixels lie within them, in one panel. */
export interface Grid {
  readonly axis: Seam['axis'];
  readonly first: number;
  readonly lines: number;
  readonly length: number;
  /** index of its first pixel's first channel, and how far it is to that of the next line and of the next pixel along a line */
  readonly origin: number;
  readonly toNextLine: number;
  readonly toNextAlong: number;
}

/** Index of a pixel's first channel. */
const placeOf = ({ origin, toNextLine, toNextAlong }: Grid, line: number, along: number): number => origin + line * toNextLine + along * toNextAlong;

export function gridOf({ width }: Picture, panel: Box, axis: Seam['axis']): Grid {
  const origin = (panel.y * width + panel.x) * 3;
  return axis === 'x'
    ? { axis, first: panel.x, lines: panel.width, length: panel.height, origin, toNextLine: 3, toNextAlong: width * 3 }
    : { axis, first: panel.y, lines: panel.height, length: panel.width, origin, toNextLine: width * 3, toNextAlong: 3 };
}

/** Largest difference of the three channels at two pixels. */
const difference = (data: Uint8Array, a: number, b: number): number =>
  Math.max(Math.abs(data[a]! - data[b]!), Math.abs(data[a + 1]! - data[b + 1]!), Math.abs(data[a + 2]! - data[b + 2]!));

/** Whether the picture makes a step between `line − 1` and `line`, and not just a slope. */
export function isStep(data: Uint8Array, grid: Grid, line: number, along: number): boolean {
  const at = placeOf(grid, line, along);
  const next = grid.toNextLine;
  const across = difference(data, at - 2 * next, at + next);
  if (across < step) return false;
  const beside = Math.max(difference(data, at - 4 * next, at - 2 * next), difference(data, at + next, at + 3 * next));
  return across >= sharper * beside;
}

/** Share of a line along which there is a step, looking at every `every`th pixel. */
function strengthOf({ data }: Picture, grid: Grid, line: number, every = 1): number {
  let [steps, all] = [0, 0];
  for (let along = 0; along < grid.length; along += every) {
    all += 1;
    if (isStep(data, grid, line, along)) steps += 1;
  }
  return steps / all;
}

/** How a picture changes along one line: differences of neighbours two apart, weak ones left out and strong ones capped. */
function changesAlong({ data }: Picture, grid: Grid, line: number): Float32Array {
  const { length } = grid;
  const changes = new Float32Array(length);
  for (let along = 1; along < length - 1; along++) {
    const change = data[placeOf(grid, line, along + 1) + 1]! - data[placeOf(grid, line, along - 1) + 1]!;
    if (Math.abs(change) >= edgeStep) changes[along] = Math.max(-edgeCap, Math.min(edgeCap, change));
  }
  return changes;
}

function countEdges(changes: Float32Array): number {
  let edges = 0;
  for (let along = 1; along < changes.length; along++) if (changes[along] !== 0 && Math.sign(changes[along]!) !== Math.sign(changes[along - 1]!)) edges += 1;
  return edges;
}

/** Normalised correlation of two lines' changes, the best of small shifts along them; −1–1, 0 where either has none. */
function correlation(a: Float32Array, b: Float32Array): number {
  let [aa, bb, best] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    aa += a[i]! * a[i]!;
    bb += b[i]! * b[i]!;
  }
  if (aa === 0 || bb === 0) return 0;
  for (let shift = -slack; shift <= slack; shift++) {
    let ab = 0;
    for (let i = Math.max(0, -shift); i < Math.min(a.length, a.length - shift); i++) ab += a[i]! * b[i + shift]!;
    best = Math.max(best, ab / Math.sqrt(aa * bb));
  }
  return best;
}

function samenessOf({ data }: Picture, grid: Grid, before: number, after: number): number {
  const { length } = grid;
  let same = 0;
  for (let along = 0; along < length; along++) if (difference(data, placeOf(grid, before, along), placeOf(grid, after, along)) <= sameLevels) same += 1;
  return same / length;
}

/** True where a strip between two lines is of one colour along its whole length. */
function isGap(picture: Picture, grid: Grid, from: number, to: number): boolean {
  const line = (from + to) >> 1;
  const start = placeOf(grid, line, grid.length >> 1);
  for (let along = 0; along < grid.length; along += 2) if (difference(picture.data, placeOf(grid, line, along), start) > sameLevels) return false;
  return true;
}

/** Lines at which the picture makes a step along at least `least` of their length; of neighbours the strongest. */
function stepLines(picture: Picture, grid: Grid, least: number): { readonly line: number; readonly strength: number }[] {
  const found: { line: number; strength: number }[] = [];
  for (let line = 5; line < grid.lines - 5; line++) {
    if (strengthOf(picture, grid, line, glance) < least * 0.85) continue;
    const strength = strengthOf(picture, grid, line);
    if (strength < least) continue;
    const last = found.at(-1);
    if (last === undefined || line - last.line > 2) found.push({ line, strength });
    else if (strength > last.strength) found[found.length - 1] = { line, strength };
  }
  return found;
}

/** The straight lines and gaps right across a panel of the picture at which it may have been put together, strongest first. */
export function findSeams(picture: Picture, panel: Box, least: number): Seam[] {
  const seams: Seam[] = [];
  for (const axis of ['x', 'y'] as const) {
    const grid = gridOf(picture, panel, axis);
    const lines = stepLines(picture, grid, least);
    if (lines.length > mostLines) continue;
    for (const [i, { line, strength }] of lines.entries()) {
      const next = lines[i + 1];
      const gap = next !== undefined && next.line - line <= widestGap * grid.lines && isGap(picture, grid, line, next.line) ? next : null;
      const end = gap?.line ?? line;
      if (line < narrowest * grid.lines || end > (1 - narrowest) * grid.lines || line < reach || end + reach >= grid.lines) continue;
      const [before, after] = [line - reach, end + reach - 1];
      const [left, right] = [changesAlong(picture, grid, before), changesAlong(picture, grid, after)];
      seams.push({
        axis,
        from: grid.first + line,
        to: grid.first + end,
        strength: gap === null ? strength : (strength + gap.strength) / 2,
        crossing: correlation(left, right),
        structure: (100 * Math.min(countEdges(left), countEdges(right))) / grid.length,
        sameness: samenessOf(picture, grid, before, after),
      });
    }
  }
  return seams.sort((a, b) => b.strength - a.strength);
}
