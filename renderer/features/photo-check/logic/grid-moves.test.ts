import { describe, expect, test } from 'vitest';
import { layoutGrid, moveIndex, type GridMove } from './grid-moves.ts';

// 0 1 2 3
// 4 5 6 7
// 8 9
const shape = { count: 10, columns: 4, pageRows: 2 };

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
    expect(moveIndex(0, 'right', { ...shape, count: 0 })).toBe(-1);
  });
});

test('tiles fill the row evenly and never vanish', () => {
  expect(layoutGrid(1000, 176, 8)).toEqual({ columns: 5, tileWidth: 193 });
  expect(layoutGrid(100, 176, 8)).toEqual({ columns: 1, tileWidth: 100 });
  expect(layoutGrid(0, 176, 8)).toEqual({ columns: 1, tileWidth: 1 });
});
