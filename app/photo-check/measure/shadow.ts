import { labelComponents } from '../../kernel/components.ts';
import { Ground, type Survey } from './background.ts';
import { countCells } from './cut.ts';
import { countWalls, Ward } from './enclosure.ts';

/** A smooth slope with this many sides (of four) walled in by the product is the product's own shading. */
const walledSides = 3;
/** Slopes smaller than this share of the frame are the product's soft rim. */
const leastShare = 0.002;
/** A shadow attached to something is at most this share of it; a larger slope is a pale product that leaked. */
const largestShare = 0.45;

/**
 * Which of the survey's smooth slopes are cast shadows: 1 a pixel. A slope that eats into a pale product through a
 * weak edge looks alike at first, but there the product stands around it, and there is more of it.
 */
export function shadowRegions(survey: Survey): Uint8Array {
  const { width, height, ground } = survey;
  if (countCells(ground, Ground.shadow) < leastShare * ground.length) return new Uint8Array(ground.length);
  // How many of the four directions end in the product before they end in background.
  const wardOf = { [Ground.shadow]: Ward.open, [Ground.foreground]: Ward.wall, [Ground.background]: Ward.gap };
  const walls = countWalls(mapped(ground, wardOf), width, height);
  const open = new Uint8Array(ground.length);
  const body = new Uint8Array(ground.length);
  for (let at = 0; at < ground.length; at++) {
    if (ground[at] !== Ground.background) body[at] = 1;
    if (ground[at] === Ground.shadow && walls[at]! < walledSides) open[at] = 1;
  }
  const slopes = labelComponents(open, width, height);
  const bodies = labelComponents(body, width, height);
  const bodyOf = new Int32Array(slopes.list.length + 1);
  for (let at = 0; at < open.length; at++) if (open[at] !== 0) bodyOf[slopes.labels[at]!] = bodies.labels[at]!;
  const isShadow = new Uint8Array(slopes.list.length + 1);
  for (const slope of slopes.list) {
    const host = bodies.list[bodyOf[slope.label]! - 1];
    if (!host || slope.area < leastShare * ground.length) continue;
    const detached = slope.area > 0.6 * host.area;
    if (detached || slope.area <= largestShare * host.area) isShadow[slope.label] = 1;
  }
  const shadow = new Uint8Array(ground.length);
  for (let at = 0; at < shadow.length; at++) shadow[at] = isShadow[slopes.labels[at]!]!;
  return shadow;
}

/** The grid with every value replaced by that of a table. */
function mapped(grid: Uint8Array, table: Readonly<Record<number, number>>): Uint8Array {
  const lookup = Uint8Array.from({ length: 256 }, (_, value) => table[value] ?? 0);
  const out = new Uint8Array(grid.length);
  for (let at = 0; at < out.length; at++) out[at] = lookup[grid[at]!]!;
  return out;
}
