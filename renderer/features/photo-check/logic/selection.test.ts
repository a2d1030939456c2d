import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clear, emptySelection, extendTo, lastBefore, listOrder, moveTo, nextAfter, reconcile, selectAll, targets, toggle } from './selection.ts';

const order = listOrder(['a', 'b', 'c', 'd', 'e']);

test('Space adds and takes away; the photo becomes the start of the next range', () => {
  const one = toggle(emptySelection, 'b');
  expect([...one.ids]).toEqual(['b']);
  expect([...toggle(one, 'b').ids]).toEqual([]);
  expect(one.anchor).toBe('b');
});

test('Shift selects from the anchor in either direction and can shrink again', () => {
  const start = moveTo(emptySelection, 'c');
  const down = extendTo(start, order, 'e');
  expect([...down.ids]).toEqual(['c', 'd', 'e']);
  const up = extendTo(down, order, 'a');
  expect([...up.ids]).toEqual(['a', 'b', 'c']);
  expect(up.anchor).toBe('c');
});

test('an action means the selected photos in their order, else the current one', () => {
  expect(targets(toggle(toggle(emptySelection, 'd'), 'a'), order)).toEqual(['a', 'd']);
  expect(targets(moveTo(emptySelection, 'c'), order)).toEqual(['c']);
  expect(targets(moveTo(emptySelection, 'gone'), order)).toEqual([]);
  expect(targets(selectAll(emptySelection, order), order)).toEqual(order.ids);
});

test('after an action: on to the next photo that was not acted on, or back at the end', () => {
  expect(nextAfter(order, new Set(['b']), 'b')).toBe('c');
  expect(nextAfter(order, new Set(['b', 'c']), 'b')).toBe('d');
  expect(nextAfter(order, new Set(['e']), 'e')).toBeNull();
  expect(lastBefore(order, new Set(['e', 'd']), 'e')).toBe('c');
});

test('a list that changes keeps the cursor on its photo, or at its place where the photo left', () => {
  const now = toggle(moveTo(emptySelection, 'c'), 'c');
  expect(reconcile(now, listOrder(['c', 'a']), 2).cursor).toBe('c');
  const left = reconcile(now, listOrder(['a', 'b', 'd', 'e']), 2);
  expect(left.cursor).toBe('d');
  expect(left.ids.size).toBe(0);
  expect(reconcile(now, listOrder([]), 2).cursor).toBeNull();
});

test('a list that changes never selects a photo that is not in it', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-f]$/));
  fc.assert(
    fc.property(ids, ids, ids, fc.nat(9), (selected, cursor, next, place) => {
      const selection = { cursor: cursor[0] ?? null, anchor: null, ids: new Set(selected) };
      const after = reconcile(selection, listOrder(next), place);
      expect([...after.ids].every((id) => next.includes(id))).toBe(true);
      expect(after.cursor === null ? next.length === 0 : next.includes(after.cursor)).toBe(true);
    }),
  );
});

test('clearing nothing changes nothing', () => {
  expect(clear(emptySelection)).toBe(emptySelection);
});
