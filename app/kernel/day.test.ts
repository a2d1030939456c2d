import { expect, it } from 'vitest';
import { localDay } from './day.ts';

it.each([
  ['an hour after midnight', new Date(2026, 10, 24, 1), '2026-11-24'],
  ['an hour before midnight', new Date(2026, 10, 24, 23), '2026-11-24'],
  ['the first day of a year', new Date(2027, 0, 1, 0, 0, 1), '2027-01-01'],
])('%s is a day of the clock on the wall', (_, at, day) => {
  expect(localDay(at.getTime())).toBe(day);
});
