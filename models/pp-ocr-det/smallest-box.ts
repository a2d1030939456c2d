import type { RotatedBox } from '../image/rotated-box.ts';
import type { Point } from './components.ts';

/** Text that leans less than this is taken as upright: tighter for a map as coarse as the detector's. */
const uprightWithin = (4 * Math.PI) / 180;

/** The convex hull of points sorted by y, then x (Andrew's monotone chain), in order around it. */
export function convexHull(points: readonly Point[]): Point[] {
  if (points.length < 3) return [...points];
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(points), ...half([...points].reverse())];
}

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/**
 * The smallest rectangle around points at pixel centres, each pixel counted whole: one side lies along an edge of the
 * hull (Freeman & Shapira 1975). The angle is within ±45°.
 */
export function smallestBox(points: readonly Point[]): RotatedBox {
  const hull = convexHull(points);
  let best = boxAlong(hull, 0);
  const upright = best;
  hull.forEach((point, index) => {
    const next = hull[(index + 1) % hull.length]!;
    const angle = withinQuarter(Math.atan2(next.y - point.y, next.x - point.x));
    const box = boxAlong(hull, angle);
    if (box.width * box.height < best.width * best.height) best = box;
  });
  return Math.abs(best.angle) < uprightWithin ? upright : best;
}

/** A direction of a rectangle's side, which repeats every quarter turn, as −45°…45°. */
const withinQuarter = (angle: number): number => angle - Math.round(angle / (Math.PI / 2)) * (Math.PI / 2);

function boxAlong(points: readonly Point[], angle: number): RotatedBox {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [lowU, highU, lowV, highV] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const u = x * cos + y * sin;
    const v = y * cos - x * sin;
    lowU = Math.min(lowU, u);
    highU = Math.max(highU, u);
    lowV = Math.min(lowV, v);
    highV = Math.max(highV, v);
  }
  const [u, v] = [(lowU + highU) / 2, (lowV + highV) / 2];
  return {
    cx: u * cos - v * sin + 0.5,
    cy: u * sin + v * cos + 0.5,
    width: highU - lowU + 1,
    height: highV - lowV + 1,
    angle,
  };
}
