import type { Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';
import { gridOf, isStep, type Grid, type Seam } from './seams.ts';

/** A stretch of a line along which the picture makes a step; ends along the line. */
interface Stretch {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Side of an inset as a share of that side of the frame. */
const shortest = 0.16;
const longest = 0.62;
/** Pixels that a side may be interrupted for: where both pictures happen to have one colour. */
const glance = 3;
const mostMissing = 9;
/** Share of a stretch along which there must be a step. */
const leastSolid = 0.7;
/** Sides meet where they end within so many pixels of one another. */
const meeting = 7;
/** An inset stands in a corner, at most this share of the frame from both edges. */
const margin = 0.1;

/** Whether a line may hold a long stretch, by a look at few of its pixels: nearly all lines end there. */
function mayHold({ data }: Picture, grid: Grid, line: number): boolean {
  let steps = 0;
  const every = 4 * glance;
  for (let along = 0; along < grid.length; along += every) if (isStep(data, grid, line, along)) steps += 1;
  return steps * every >= 0.5 * leastSolid * shortest * grid.length;
}

/** The stretches of one line that are long enough. */
function stretchesOf(picture: Picture, axis: Seam['axis'], frame: Box): Stretch[] {
  const grid = gridOf(picture, frame, axis);
  const least = shortest * grid.length;
  const found: Stretch[] = [];
  for (let line = 5; line < grid.lines - 5; line++) {
    if (!mayHold(picture, grid, line)) continue;
    let [from, last, solid] = [-1, -1, 0];
    for (let along = 0; along <= grid.length; along += glance) {
      const ended = along + glance > grid.length;
      if (!ended && isStep(picture.data, grid, line, along)) {
        if (from < 0) [from, solid] = [along, 0];
        last = along;
        solid += 1;
      } else if (from >= 0 && (ended || along - last > mostMissing * glance)) {
        const length = last - from + glance;
        if (length >= least && length <= longest * grid.length && solid * glance >= leastSolid * length) found.push({ line, from, to: last });
        from = -1;
      }
    }
  }
  return found;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= meeting;

/**
 * A smaller picture set into a corner of a larger one, in pixels of the working copy: its sides are exact to the pixel
 * and meet in right angles; at the frame it needs none. Null where there is none.
 */
export function findInset(picture: Picture): Box | null {
  const { width, height } = picture;
  const frame = { x: 0, y: 0, width, height };
  const uprights = stretchesOf(picture, 'x', frame);
  if (uprights.length === 0) return null;
  const levels = stretchesOf(picture, 'y', frame);
  for (const upright of uprights) {
    for (const level of levels) {
      const corner = { x: upright.line, y: level.line };
      const down = near(upright.from, corner.y);
      const right = near(level.from, corner.x);
      if (!down && !near(upright.to, corner.y)) continue;
      if (!right && !near(level.to, corner.x)) continue;
      const [endX, endY] = [right ? level.to : level.from, down ? upright.to : upright.from];
      const closes = (atFrame: boolean, others: readonly Stretch[], line: number, from: number, to: number): boolean =>
        atFrame || others.some((other) => near(other.line, line) && near(other.from, Math.min(from, to)) && near(other.to, Math.max(from, to)));
      const [edgeX, edgeY] = [right ? width - endX : endX, down ? height - endY : endY];
      if (edgeX > margin * width || edgeY > margin * height) continue;
      if (!closes(edgeX <= meeting, uprights, endX, corner.y, endY)) continue;
      if (!closes(edgeY <= meeting, levels, endY, corner.x, endX)) continue;
      return { x: Math.min(corner.x, endX), y: Math.min(corner.y, endY), width: Math.abs(endX - corner.x), height: Math.abs(endY - corner.y) };
    }
  }
  return null;
}
