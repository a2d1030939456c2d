import type { Box } from '../../kernel/geometry.ts';
import { Part, type Cut } from './cut.ts';

type Point = readonly [x: number, y: number];

/** Above 0 where c lies to the left of the way from a to b, in a picture whose y grows downwards. */
const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** One half of the hull of points sorted by y, then x (A. M. Andrew, Information Processing Letters 9, 1979). */
function halfOf(points: readonly Point[]): Point[] {
  const half: Point[] = [];
  for (const point of points) {
    while (half.length > 1 && turn(half.at(-2)!, half.at(-1)!, point) <= 0) half.pop();
    half.push(point);
  }
  return half.slice(0, -1);
}

/** Corners of the smallest outline without dents round the product, in pixels of the working copy; none where there is no product. */
export function productHull({ width, height, parts }: Cut): readonly Point[] {
  const points: Point[] = [];
  for (let y = 0; y < height; y++) {
    const row = parts.subarray(y * width, (y + 1) * width);
    const first = row.indexOf(Part.product);
    if (first < 0) continue;
    points.push([first, y], [row.lastIndexOf(Part.product), y]);
  }
  return points.length < 3 ? [] : [...halfOf(points), ...halfOf(points.toReversed())];
}

/** Whether a box lies within an outline without dents, on whichever side its corners run round. */
export function liesWithin({ x, y, width, height }: Box, hull: readonly Point[]): boolean {
  const corners: readonly Point[] = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]];
  return hull.length > 2 && corners.every((corner) => hull.every((point, i) => turn(point, hull[(i + 1) % hull.length]!, corner) >= 0));
}
