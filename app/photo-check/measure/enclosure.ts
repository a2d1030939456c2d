/**
 * For every cell of a grid, how many of the four directions are walled: 0–4. `wallAfter` says whether there is a
 * wall behind a walker who leaves cell `at`, given whether there was one before.
 */
export function countWalls(width: number, height: number, wallAfter: (walled: boolean, at: number) => boolean): Uint8Array {
  const walls = new Uint8Array(width * height);
  const sweep = (lines: number, length: number, first: (line: number) => number, step: number): void => {
    for (let line = 0; line < lines; line++) {
      let walled = false;
      for (let i = 0, at = first(line); i < length; i++, at += step) {
        if (walled) walls[at] = walls[at]! + 1;
        walled = wallAfter(walled, at);
      }
    }
  };
  sweep(height, width, (y) => y * width, 1);
  sweep(height, width, (y) => y * width + width - 1, -1);
  sweep(width, height, (x) => x, width);
  sweep(width, height, (x) => (height - 1) * width + x, -width);
  return walls;
}
