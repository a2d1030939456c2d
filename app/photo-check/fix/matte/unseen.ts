import { labelComponents } from '../../../kernel/components.ts';
import { dilate } from '../../../kernel/morphology.ts';
import type { Picture } from '../../../kernel/picture.ts';

/** Slopes, see `slopes`: one that only an object's own edge has, a sharp one, and one that a shadow's edge rarely has. */
const objectSlope = 90;
const sharpSlope = 40;
const someSlope = 24;
/** A patch whose rim is sharp to this share has an object in it: all of it that is no shadow … */
const objectRim = 0.25;
/** … or to this share, whatever its light: cast shadows measure .36 at most. */
const wholeRim = 0.6;
/** Cells from the smooth ground in which a patch's rim lies. */
const rimCells = 2;
/** Patches of fewer cells than this are noise. */
const speck = 12;

/** Slope over two cells each way, in levels of the steepest channel, both directions added; 0 along the frame. */
function slopes({ width, height, data }: Picture): Uint16Array {
  const out = new Uint16Array(width * height);
  const step = (a: number, b: number): number => {
    const r = Math.abs(data[a * 3]! - data[b * 3]!);
    const g = Math.abs(data[a * 3 + 1]! - data[b * 3 + 1]!);
    const last = Math.abs(data[a * 3 + 2]! - data[b * 3 + 2]!);
    return r > g ? (r > last ? r : last) : g > last ? g : last;
  };
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) out[at] = step(at - 1, at + 1) + step(at - width, at + width);
  }
  return out;
}

/**
 * How many cells of `unexplained` (neither smooth ground nor the model's product) belong to objects rather than to
 * shadows: a shadow's rim is soft where the flood of the ground ends at it, an object's is sharp.
 */
export function unseenArea(working: Picture, unexplained: Uint8Array, smooth: Uint8Array, shadow: Uint8Array): number {
  const { width, height } = working;
  const slope = slopes(working);
  const beside = dilate(smooth, width, height, rimCells);
  const { labels, list } = labelComponents(unexplained, width, height);
  const patches = list.map(() => ({ rim: 0, sharp: 0, solid: 0, edges: 0 }));
  for (let at = 0; at < labels.length; at++) {
    const patch = patches[labels[at]! - 1];
    if (patch === undefined) continue;
    if (shadow[at] === 0) patch.solid += 1;
    if (slope[at]! >= objectSlope || (slope[at]! >= someSlope && shadow[at] === 0)) patch.edges += 1;
    if (beside[at] === 0) continue;
    patch.rim += 1;
    if (slope[at]! >= sharpSlope) patch.sharp += 1;
  }
  return list.reduce((sum, { area }, i) => {
    const { rim, sharp, solid, edges } = patches[i]!;
    if (area < speck) return sum;
    if (sharp >= wholeRim * rim) return sum + area;
    return sum + (sharp >= objectRim * rim ? Math.max(edges, solid) : edges);
  }, 0);
}
