import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dilate, erode } from './morphology.ts';

interface Drawn {
  readonly cells: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const drawn: fc.Arbitrary<Drawn> = fc
  .tuple(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 9 }))
  .chain(([width, height]) => fc.array(fc.constantFrom(0, 1, 1), { minLength: width * height, maxLength: width * height }).map((cells) => ({ cells: Uint8Array.from(cells), width, height })));

/** Values of the cells within `radius` of each cell, without those beyond the frame. */
function around({ cells, width, height }: Drawn, radius: number): number[][] {
  return Array.from(cells, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return Array.from(cells).filter((__, other) => Math.abs((other % width) - x) <= radius && Math.abs(Math.floor(other / width) - y) <= radius && other < width * height);
  });
}

it('grows cells into every cell around them', () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: 0, max: 4 }), (grid, radius) => {
      expect([...dilate(grid.cells, grid.width, grid.height, radius)]).toEqual(around(grid, radius).map((values) => (values.includes(1) ? 1 : 0)));
    }),
  );
});

it('leaves the cells that have none but set ones around them', () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: 0, max: 4 }), (grid, radius) => {
      expect([...erode(grid.cells, grid.width, grid.height, radius)]).toEqual(around(grid, radius).map((values) => (values.includes(0) ? 0 : 1)));
    }),
  );
});
