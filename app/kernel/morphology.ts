/**
 * Non-zero cells grown by `radius` cells in a square neighbourhood (Chebyshev distance), as a new 0/1 grid.
 * Along the rows, then along the columns, where four cells are joined at once and the window doubles from pass to pass.
 */
export function dilate(cells: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const reach = Math.max(0, radius);
  const stride = Math.ceil(width / 4) * 4;
  const rows = new Uint8Array(stride * (height + 2 * reach));
  growRows(cells, rows.subarray(reach * stride), { width, height, stride, radius: reach });
  joinRows(new Uint32Array(rows.buffer), stride / 4, 2 * reach + 1);
  return unpadded(rows, width, height, stride);
}

/** Non-zero cells that are further than `radius` cells from every zero cell; beyond the frame counts as set. */
export function erode(cells: Uint8Array, width: number, height: number, radius: number): Uint8Array {
  const reach = Math.max(0, radius);
  const stride = Math.ceil(width / 4) * 4;
  const rows = new Uint8Array(stride * (height + 2 * reach));
  rows.fill(1, 0, reach * stride);
  rows.fill(1, (reach + height) * stride);
  shrinkRows(cells, rows.subarray(reach * stride), { width, height, stride, radius: reach });
  intersectRows(new Uint32Array(rows.buffer), stride / 4, 2 * reach + 1);
  return unpadded(rows, width, height, stride);
}

/** The first rows of a grid without what each has at its end to make its length a multiple of four. */
function unpadded(rows: Uint8Array, width: number, height: number, stride: number): Uint8Array {
  if (stride === width) return rows.subarray(0, width * height);
  const cells = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) cells.set(rows.subarray(y * stride, y * stride + width), y * width);
  return cells;
}

interface Rows {
  readonly width: number;
  readonly height: number;
  /** cells from one row of the target to the next */
  readonly stride: number;
  readonly radius: number;
}

/** Every run of set cells, longer by `radius` at both ends. */
function growRows(cells: Uint8Array, to: Uint8Array, { width, height, stride, radius }: Rows): void {
  for (let y = 0, row = 0; y < height; y++, row += width) {
    const start = y * stride;
    for (let x = 0; x < width; x++) {
      if (cells[row + x] === 0) continue;
      const first = x;
      while (x < width && cells[row + x] !== 0) x += 1;
      to.fill(1, start + Math.max(0, first - radius), start + Math.min(width, x + radius));
    }
  }
}

/** Every run of set cells, shorter by `radius` at each end that is not the frame's. */
function shrinkRows(cells: Uint8Array, to: Uint8Array, { width, height, stride, radius }: Rows): void {
  for (let y = 0, row = 0; y < height; y++, row += width) {
    const start = y * stride;
    for (let x = 0; x < width; x++) {
      if (cells[row + x] === 0) continue;
      const first = x === 0 ? 0 : x + radius;
      while (x < width && cells[row + x] !== 0) x += 1;
      const end = x === width ? width : x - radius;
      if (first < end) to.fill(1, start + first, start + end);
    }
  }
}

/** Each row becomes the union of itself and the `count` − 1 rows below it, in place. */
function joinRows(words: Uint32Array, stride: number, count: number): void {
  for (let joined = 1; joined < count; ) {
    const more = Math.min(joined, count - joined);
    const ahead = more * stride;
    for (let at = 0, end = words.length - ahead; at < end; at++) words[at] = words[at]! | words[at + ahead]!;
    joined += more;
  }
}

/** Each row becomes what it has in common with the `count` − 1 rows below it, in place. */
function intersectRows(words: Uint32Array, stride: number, count: number): void {
  for (let joined = 1; joined < count; ) {
    const more = Math.min(joined, count - joined);
    const ahead = more * stride;
    for (let at = 0, end = words.length - ahead; at < end; at++) words[at] = words[at]! & words[at + ahead]!;
    joined += more;
  }
}
