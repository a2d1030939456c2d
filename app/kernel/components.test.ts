import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelComponents } from './components.ts';

const grid = (...rows: readonly string[]): Uint8Array => Uint8Array.from(rows.join(''), (cell) => (cell === '#' ? 1 : 0));

it('labels regions that touch along a side, with their area and box', () => {
  const { list, labels } = labelComponents(grid('##..#', '.#..#', '.####', '#....'), 5, 4);
  expect(list.map(({ area, box }) => [area, box])).toEqual([
    [9, { x: 0, y: 0, width: 5, height: 3 }],
    [1, { x: 0, y: 3, width: 1, height: 1 }],
  ]);
  expect(labels[0]).toBe(labels[4]);
});

it('gives every set cell a label, and equal ones to neighbours', () => {
  const cells = fc.integer({ min: 1, max: 12 }).chain((width) => fc.tuple(fc.constant(width), fc.array(fc.integer({ min: 0, max: 1 }), { minLength: width, maxLength: width * 9 })));
  fc.assert(
    fc.property(cells, ([width, values]) => {
      const height = Math.floor(values.length / width);
      const set = Uint8Array.from(values.slice(0, width * height));
      const { labels, list } = labelComponents(set, width, height);
      expect(list.reduce((sum, { area }) => sum + area, 0)).toBe(set.reduce((sum, value) => sum + value, 0));
      const apart = [...set.keys()].filter((at) => {
        const right = (at + 1) % width !== 0 && set[at] === 1 && set[at + 1] === 1 && labels[at] !== labels[at + 1];
        const below = set[at] === 1 && set[at + width] === 1 && labels[at] !== labels[at + width];
        return right || below || labels[at]! > 0 !== (set[at] === 1);
      });
      expect(apart).toEqual([]);
    }),
  );
});
