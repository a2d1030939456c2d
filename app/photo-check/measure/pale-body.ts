import { labelComponents } from '../../kernel/components.ts';
import { luma } from '../../kernel/colour.ts';
import { erode } from '../../kernel/morphology.ts';
import type { Survey } from './background.ts';
import { Part } from './cut.ts';
import { countWalls, Ward } from './enclosure.ts';

/**
 * A white product on white is told from its ground by shading of a level or two, which the flood of the background
 * takes for noise. Averaged over a neighbourhood of 3 × 3 cells it is none: this many levels darker than the ground.
 */
const leastDeparture = 0.7;
/** Pixels of the working copy a side of a cell. */
const cell = 2;
/** The body of a product has it on this many sides at least. */
const walledSides = 3;
/** Patches thinner than this many cells on each side, or smaller than this share of the frame, are the ringing that JPEG leaves beside edges. */
const thinnest = 1;
const smallest = 0.0015;
/** Fewer pixels than this share of the frame that depart at all: there is nothing to look for. */
const worthLooking = 0.01;
/** Every pass finds what the one before has walled in. */
const passes = 3;
/** What is pale, walled in on this many sides and still no product may be the body of one that is open to the others. */
const openSides = 2;
/** More of it than this share of the product makes the cut doubtful. */
const mostOpen = 0.12;

interface Cells {
  readonly width: number;
  readonly height: number;
  readonly wards: Uint8Array;
  /** 1 where the neighbourhood is darker than the ground and no product */
  readonly pale: Uint8Array;
}

const isFree = (part: number | undefined): boolean => part === Part.background || part === Part.shadow;

/** The working copy in cells: where the product is, and where something pale may be part of it. */
function cellsOf({ width, height, luma: plane, colour }: Survey, parts: Uint8Array): Cells {
  const ground = Math.round(luma(...colour));
  const [columns, rows] = [Math.floor(width / cell), Math.floor(height / cell)];
  const wards = new Uint8Array(columns * rows);
  const free = new Uint8Array(columns * rows);
  const departures = new Int32Array(columns * rows);
  for (let row = 0, to = 0; row < rows; row++) {
    for (let column = 0, at = row * cell * width; column < columns; column++, at += cell, to++) {
      const [a, b, c, d] = [at, at + 1, at + width, at + width + 1];
      departures[to] = 4 * ground - plane[a]! - plane[b]! - plane[c]! - plane[d]!;
      if (isFree(parts[a]) && isFree(parts[b]) && isFree(parts[c]) && isFree(parts[d])) free[to] = 1;
      else if (parts[a] === Part.product || parts[b] === Part.product || parts[c] === Part.product || parts[d] === Part.product) wards[to] = Ward.wall;
    }
  }
  const pale = new Uint8Array(columns * rows);
  const least = leastDeparture * 9 * cell * cell;
  for (let row = 1; row < rows - 1; row++) {
    for (let at = row * columns + 1, end = (row + 1) * columns - 1; at < end; at++) {
      if (free[at] === 0) continue;
      const [up, down] = [at - columns, at + columns];
      const sum =
        departures[up - 1]! + departures[up]! + departures[up + 1]! + departures[at - 1]! + departures[at]! + departures[at + 1]! + departures[down - 1]! + departures[down]! + departures[down + 1]!;
      if (sum >= least) pale[at] = 1;
    }
  }
  return { width: columns, height: rows, wards, pale };
}

/** Whether enough of the background departs from the ground's colour for a product to be hidden in it. */
function isWorthLooking({ luma: plane, colour }: Survey, parts: Uint8Array): boolean {
  const ground = Math.round(luma(...colour));
  let departing = 0;
  for (let at = 0; at < parts.length; at++) if (parts[at] === Part.background && plane[at]! < ground) departing += 1;
  return departing >= worthLooking * parts.length;
}

/** Walls in what is pale and enclosed, as long as that encloses more; true where much that is pale stays half open. */
function enclose({ width, height, wards, pale }: Cells): boolean {
  let doubtful = false;
  for (let pass = 0; pass < passes; pass++) {
    const walls = countWalls(wards, width, height);
    const enclosed = new Uint8Array(wards.length);
    let [product, open, found] = [0, 0, 0];
    for (let at = 0; at < wards.length; at++) {
      if (wards[at] === Ward.wall) product += 1;
      else if (pale[at] !== 0 && walls[at]! >= walledSides) {
        enclosed[at] = 1;
        found += 1;
      } else if (pale[at] !== 0 && walls[at]! >= openSides) open += 1;
    }
    doubtful = open >= mostOpen * product;
    if (found < smallest * wards.length) break;
    const core = erode(enclosed, width, height, thinnest);
    const { labels, list } = labelComponents(enclosed, width, height);
    const counts = new Uint8Array(list.length + 1);
    for (let at = 0; at < core.length; at++) if (core[at] !== 0) counts[labels[at]!] = 1;
    counts[0] = 0;
    for (const { label, area } of list) if (area < smallest * wards.length) counts[label] = 0;
    let added = 0;
    for (let at = 0; at < wards.length; at++) {
      if (counts[labels[at]!] === 0) continue;
      wards[at] = Ward.wall;
      added += 1;
    }
    if (added === 0) break;
  }
  return doubtful;
}

/**
 * Takes into the product what is paler than it but no ground, and lies within its outline. True where the product may
 * still be missing much of its body: a mask model should be asked.
 */
export function fillPaleBody(survey: Survey, parts: Uint8Array): boolean {
  if (!isWorthLooking(survey, parts)) return false;
  const cells = cellsOf(survey, parts);
  const doubtful = enclose(cells);
  for (let row = 0, from = 0; row < cells.height; row++) {
    for (let column = 0; column < cells.width; column++, from++) {
      if (cells.wards[from] !== Ward.wall || cells.pale[from] === 0) continue;
      const at = row * cell * survey.width + column * cell;
      parts[at] = parts[at + 1] = parts[at + survey.width] = parts[at + survey.width + 1] = Part.product;
    }
  }
  return doubtful;
}
