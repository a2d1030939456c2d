/** A 0/1 grid of the cells for which a test holds. */
export function cells(length: number, test: (at: number) => boolean): Uint8Array {
  const out = new Uint8Array(length);
  for (let at = 0; at < length; at++) if (test(at)) out[at] = 1;
  return out;
}

/** How many cells of a grid are set. */
export function countCells(grid: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < grid.length; at++) if (grid[at] !== 0) count += 1;
  return count;
}
