import { labelComponents } from '../../kernel/components.ts';
import { dilate } from '../../kernel/morphology.ts';
import type { Mask, Picture } from '../../kernel/picture.ts';
import type { Survey } from './background.ts';
import { countWalls, Ward } from './enclosure.ts';
import { Part, type Cut } from './product-mask.ts';

/**
 * JPEG leaves pixels ≠ 255 only within 7 px (4:4:4) to 10 px (4:2:0) of the product down to quality 60, so white
 * is asked for exactly beyond this many pixels of the original, and with `haloTolerance` inside.
 */
const haloPixels = 16;
const haloTolerance = 48;
/** Next to the product its soft edge mixes with the background: not judged at all. */
const edgePixels = 6;
/**
 * Background with the product on this many sides may be a white product's own body, that the cut leaked into, or
 * the gap of a handle: too doubtful to accuse.
 */
const walledSides = 3;
/** A pale patch is at most this share of the frame, and nowhere darker than this level. */
const largestPaleShare = 0.012;
const palest = 243;
/** Fewer background pixels than this share of the frame say nothing about the background. */
const leastBackground = 0.01;

export interface Whiteness {
  /** 0–1; null where there is next to no background */
  readonly share: number | null;
  /** 255 where a judged background pixel is not white, at the size of the working copy */
  readonly offWhite: Mask;
}

/** How a pixel of the working copy is judged. */
const Zone = { unjudged: 0, tolerant: 1, exact: 2 } as const;

function zones(cut: Cut, factor: number): Uint8Array {
  const { width, height, parts } = cut;
  const solid = parts.map((part) => (part === Part.product || part === Part.overlay ? 1 : 0));
  const edge = dilate(solid, width, height, Math.max(1, Math.ceil(edgePixels / factor)));
  const halo = dilate(solid, width, height, Math.max(2, Math.ceil(haloPixels / factor)));
  const walls = countWalls(parts.map((part) => (part === Part.product ? Ward.wall : Ward.open)), width, height);
  const zone = new Uint8Array(parts.length);
  for (let at = 0; at < zone.length; at++) if (!edge[at] && walls[at]! < walledSides) zone[at] = halo[at] ? Zone.tolerant : Zone.exact;
  return zone;
}

/**
 * Forgives small, very light patches that lie against the product: a white product's own edge, that the cut took for
 * background. A shadow is darker or larger. Returns the number of original pixels forgiven, and clears them.
 */
function forgivePalePatches(off: Uint16Array, zone: Uint8Array, { width, height, luma }: Survey): number {
  if (!off.some((count) => count > 0)) return 0;
  const { labels, list } = labelComponents(Uint8Array.from(off, (count) => (count > 0 ? 1 : 0)), width, height);
  const pale = new Uint8Array(list.length + 1);
  for (const { label, area } of list) pale[label] = area <= largestPaleShare * labels.length ? 1 : 0;
  const atProduct = new Uint8Array(list.length + 1);
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    if (label === 0) continue;
    if (luma[at]! < palest) pale[label] = 0;
    const unjudged = [at - 1, at + 1, at - width, at + width].some((beside) => zone[beside] !== Zone.exact);
    if (unjudged) atProduct[label] = 1;
  }
  let forgiven = 0;
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    if (!pale[label] || !atProduct[label]) continue;
    forgiven += off[at]!;
    off[at] = 0;
  }
  return forgiven;
}

/**
 * Share of background pixels that are exactly 255, 255, 255, counted on the original. In the halo around the
 * product only clear departures (a contact shadow) count, and against it: a uniform 250 gives 0.
 */
export function measureWhiteness(picture: Picture, survey: Survey, cut: Cut, factor: number): Whiteness {
  const zone = zones(cut, factor);
  /** off-white pixels of the original in each pixel of the working copy */
  const off = new Uint16Array(zone.length);
  const { data } = picture;
  let white = 0;
  let judged = 0;
  const clearlyOff = 255 - haloTolerance;
  for (let y = 0; y < picture.height; y++) {
    let to = Math.floor(y / factor) * survey.width;
    for (let x = 0; x < picture.width; x += factor, to++) {
      const kind = zone[to]!;
      if (kind === Zone.unjudged) continue;
      const end = (y * picture.width + Math.min(picture.width, x + factor)) * 3;
      let departing = 0;
      for (let at = (y * picture.width + x) * 3; at < end; at += 3) {
        const least = kind === Zone.exact ? 255 : clearlyOff;
        if (data[at]! < least || data[at + 1]! < least || data[at + 2]! < least) departing += 1;
        else if (kind === Zone.exact) white += 1;
      }
      off[to] = off[to]! + departing;
      judged += departing;
    }
  }
  judged += white;
  judged -= forgivePalePatches(off, zone, survey);
  const enough = judged >= leastBackground * picture.width * picture.height;
  return { share: enough ? white / judged : null, offWhite: { width: survey.width, height: survey.height, data: Uint8Array.from(off, (count) => (count > 0 ? 255 : 0)) } };
}
