import type { SampledLines } from './sampled-lines.ts';

/** JPEG works on blocks of this many pixels. */
const block = 8;
/** A seam stands out where it is a step of this many levels … */
const leastStep = 3;
/** … and no edge of the picture itself … */
const mostStep = 30;
/** … between two sides that are smooth: the six steps next to it sum up to no more than this, or than its height by so much. */
const mostAround = 4;
const mostAroundHeight = 1;
/** A single seam counts no more than this. */
const mostCounted = 12;
/** White ground that JPEG left white has no seams to look at. */
const white = 252;
/** Fewer places than this say nothing. */
const leastPlaces = 400;
/** Other grids (an enlarged JPEG's, a print's) leave steps in several phases: the second-best must stay below this share of the best. */
const mostSecond = 0.6;

/** Height of the steps that stand out, by their place in the grid of blocks. */
interface Seams {
  readonly heights: Float64Array;
  places: number;
}

/** Adds up the row or column that starts at `start`. */
function addLine(levels: Uint8Array, start: number, length: number, seams: Seams): void {
  const step = (i: number): number => Math.abs(levels[i]! - levels[i - 1]!);
  for (let x = block, at = start + block; x + block < length; x++, at++) {
    if (levels[at]! >= white && levels[at - 4]! >= white && levels[at + 4]! >= white) continue;
    seams.places += 1;
    const height = step(at);
    if (height < leastStep || height > mostStep) continue;
    const around = step(at - 3) + step(at - 2) + step(at - 1) + step(at + 1) + step(at + 2) + step(at + 3);
    if (around <= Math.max(mostAround, mostAroundHeight * height)) seams.heights[x % block] = seams.heights[x % block]! + Math.min(mostCounted, height);
  }
}

/** Mean height of the seams in one direction that stand out, less what stands out off the grid; null where there is too little to see. */
function seamsAlong({ count, length, levels }: SampledLines): number | null {
  const seams: Seams = { heights: new Float64Array(block), places: 0 };
  for (let line = 0; line < count; line++) addLine(levels, line * length, length, seams);
  if (seams.places < leastPlaces) return null;
  const byPhase = [...seams.heights].map((sum) => (sum * block) / seams.places).sort((a, b) => a - b);
  const [best = 0, second = 0] = [byPhase.at(-1), byPhase.at(-2)];
  const usual = byPhase[block / 2 - 1] ?? 0;
  return second - usual > mostSecond * (best - usual) ? 0 : best - usual;
}

/**
 * How far the seams of JPEG's blocks stand out: the mean height, over all seams, of those that are a clear step
 * between two smooth sides, in 8-bit levels. The grid may be shifted, as it is in a picture that was cropped or saved
 * again in another format. What texture hides does not count, whatever the file's quality. Null where there is too
 * little but white.
 */
export function measureJpegArtefacts(directions: readonly SampledLines[]): number | null {
  const heights = directions.map(seamsAlong).filter((height) => height !== null);
  return heights.length < directions.length ? null : heights.reduce((sum, height) => sum + height, 0) / heights.length;
}
