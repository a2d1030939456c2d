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

/** Root of a provisional label; halves the path on its way. */
function rootOf(parents: Int32Array, label: number): number {
  let at = label;
  while (parents[at]! !== at) {
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}

/** First pass: provisional labels row by row, with the equal ones joined in a forest. Returns their number. */
function labelRows(cells: Uint8Array, width: number, labels: Int32Array, parents: Int32Array): number {
  let count = 0;
  for (let at = 0, x = 0; at < cells.length; at++, x = x + 1 === width ? 0 : x + 1) {
    if (cells[at] === 0) continue;
    const left = x > 0 ? labels[at - 1]! : 0;
    const up = at >= width ? labels[at - width]! : 0;
    if (left === 0 && up === 0) {
      count += 1;
      parents[count] = count;
      labels[at] = count;
      continue;
    }
    labels[at] = left === 0 ? up : left;
    if (left === 0 || up === 0 || left === up) continue;
    const a = rootOf(parents, left);
    const b = rootOf(parents, up);
    if (a < b) parents[b] = a;
    else parents[a] = b;
  }
  return count;
}

/**
 * Labels the 4-connected regions of non-zero cells in a width × height grid, in two passes over the rows
 * (A. Rosenfeld, J. L. Pfaltz, "Sequential operations in digital picture processing", J. ACM 13, 1966).
 */
export function labelComponents(cells: Uint8Array, width: number, height: number): Components {
  const labels = new Int32Array(width * height);
  // A new label needs a cell without a left and an upper neighbour: at most every other one.
  const parents = new Int32Array(Math.ceil((width * height) / 2) + width + 2);
  const provisional = labelRows(cells, width, labels, parents);
  const final = new Int32Array(provisional + 1);
  const areas: number[] = [];
  const lefts: number[] = [];
  const rights: number[] = [];
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (labels[at] === 0) continue;
      const root = rootOf(parents, labels[at]!);
      let i = final[root]! - 1;
      if (i < 0) {
        i = areas.push(0) - 1;
        final[root] = i + 1;
        lefts.push(x);
        rights.push(x);
        tops.push(y);
        bottoms.push(y);
      }
      labels[at] = i + 1;
      areas[i] = areas[i]! + 1;
      if (x < lefts[i]!) lefts[i] = x;
      if (x > rights[i]!) rights[i] = x;
      bottoms[i] = y;
    }
  }
  const list = areas.map((area, i): Component => {
    const x = lefts[i]!;
    const y = tops[i]!;
    return { label: i + 1, area, box: { x, y, width: rights[i]! - x + 1, height: bottoms[i]! - y + 1 } };
  });
  return { labels, list };
}
