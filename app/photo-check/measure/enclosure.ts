/** What a cell is to somebody who walks across the grid: a wall raises a wall behind him, a gap takes it down. */
export const Ward = { open: 0, gap: 1, wall: 2 } as const;

/** For every cell of a grid of `Ward`s, how many of the four directions are walled: 0–4. */
export function countWalls(wards: Uint8Array, width: number, height: number): Uint8Array {
  const walls = new Uint8Array(wards.length);
  for (let y = 0; y < height; y++) {
    walk(wards, walls, y * width, 1, width);
    walk(wards, walls, y * width + width - 1, -1, width);
  }
  march(wards, walls, 0, 1, width, height);
  march(wards, walls, height - 1, -1, width, height);
  return walls;
}

/** One walker along a row. */
function walk(wards: Uint8Array, walls: Uint8Array, from: number, step: number, length: number): void {
  let walled = 0;
  for (let i = 0, at = from; i < length; i++, at += step) {
    walls[at] = walls[at]! + walled;
    const ward = wards[at]!;
    if (ward !== Ward.open) walled = ward === Ward.wall ? 1 : 0;
  }
}

/** A walker in every column at once, abreast from row to row: the grid lies in memory that way. */
function march(wards: Uint8Array, walls: Uint8Array, from: number, step: number, width: number, height: number): void {
  const walled = new Uint8Array(width);
  for (let i = 0, y = from; i < height; i++, y += step) {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      walls[at] = walls[at]! + walled[x]!;
      const ward = wards[at]!;
      if (ward !== Ward.open) walled[x] = ward === Ward.wall ? 1 : 0;
    }
  }
}
