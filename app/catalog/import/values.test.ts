import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDelimiter } from './delimiter.ts';
import { parseDay, parsePrice, splitPictures } from './values.ts';

describe('prices', () => {
  it.each<[string, number | null, string | null]>([
    ['12', 1200, null], ['12.5', 1250, null], ['1,299.00', 129900, null], ['1.299,00 €', 129900, 'EUR'], ['¥59.9', 5990, null], ['59元', 5900, 'CNY'],
    ['US$ 1,000', 100000, 'USD'], ["1'250.50", 125050, null], ['１２．５０', 1250, null], ['1,299', 129900, null], ['0.999', 100, null],
    ['', null, null], ['free', null, null], ['12-15', null, null], ['1 for 2', null, null], ['-5', null, null],
  ])('%j', (text, minor, currency) => expect(parsePrice(text)).toEqual(minor === null ? null : { minor, currency }));

  it('come back however they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.constantFrom<[string, string]>(['.', ','], [',', '.'], ['.', ''], [',', ' ']), (minor, [point, group]) => {
        const whole = String(Math.floor(minor / 100)).replaceAll(/\B(?=(\d{3})+$)/g, group);
        expect(parsePrice(`${whole}${point}${String(minor % 100).padStart(2, '0')}`)?.minor).toBe(minor);
      }),
    );
  });
});

it.each<[string, string | null]>([
  ['2026-11-23', '2026-11-23'], ['2026/1/3 08:00', '2026-01-03'], ['23.11.2026', '2026-11-23'], ['2026年11月3日', '2026-11-03'], ['20261123', '2026-11-23'],
  ['11/23/2026', '2026-11-23'], ['23/11/2026', '2026-11-23'], ['2026-13-01', null], ['soon', null],
])('the day of %j', (text, day) => expect(parseDay(text)).toBe(day));

it.each<[string, readonly string[]]>([
  ['a.jpg, b.jpg', ['a.jpg', 'b.jpg']],
  ['red, blue and green.jpg', ['red, blue and green.jpg']],
  ['https://x/a.jpg,https://x/b.jpg', ['https://x/a.jpg', 'https://x/b.jpg']],
  ['a.jpg;b.jpg\nc.jpg | d.jpg', ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg']],
  ['sub\\a.jpg', ['sub\\a.jpg']],
  ['图1.jpg，图2.jpg', ['图1.jpg', '图2.jpg']],
])('the pictures of %j', (cell, refs) => expect(splitPictures(cell).map(({ ref }) => ref)).toEqual(refs));

it.each([
  ['a,b;c\n1,2;3\n', ','],
  ['a;b;c\n1,5;2,5;3\n1;2;3\n', ';'],
  ['a\tb, c\td\n1\t2\t3\n', '\t'],
  ['only\none\ncolumn\n', ','],
  ['"a;b;c",d\n"e;f;g",h\n', ','],
])('the separator of %j is %j', (text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter));
