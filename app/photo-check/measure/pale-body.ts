import { labelComponents } from '../../kernel/components.ts';
import { erode } from '../../kernel/morphology.ts';
import { luma } from '../../kernel/colour.ts';
import type { Survey } from './background.ts';
import { countWalls, Ward } from './enclosure.ts';
import { Part } from './cut.ts';

/**
 * A white product on white is told from its ground by shading of a level or two, which the flood of the background
 * takes for noise. Averaged over a neighbourhood it is none: this many levels darker than the ground, over a square of
 * `2 × reach + 1` pixels.
 */
const leastDeparture = 0.7;
const reach = 2;
/** The body of a product has it on this many sides at least. */
const walledSides = 3;
/** Patches thinner than this, or smaller than this share of the frame, are the ringing that JPEG leaves beside edges. */
const thinnest = 2;
const smallest = 0.0015;
/** Fewer pixels than this share of the frame that depart at all: there is nothing to look for. */
const worthLooking = 0.01;
/** Every pass finds what the one before has walled in. */
const passes = 3;
/** What is pale, walled in on this many sides and still no product may be the body of one that is open to the others. */
const openSides = 2;
/** More of it than this share of the product makes the cut doubtful. */
const mostOpen = 0.12;

/** How much darker than the ground each pixel's neighbourhood is on average, as a sum over the square. */
function departures({ width, height, luma: plane, colour }: Survey): Int32Array {
  const ground = Math.round(luma(...colour));
  const side = 2 * reach + 1;
  const rows = new Int32Array(plane.length);
  for (let y = 0; y < height; y++) {
    let sum = 0;
    const start = y * width;
    for (let x = 0; x < width + reach; x++) {
      if (x < width) sum += ground - plane[start + x]!;
      if (x >= side) sum -= ground - plane[start + x - side]!;
      if (x >= reach) rows[start + x - reach] = sum;
    }
  }
  const out = new Int32Array(plane.length);
  for (let x = 0; x < width; x++) {
    let sum = 0;
    for (let y = 0; y < height + reach; y++) {
      if (y < height) sum += rows[y * width + x]!;
      if (y >= side) sum -= rows[(y - side) * width + x]!;
      if (y >= reach) out[(y - reach) * width + x] = sum;
    }
  }
  return out;
}

/** Whether enough of the background departs from the ground's colour for a product to be hidden in it. */
function isWorthLooking({ luma: plane, colour }: Survey, parts: Uint8Array): boolean {
  const ground = Math.round(luma(...colour));
  let departing = 0;
  for (let at = 0; at < parts.length; at++) if (parts[at] === Part.background && plane[at]! < ground) departing += 1;
  return departing >= worthLooking * parts.length;
}

/**
 * Takes into the product what is paler than it but no ground, and lies within its outline. True where the product may
 * still be missing much of its body: a mask model should be asked.
 */
export function fillPaleBody(survey: Survey, parts: Uint8Array): boolean {
  if (!isWorthLooking(survey, parts)) return false;
  const { width, height } = survey;
  const departure = departures(survey);
  const least = leastDeparture * (2 * reach + 1) ** 2;
  let doubtful = false;
  for (let pass = 0; pass < passes; pass++) {
    const wards = parts.map((part) => (part === Part.product ? Ward.wall : Ward.open));
    const walls = countWalls(wards, width, height);
    const pale = new Uint8Array(parts.length);
    let [product, open] = [0, 0];
    for (let at = 0; at < pale.length; at++) {
      const free = parts[at] === Part.background || parts[at] === Part.shadow;
      if (parts[at] === Part.product) product += 1;
      if (!free || departure[at]! < least) continue;
      if (walls[at]! >= walledSides) pale[at] = 1;
      else if (walls[at]! >= openSides) open += 1;
    }
    doubtful = open >= mostOpen * product;
    const core = erode(pale, width, height, thinnest);
    const { labels, list } = labelComponents(pale, width, height);
    const hasCore = new Uint8Array(list.length + 1);
    for (let at = 0; at < core.length; at++) if (core[at] !== 0) hasCore[labels[at]!] = 1;
    let added = 0;
    for (const { label, area } of list) if (area < smallest * parts.length) hasCore[label] = 0;
    for (let at = 0; at < parts.length; at++) {
      const label = labels[at]!;
      if (label === 0 || hasCore[label] === 0) continue;
      parts[at] = Part.product;
      added += 1;
    }
    if (added === 0) break;
  }
  return doubtful;
}
