import type { Box } from './geometry.ts';

/** One 4-connected region of a binary grid. */
export interface Component {
  /** its number in `labels`, from 1 */
  readonly label: number;
  /** pixels */
  readonly area: number;
  readonly box: Box;
}

export interface Components {
  /** 0 = not set; otherwise the number of the pixel's component */
  readonly labels: Int32Array;
  readonly list: readonly Component[];
}

/** The set cells as runs within rows, in reading order: run i covers the cells from[i] to to[i] − 1. */
interface Runs {
  readonly from: number[];
  readonly to: number[];
  /** where a run leads in the forest of joined runs; a root, the first run of its region, leads to itself */
  readonly parents: number[];
}

/** Root of a run; halves the path on its way. */
function rootOf(parents: number[], run: number): number {
  let at = run;
  while (parents[at]! !== at) {
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}

function join(parents: number[], one: number, other: number): void {
  const a = rootOf(parents, one);
  const b = rootOf(parents, other);
  if (a < b) parents[b] = a;
  else parents[a] = b;
}

/** Finds the runs, and joins each with those of the row above that it touches. */
function findRuns(cells: Uint8Array, width: number, height: number): Runs {
  const from: number[] = [];
  const to: number[] = [];
  const parents: number[] = [];
  let above = 0;
  for (let row = 0, end = width; row < width * height; row += width, end += width) {
    const first = from.length;
    let candidate = above;
    for (let at = row; at < end; at++) {
      if (cells[at] === 0) continue;
      const start = at;
      while (at < end && cells[at] !== 0) at += 1;
      const run = parents.push(from.length) - 1;
      from.push(start);
      to.push(at);
      while (candidate < first && to[candidate]! + width <= start) candidate += 1;
      for (let other = candidate; other < first && from[other]! + width < at; other++) join(parents, other, run);
    }
    above = first;
  }
  return { from, to, parents };
}

/**
 * Labels the 4-connected regions of non-zero cells in a width × height grid by the runs of their rows
 * (A. Rosenfeld, J. L. Pfaltz, "Sequential operations in digital picture processing", J. ACM 13, 1966).
 */
export function labelComponents(cells: Uint8Array, width: number, height: number): Components {
  const labels = new Int32Array(width * height);
  const { from, to, parents } = findRuns(cells, width, height);
  const final = new Int32Array(from.length);
  const areas: number[] = [];
  const lefts: number[] = [];
  const rights: number[] = [];
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (let run = 0; run < from.length; run++) {
    const start = from[run]!;
    const end = to[run]!;
    const y = Math.floor(start / width);
    const left = start - y * width;
    const right = left + end - start - 1;
    const root = rootOf(parents, run);
    let i = final[root]! - 1;
    if (i < 0) {
      i = areas.push(0) - 1;
      final[root] = i + 1;
      lefts.push(left);
      rights.push(right);
      tops.push(y);
      bottoms.push(y);
    }
    labels.fill(i + 1, start, end);
    areas[i] = areas[i]! + end - start;
    if (left < lefts[i]!) lefts[i] = left;
    if (right > rights[i]!) rights[i] = right;
    bottoms[i] = y;
  }
  const list = areas.map((area, i): Component => {
    const x = lefts[i]!;
    const y = tops[i]!;
    return { label: i + 1, area, box: { x, y, width: rights[i]! - x + 1, height: bottoms[i]! - y + 1 } };
  });
  return { labels, list };
}
