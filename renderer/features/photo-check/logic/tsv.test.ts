import { expect, test } from 'vitest';
import { toTsv } from './tsv.ts';

test('a spreadsheet gets one cell for each text, whatever it contains', () => {
  expect(toTsv([['name', 'verdict'], ['a\tb\nc.jpg', 'Fail']])).toBe('name\tverdict\na b c.jpg\tFail');
});

test('a file name is never a formula', () => {
  expect(toTsv([['=1+1.jpg', '-2.jpg', '@x', '+y', 'plain']])).toBe("'=1+1.jpg\t'-2.jpg\t'@x\t'+y\tplain");
});
