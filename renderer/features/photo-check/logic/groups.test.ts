import { describe, expect, test } from 'vitest';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { RuleId, Severity } from '../../../../app/photo-check/types.ts';
import { fakeRows } from '../../../dev/fake-photos.ts';
import { groupRows, neighbour } from './groups.ts';

const row = (id: string, rules: readonly RuleId[], more: Partial<PhotoRow> = {}): PhotoRow => ({ ...fakeRows[0]!, id, rules: [...rules], ...more });
const ranks = new Map<RuleId, Severity>([['text-overlay', 'fail'], ['too-small', 'fail'], ['cropped', 'fail'], ['blurry', 'warn']]);
const rows = [
  row('a', []),
  row('b', ['blurry']),
  row('c', ['too-small', 'blurry']),
  row('d', ['text-overlay', 'too-small']),
  row('e', ['text-overlay']),
  row('f', [], { state: 'failed' }),
  row('g', [], { state: 'waiting' }),
  row('h', ['cropped']),
  row('i', ['blurry']),
];
const shape = (found: ReturnType<typeof groupRows>): string[] => found.map(({ key, rows: members }) => `${key}: ${members.map(({ id }) => id).join('')}`);
const all = { rule: null, show: 'all' } as const;

describe('the queue by rule', () => {
  test('has each photo once, under its worst finding, worst and largest groups first', () => {
    expect(shape(groupRows(rows, all, ranks))).toEqual(['text-overlay: de', 'too-small: c', 'cropped: h', 'failed: f', 'blurry: bi', 'waiting: g', 'clean: a']);
  });

  test('is one group where the list is about one rule', () => {
    expect(shape(groupRows([rows[2]!, rows[3]!], { rule: 'too-small', show: 'all' }, ranks))).toEqual(['too-small: cd']);
  });

  test('of what was waived goes by the rule that was waived', () => {
    const waived = row('w', ['blurry'], { waived: ['text-overlay'] });
    expect(shape(groupRows([waived], { rule: null, show: 'waived' }, ranks))).toEqual(['text-overlay: w']);
  });

  test('of nothing is empty', () => {
    expect(groupRows([], all, ranks)).toEqual([]);
  });
});

test('neighbours are the groups beside the one of a photo', () => {
  const groups = groupRows(rows, all, ranks);
  expect(neighbour(groups, 'd', 1)?.key).toBe('too-small');
  expect(neighbour(groups, 'd', -1)).toBeNull();
  expect(neighbour(groups, 'a', 1)).toBeNull();
  expect(neighbour(groups, 'a', -1)?.key).toBe('waiting');
  expect(neighbour(groups, null, 1)?.key).toBe('text-overlay');
});
