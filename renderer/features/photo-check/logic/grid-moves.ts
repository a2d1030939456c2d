export type GridMove = 'left' | 'right' | 'up' | 'down' | 'home' | 'end' | 'page-up' | 'page-down' | 'next' | 'previous';

/** Tiles side by side: places `from` to `from + count - 1` of the list. */
export interface TileLine {
  readonly from: number;
  readonly count: number;
}

/** How tiles stand: in lines from top to bottom, and which line each place of the list is on. */
export interface GridShape {
  readonly lines: readonly TileLine[];
  readonly lineOf: readonly number[];
  /** whole lines that fit the window, at least 1 */
  readonly pageRows: number;
}

/** Fills lines of `columns` tiles, group by group: each group begins a line of its own, and its last one may be short. */
export function tileLines(groups: readonly number[], columns: number): Pick<GridShape, 'lines' | 'lineOf'> {
  const lines: TileLine[] = [];
  const lineOf: number[] = [];
  let from = 0;
  for (const size of groups) {
    const end = from + size;
    for (; from < end; from += columns) {
      const count = Math.min(columns, end - from);
      for (let n = 0; n < count; n++) lineOf.push(lines.length);
      lines.push({ from, count });
    }
    from = end;
  }
  return { lines, lineOf };
}

/**
 * The index a move leads to. Left and right run on over the ends of lines; up and down stay in their column and stop
 * at the first and last line, where a line may be short. Returns -1 for an empty grid, and 0 where nothing was
 * current yet.
 */
export function moveIndex(from: number, move: GridMove, { lines, lineOf, pageRows }: GridShape): number {
  const last = lineOf.length - 1;
  if (last < 0) return -1;
  if (from < 0) return move === 'end' ? last : 0;
  const byLines = (by: number): number => {
    const at = lineOf[from] ?? 0;
    const line = lines[Math.min(Math.max(at + by, 0), lines.length - 1)];
    const column = from - (lines[at]?.from ?? 0);
    return line === undefined ? from : line.from + Math.min(column, line.count - 1);
  };
  const moves: Record<GridMove, () => number> = {
    left: () => Math.max(0, from - 1),
    previous: () => Math.max(0, from - 1),
    right: () => Math.min(last, from + 1),
    next: () => Math.min(last, from + 1),
    up: () => byLines(-1),
    down: () => byLines(1),
    'page-up': () => byLines(-pageRows),
    'page-down': () => byLines(pageRows),
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
