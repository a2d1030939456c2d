import { describe, expect, test } from 'vitest';
import { channelPacks } from '../../../../app/photo-check/index.ts';
import { daysUntil } from '../../../i18n/index.ts';
import { differences } from './differences.ts';
import { Draft, nameFrom, namesOf, textOf, withField } from './draft.ts';
import { fromShown, pairsText, readPairs, toShown } from './units.ts';

const amazon = Draft.parse(channelPacks['amazon-main']);
const states = (requirements: Draft['requirements']): string[] => differences(requirements, amazon.requirements).standings.map(({ state }) => state);

describe('differences from the console', () => {
  test('are none where nothing was changed', () => {
    expect(new Set(states(amazon.requirements))).toEqual(new Set(['same']));
    expect(differences(amazon.requirements, amazon.requirements).missing).toEqual([]);
  });

  test('are told by the value that changed, also where a rule stands twice', () => {
    const smaller = amazon.requirements.map((one) => (one.rule === 'too-small' && one.severity === 'warn' ? withField(one, 'min', 800) : one));
    const at = smaller.findIndex((one) => one['min'] === 800);
    const { standings } = differences(smaller, amazon.requirements);
    expect(standings.filter(({ state }) => state === 'changed')).toHaveLength(1);
    expect(standings[at]).toEqual({ state: 'changed', origin: amazon.requirements[at] });
  });

  test('know what was taken away and what was added', () => {
    const [first, ...rest] = amazon.requirements;
    const { standings, missing } = differences([...rest, ...(first ? [first, first] : [])], amazon.requirements);
    expect(missing).toEqual([]);
    expect(standings.at(-1)?.state).toBe('added');
    expect(differences(rest, amazon.requirements).missing).toEqual([first]);
  });

  test('take "not switched off" for the same as nothing said', () => {
    expect(new Set(states(amazon.requirements.map((one) => ({ ...one, off: false }))))).toEqual(new Set(['same']));
    expect(states(amazon.requirements.map((one) => ({ ...one, off: true })))).toContain('changed');
  });
});

describe('numbers', () => {
  test.each([
    [0.29, 'share', 29], [0.995, 'share', 99.5], [500, 'pixels', 500], [64_000_000, 'area', 64], [1_500_000, 'bytes', 1.5], [0.7, 'score', 0.7],
  ] as const)('%d %s is written %d, and read back the same', (value, unit, shown) => {
    expect(toShown(value, { unit })).toBe(shown);
    expect(fromShown(shown, { unit, whole: unit === 'area' || unit === 'bytes' || unit === 'pixels' })).toBe(value);
  });

  test('proportions are read as people write them', () => {
    expect(readPairs('1:1, 750:352')).toEqual([[1, 1], [750, 352]]);
    expect(readPairs('3：4；16×9')).toEqual([[3, 4], [16, 9]]);
    expect(readPairs('square')).toBeNull();
    expect(readPairs('')).toBeNull();
    expect(pairsText([[1, 1], [750, 352]])).toBe('1:1, 750:352');
    expect(pairsText('1:')).toBe('1:');
  });
});

describe('a draft', () => {
  test('says the same in whatever order its fields stand', () => {
    expect(textOf({ b: 1, a: [{ d: 2, c: 3 }] })).toBe(textOf({ a: [{ c: 3, d: 2 }], b: 1 }));
    expect(textOf({ a: [1, 2] })).not.toBe(textOf({ a: [2, 1] }));
  });

  test('has one name, or one for each language', () => {
    expect(namesOf({ en: 'Pop-up', 'zh-CN': '快闪店' })).toEqual({ en: 'Pop-up', zh: '快闪店' });
    expect(nameFrom({ en: ' Pop-up ', zh: '' })).toBe('Pop-up');
    expect(nameFrom({ en: '', zh: '快闪店' })).toBe('快闪店');
    expect(nameFrom({ en: 'Pop-up', zh: '快闪店' })).toEqual({ en: 'Pop-up', 'zh-CN': '快闪店' });
  });
});

test('days are counted as packs count them', () => {
  expect(daysUntil('2027-01-31', Date.UTC(2026, 10, 24, 23, 59))).toBe(68);
  expect(daysUntil('2026-11-24', Date.UTC(2026, 10, 24, 23, 59))).toBe(0);
  expect(daysUntil('2026-11-01', Date.UTC(2026, 10, 24))).toBe(0);
});
