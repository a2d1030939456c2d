import { dilate, erode } from '../../../kernel/morphology.ts';
import type { Picture } from '../../../kernel/picture.ts';

/** Steepest step from cell to cell, and steepest slope across a cell, that a lit wall or a soft shadow has, in levels. */
const steepestStep = 5;
const steepestSlope = 12;
/** Half the width of the narrowest passage that is flooded, in cells: a weak spot of an edge is no passage. */
const passage = 1;

/** Sum over the channels' largest departure between two cells, in levels. */
const stepBetween = (data: Uint8Array, a: number, b: number): number =>
  Math.max(Math.abs(data[a * 3]! - data[b * 3]!), Math.abs(data[a * 3 + 1]! - data[b * 3 + 1]!), Math.abs(data[a * 3 + 2]! - data[b * 3 + 2]!));

/** Cells whose slope in any channel, over two cells each way, is gentle: 1 a cell. */
function gentle({ width, height, data }: Picture): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const up = y > 0 ? width : 0;
    const down = y < height - 1 ? width : 0;
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const left = x > 0 ? at - 1 : at;
      const right = x < width - 1 ? at + 1 : at;
      if (stepBetween(data, left, right) + stepBetween(data, at - up, at + down) <= steepestSlope) out[at] = 1;
    }
  }
  return out;
}

/**
 * Floods a smooth background: from the seeds on through cells that differ little from their neighbours and lie on no
 * edge, also down the slope of a soft shadow; never into a cell that is `closed`. 1 = background.
 */
export function floodSmooth(picture: Picture, seeds: Uint8Array, closed: Uint8Array): Uint8Array {
  const { width, height, data } = picture;
  const free = gentle(picture);
  for (let at = 0; at < free.length; at++) if (closed[at] !== 0) free[at] = 0;
  const open = erode(free, width, height, passage);
  const flooded = new Uint8Array(width * height);
  const stack = new Int32Array(flooded.length);
  let size = 0;
  for (let at = 0; at < seeds.length; at++) {
    if (seeds[at] === 0 || open[at] === 0) continue;
    flooded[at] = 1;
    stack[size++] = at;
  }
  while (size > 0) {
    const at = stack[--size]!;
    const x = at % width;
    for (let side = 0; side < 4; side++) {
      if (side === 0 ? x === 0 : side === 1 ? x === width - 1 : side === 2 ? at < width : at >= flooded.length - width) continue;
      const to = side === 0 ? at - 1 : side === 1 ? at + 1 : side === 2 ? at - width : at + width;
      if (flooded[to] !== 0 || open[to] === 0 || stepBetween(data, at, to) > steepestStep) continue;
      flooded[to] = 1;
      stack[size++] = to;
    }
  }
  const full = dilate(flooded, width, height, passage);
  for (let at = 0; at < full.length; at++) if (free[at] === 0) full[at] = 0;
  return full;
}
