import { expect, test } from 'vitest';
import { fakeRows } from '../../../dev/fake-photos.ts';
import { tileLines } from '../logic/grid-moves.ts';
import type { ShownGroup } from '../page/use-groups.ts';
import { deskLines } from './lines.ts';

const group = (key: ShownGroup['key'], count: number, collapsed = false): ShownGroup => ({ key, rows: fakeRows.slice(0, count), collapsed });

test('heads stand over their tiles, those of folded groups over none', () => {
  const groups = [group('blurry', 5), group('person', 9, true), group('cropped', 2)];
  const lines = deskLines(groups, tileLines([5, 0, 2], 4).lines);
  expect(lines.all.map((line) => (line.kind === 'head' ? line.group.key : `${line.from}+${line.count}`))).toEqual(['blurry', '0+4', '4+1', 'person', 'cropped', '5+2']);
  expect([0, 1, 2].map(lines.lineOf)).toEqual([1, 2, 5]);
  expect(lines.lineOf(3)).toBeNull();
  expect([0, 1, 2, 3, 4, 5].map(lines.headOf)).toEqual([0, 0, 0, 3, 4, 4]);
});

test('a list that is not by rule has tiles alone', () => {
  const lines = deskLines(null, tileLines([5], 4).lines);
  expect(lines.all).toHaveLength(2);
  expect([lines.lineOf(1), lines.lineOf(2), lines.lineOf(-1), lines.headOf(0)]).toEqual([1, null, null, null]);
});
