export type GridMove = 'left' | 'right' | 'up' | 'down' | 'home' | 'end' | 'page-up' | 'page-down' | 'next' | 'previous';

export interface GridShape {
  readonly count: number;
  readonly columns: number;
  /** whole rows that fit the window, at least 1 */
  readonly pageRows: number;
}

/**
 * The index a move leads to in a grid that is filled row by row. Left and right run on over the ends of
 * rows; up and down stay in their column and stop at the first and last row, where the last row may be
 * short. Returns -1 for an empty grid, and 0 where nothing was current yet.
 */
export function moveIndex(from: number, move: GridMove, { count, columns, pageRows }: GridShape): number {
  if (count === 0) return -1;
  if (from < 0) return move === 'end' ? count - 1 : 0;
  const last = count - 1;
  const down = (rows: number): number => {
    const target = from + rows * columns;
    if (target <= last) return target;
    const lastRow = Math.floor(last / columns);
    if (Math.floor(from / columns) === lastRow) return from;
    return Math.min(lastRow * columns + (from % columns), last);
  };
  const up = (rows: number): number => {
    const target = from - rows * columns;
    return target >= 0 ? target : from % columns;
  };
  const moves: Record<GridMove, () => number> = {
    left: () => Math.max(0, from - 1),
    previous: () => Math.max(0, from - 1),
    right: () => Math.min(last, from + 1),
    next: () => Math.min(last, from + 1),
    up: () => up(1),
    down: () => down(1),
    'page-up': () => up(pageRows),
    'page-down': () => down(pageRows),
    home: () => 0,
    end: () => last,
  };
  return moves[move]();
}

/** How many tiles stand side by side, and how wide each is, so that they fill the row evenly (pixels). */
export function layoutGrid(width: number, wanted: number, gap: number): { columns: number; tileWidth: number } {
  const columns = Math.max(1, Math.floor((width + gap) / (wanted + gap)));
  const tileWidth = Math.max(1, Math.floor((width - gap * (columns - 1)) / columns));
  return { columns, tileWidth };
}
