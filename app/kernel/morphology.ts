/**
 * Non-zero cells grown by `radius` cells in a square neighbourhood (Chebyshev distance), as a new 0/1 grid.
 * Two running passes, so the cost does not depend on the radius.
 */
export function dilate(cells: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  if (radius <= 0) return cells.map((value) => (value === 0 ? 0 : 1));
  const rows = new Uint8Array(cells.length);
  spread(cells, rows, { lines: height, length: width, lineStep: width, step: 1, radius });
  const grown = new Uint8Array(cells.length);
  spread(rows, grown, { lines: width, length: height, lineStep: 1, step: width, radius });
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

interface Pass {
  readonly lines: number;
  readonly length: number;
  readonly lineStep: number;
  readonly step: number;
  readonly radius: number;
}

/** One direction: a cell is set where the last set cell behind or the next one ahead is within the radius. */
function spread(from: Uint8Array, to: Uint8Array, { lines, length, lineStep, step, radius }: Pass): void {
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    let reach = -1;
    for (let i = 0, at = start; i < length; i++, at += step) {
      if (from[at] !== 0) reach = i + radius;
      if (i <= reach) to[at] = 1;
    }
    reach = length;
    for (let i = length - 1, at = start + (length - 1) * step; i >= 0; i--, at -= step) {
      if (from[at] !== 0) reach = i - radius;
      if (i >= reach) to[at] = 1;
    }
  }
}
