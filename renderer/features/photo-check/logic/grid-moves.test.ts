import { describe, expect, test } from 'vitest';
import { layoutGrid, moveIndex, tileLines, type GridMove } from './grid-moves.ts';

// 0 1 2 3
// 4 5 6 7
// 8 9
const shape = { ...tileLines([10], 4), pageRows: 2 };

describe('moves in a grid of four columns whose last row is short', () => {
  test.each<[number, GridMove, number]>([
    [3, 'right', 4],
    [4, 'left', 3],
    [0, 'left', 0],
    [9, 'right', 9],
    [1, 'down', 5],
    [5, 'down', 9],
    [6, 'down', 9],
    [9, 'down', 9],
    [8, 'down', 8],
    [5, 'up', 1],
    [2, 'up', 2],
    [0, 'page-down', 8],
    [3, 'page-down', 9],
    [9, 'page-up', 1],
    [5, 'home', 0],
    [5, 'end', 9],
    [-1, 'down', 0],
    [-1, 'end', 9],
  ])('from %i %s leads to %i', (from, move, to) => {
    expect(moveIndex(from, move, shape)).toBe(to);
  });

  test('an empty grid has no place to go', () => {
    expect(moveIndex(0, 'right', { ...tileLines([], 4), pageRows: 2 })).toBe(-1);
  });
});

// 0 1 2 3
// 4
// (next group)
// 5 6 7
// (next group)
// 8 9 10 11
describe('moves over groups, each of which begins a line', () => {
  const groups = { ...tileLines([5, 3, 0, 4], 4), pageRows: 2 };
  test.each<[number, GridMove, number]>([
    [3, 'down', 4],
    [4, 'down', 5],
    [6, 'up', 4],
    [7, 'down', 10],
    [11, 'up', 7],
    [4, 'right', 5],
    [5, 'left', 4],
    [1, 'page-down', 6],
    [11, 'page-up', 4],
    [11, 'down', 11],
    [2, 'up', 2],
    [0, 'end', 11],
  ])('from %i %s leads to %i', (from, move, to) => {
    expect(moveIndex(from, move, groups)).toBe(to);
  });

  test('lines know their places', () => {
    expect(groups.lines).toEqual([{ from: 0, count: 4 }, { from: 4, count: 1 }, { from: 5, count: 3 }, { from: 8, count: 4 }]);
    expect(groups.lineOf).toEqual([0, 0, 0, 0, 1, 2, 2, 2, 3, 3, 3, 3]);
  });
});

test('tiles fill the row evenly and never vanish', () => {
  expect(layoutGrid(1000, 176, 8)).toEqual({ columns: 5, tileWidth: 193 });
  expect(layoutGrid(100, 176, 8)).toEqual({ columns: 1, tileWidth: 100 });
  expect(layoutGrid(0, 176, 8)).toEqual({ columns: 1, tileWidth: 1 });
});
