import type { Picture } from '../../kernel/picture.ts';

/** Evenly spread rows or columns of a picture, green alone. */
export interface SampledLines {
  readonly count: number;
  readonly length: number;
  /** line after line, 0–255 */
  readonly levels: Uint8Array;
}

/** So many rows and as many columns are read. */
const lines = 112;

/** Rows and columns of a picture; columns are gathered row by row, which is the order that memory likes. */
export function sampleLines({ width, height, data }: Picture): readonly [rows: SampledLines, columns: SampledLines] {
  const taken = (of: number): readonly number[] => {
    const count = Math.min(lines, of);
    return Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * of) / count));
  };
  const rowsAt = taken(height);
  const rows = new Uint8Array(rowsAt.length * width);
  rowsAt.forEach((y, line) => {
    for (let x = 0, at = y * width * 3 + 1, to = line * width; x < width; x++, at += 3, to++) rows[to] = data[at]!;
  });
  const columnsAt = Uint32Array.from(taken(width), (x) => x * 3 + 1);
  const columns = new Uint8Array(columnsAt.length * height);
  for (let y = 0, row = 0; y < height; y++, row += width * 3) {
    for (let line = 0, to = y; line < columnsAt.length; line++, to += height) columns[to] = data[row + columnsAt[line]!]!;
  }
  return [
    { count: rowsAt.length, length: width, levels: rows },
    { count: columnsAt.length, length: height, levels: columns },
  ];
}
