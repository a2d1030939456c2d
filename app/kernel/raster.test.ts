import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dilate, erode } from './morphology.ts';
import { shrink } from './resample.ts';

const grids = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 3 })).chain(([width, height, radius]) =>
  fc.tuple(fc.constant({ width, height, radius }), fc.array(fc.integer({ min: 0, max: 1 }), { minLength: width * height, maxLength: width * height }).map((cells) => Uint8Array.from(cells))),
);

describe('dilate', () => {
  it('sets exactly the cells within the radius of a set one', () => {
    fc.assert(
      fc.property(grids, ([{ width, height, radius }, cells]) => {
        const grown = dilate(cells, width, height, radius);
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            const near = cells.some((cell, at) => cell === 1 && Math.abs((at % width) - x) <= radius && Math.abs(Math.floor(at / width) - y) <= radius);
            expect(grown[y * width + x]).toBe(near ? 1 : 0);
          }
        }
      }),
    );
  });

  it('is undone by eroding a lone block away from the frame', () => {
    const block = Uint8Array.from({ length: 121 }, (_, at) => (Math.abs((at % 11) - 5) <= 1 && Math.abs(Math.floor(at / 11) - 5) <= 1 ? 1 : 0));
    expect(erode(dilate(block, 11, 11, 2), 11, 11, 2)).toEqual(block);
  });
});

describe('shrink', () => {
  it('takes the mean of whole blocks, and of what is left at the rim', () => {
    const data = Uint8Array.from([0, 10, 20, 30, 40].flatMap((level) => [level, level, level]));
    const { picture, factor } = shrink({ width: 5, height: 1, channels: 3, data }, 3);
    expect(factor).toBe(2);
    expect([picture.width, picture.height, ...picture.data]).toEqual([3, 1, 5, 5, 5, 25, 25, 25, 40, 40, 40]);
  });

  it('takes the same mean within white margins as anywhere', () => {
    const sizes = fc.record({ width: fc.integer({ min: 1, max: 14 }), height: fc.integer({ min: 1, max: 9 }), side: fc.integer({ min: 1, max: 14 }) });
    const level = fc.oneof({ weight: 9, arbitrary: fc.constant(255) }, { weight: 1, arbitrary: fc.nat(255) });
    const pictures = sizes.chain(({ width, height, side }) =>
      fc.array(level, { minLength: width * height * 3, maxLength: width * height * 3 }).map((levels) => ({ width, height, side, data: Uint8Array.from(levels) })),
    );
    fc.assert(
      fc.property(pictures, ({ width, height, side, data }) => {
        const { picture, factor } = shrink({ width, height, channels: 3, data }, side);
        const mean = (at: number): number => {
          const [cell, c] = [Math.floor(at / 3), at % 3];
          const [left, top] = [(cell % picture.width) * factor, Math.floor(cell / picture.width) * factor];
          const block = [...data.keys()].filter((from) => {
            const [x, y] = [Math.floor(from / 3) % width, Math.floor(from / 3 / width)];
            return from % 3 === c && x >= left && x < left + factor && y >= top && y < top + factor;
          });
          return Math.floor((block.reduce((sum, from) => sum + data[from]!, 0) + (block.length >> 1)) / block.length);
        };
        expect([...picture.data]).toEqual([...picture.data.keys()].map(mean));
      }),
    );
  });

  it('leaves small pictures as they are', () => {
    const picture = { width: 2, height: 1, channels: 3, data: new Uint8Array(6) } as const;
    expect(shrink(picture, 4)).toEqual({ picture, factor: 1 });
  });
});
