import type { ProductMove } from '../commands.ts';

/** The index a key leads to in a list of `count`; −1 for an empty one. `page` = whole rows in sight. */
export function moveIn(count: number, from: number, move: ProductMove, page: number): number {
  if (count === 0) return -1;
  const steps: Readonly<Record<ProductMove, number>> = { up: from - 1, down: from + 1, home: 0, end: count - 1, 'page-up': from - page, 'page-down': from + page };
  return Math.min(count - 1, Math.max(0, steps[move]));
}
