/**
 * Non-zero cells grown by `radius` cells in a square neighbourhood (Chebyshev distance), as a new 0/1 grid.
 * Along the rows, then along the columns, so the cost does not depend on the radius.
 */
export function dilate(cells: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const grown = growRows(cells, width, height, Math.max(0, radius));
  if (radius > 0) growColumns(grown, width, height, radius);
  return grown;
}

/** Non-zero cells that are further than `radius` cells from every zero cell; beyond the frame counts as set. */
export function erode(cells: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const inverse = new Uint8Array(cells.length);
  for (let at = 0; at < cells.length; at++) if (cells[at] === 0) inverse[at] = 1;
  const grown = dilate(inverse, width, height, radius);
  for (let at = 0; at < grown.length; at++) grown[at] = 1 - grown[at]!;
  return grown;
}

/** Every run of set cells, longer by `radius` at both ends. */
function growRows(cells: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const grown = new Uint8Array(cells.length);
  for (let row = 0, end = width; row < width * height; row += width, end += width) {
    for (let at = row; at < end; at++) {
      if (cells[at] === 0) continue;
      const start = at;
      while (at < end && cells[at] !== 0) at += 1;
      grown.fill(1, Math.max(row, start - radius), Math.min(end, at + radius));
    }
  }
  return grown;
}

/** The same along the columns, in place, row by row: `reach` says up to which row the last set cell of a column spreads. */
function growColumns(cells: Uint8Array, width: number, height: number, radius: number): void {
  const rows = cells.slice();
  const reach = new Int32Array(width).fill(-1);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (rows[at] !== 0) reach[x] = y + radius;
      else if (y <= reach[x]!) cells[at] = 1;
    }
  }
  reach.fill(height);
  for (let y = height - 1, at = rows.length - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--, at--) {
      if (rows[at] !== 0) reach[x] = y - radius;
      else if (y >= reach[x]!) cells[at] = 1;
    }
  }
}
