import { labelComponents } from '../../kernel/components.ts';
import { dilate } from '../../kernel/morphology.ts';
import type { Mask, Picture } from '../../kernel/picture.ts';
import { bytesOf, firstNotWhite, type Bytes } from '../../kernel/white.ts';
import type { Survey } from './background.ts';
import { Part, type Cut } from './cut.ts';

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

/** First and last product pixel of every row and column; one without any has its last before its first. */
function outlineOf(parts: Uint8Array, width: number, height: number) {
  const left = new Int32Array(height).fill(width);
  const right = new Int32Array(height).fill(-1);
  const top = new Int32Array(width).fill(height);
  const bottom = new Int32Array(width).fill(-1);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (parts[at] !== Part.product) continue;
      if (left[y]! > x) left[y] = x;
      right[y] = x;
      if (top[x]! > y) top[x] = y;
      bottom[x] = y;
    }
  }
  return { left, right, top, bottom };
}

function zones(cut: Cut, factor: number): Uint8Array {
  const { width, height, parts } = cut;
  const solid = new Uint8Array(parts.length);
  for (let at = 0; at < parts.length; at++) if (parts[at] === Part.product || parts[at] === Part.overlay) solid[at] = 1;
  const edge = dilate(solid, width, height, Math.max(1, Math.ceil(edgePixels / factor)));
  const halo = dilate(solid, width, height, Math.max(2, Math.ceil(haloPixels / factor)));
  const { left, right, top, bottom } = outlineOf(parts, width, height);
  const zone = new Uint8Array(parts.length);
  for (let y = 0, at = 0; y < height; y++) {
    const first = left[y]!;
    const last = right[y]!;
    for (let x = 0; x < width; x++, at++) {
      if (edge[at] !== 0) continue;
      const walls = (x > first ? 1 : 0) + (x < last ? 1 : 0) + (y > top[x]! ? 1 : 0) + (y < bottom[x]! ? 1 : 0);
      if (walls < walledSides) zone[at] = halo[at] === 0 ? Zone.exact : Zone.tolerant;
    }
  }
  return zone;
}

/**
 * Forgives small, very light patches that lie against the product: a white product's own edge, that the cut took for
 * background. A shadow is darker or larger. Returns the number of original pixels forgiven, and clears them.
 */
function forgivePalePatches(off: Uint16Array, zone: Uint8Array, { width, height, luma }: Survey): number {
  const departing = new Uint8Array(off.length);
  let any = false;
  for (let at = 0; at < off.length; at++) {
    if (off[at] === 0) continue;
    departing[at] = 1;
    any = true;
  }
  if (!any) return 0;
  const { labels, list } = labelComponents(departing, width, height);
  const pale = new Uint8Array(list.length + 1);
  for (const { label, area } of list) pale[label] = area <= largestPaleShare * labels.length ? 1 : 0;
  const atProduct = new Uint8Array(list.length + 1);
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!;
    if (!pale[label]) continue;
    if (luma[at]! < palest) pale[label] = 0;
    const judgedAround = zone[at - 1] === Zone.exact && zone[at + 1] === Zone.exact && zone[at - width] === Zone.exact && zone[at + width] === Zone.exact;
    if (!judgedAround) atProduct[label] = 1;
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

/** What was counted on the original. */
interface Count {
  white: number;
  judged: number;
  /** off-white pixels of the original in each pixel of the working copy */
  readonly off: Uint16Array;
}

/** One pixel of the working copy in one row of the original: its departures from white. */
function countDepartures(data: Uint8Array, from: number, to: number, least: number): number {
  let departing = 0;
  for (let at = from; at < to; at += 3) if (data[at]! < least || data[at + 1]! < least || data[at + 2]! < least) departing += 1;
  return departing;
}

/** A run of pixels of the working copy in one row that are judged alike. */
interface Run {
  readonly first: number;
  /** behind its last */
  readonly end: number;
  readonly exact: boolean;
}

/** What is judged in the row that starts at `row`. */
function runsOf(zone: Uint8Array, row: number, columns: number): readonly Run[] {
  const runs: Run[] = [];
  for (let cell = 0; cell < columns; ) {
    const kind = zone[row + cell]!;
    const first = cell;
    while (cell < columns && zone[row + cell] === kind) cell += 1;
    if (kind !== Zone.unjudged) runs.push({ first, end: cell, exact: kind === Zone.exact });
  }
  return runs;
}

/** One row of the original under the runs of the row of the working copy that starts at `row`. */
function countRow({ data, width }: Picture, bytes: Bytes, y: number, runs: readonly Run[], row: number, factor: number, count: Count): void {
  const start = y * width * 3;
  const byteOf = (cell: number): number => start + Math.min(width, cell * factor) * 3;
  for (const { first, end, exact } of runs) {
    const [from, to] = [byteOf(first), byteOf(end)];
    const pixels = (to - from) / 3;
    let departing = 0;
    if (firstNotWhite(bytes, from, to) < to) {
      const least = exact ? 255 : 255 - haloTolerance;
      for (let c = first; c < end; c++) {
        const departed = countDepartures(data, byteOf(c), byteOf(c + 1), least);
        if (departed === 0) continue;
        count.off[row + c] = count.off[row + c]! + departed;
        departing += departed;
      }
    }
    if (exact) count.white += pixels - departing;
    count.judged += exact ? pixels : departing;
  }
}

/**
 * Share of background pixels that are exactly 255, 255, 255, counted on the original. In the halo around the
 * product only clear departures (a contact shadow) count, and against it: a uniform 250 gives 0.
 */
export function measureWhiteness(picture: Picture, survey: Survey, cut: Cut, factor: number): Whiteness {
  const zone = zones(cut, factor);
  const { width, height } = picture;
  const bytes = bytesOf(picture.data);
  const count: Count = { white: 0, judged: 0, off: new Uint16Array(zone.length) };
  for (let cells = 0, y = 0; cells < survey.height; cells++) {
    const row = cells * survey.width;
    const runs = runsOf(zone, row, survey.width);
    for (const end = Math.min(height, (cells + 1) * factor); y < end; y++) countRow(picture, bytes, y, runs, row, factor, count);
  }
  const { white, off } = count;
  const judged = count.judged - forgivePalePatches(off, zone, survey);
  const offWhite = new Uint8Array(off.length);
  for (let at = 0; at < off.length; at++) if (off[at] !== 0) offWhite[at] = 255;
  const enough = judged >= leastBackground * width * height;
  return { share: enough ? white / judged : null, offWhite: { width: survey.width, height: survey.height, data: offWhite } };
}
