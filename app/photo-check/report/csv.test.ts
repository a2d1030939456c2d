import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from './csv.ts';

/** Reads one line of RFC 4180 back into its cells. */
function readLine(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < line.length && line[at] === '"') {
    let cell = '';
    for (at += 1; at < line.length; at++) {
      if (line[at] !== '"') cell += line[at];
      else if (line[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else break;
    }
    cells.push(cell);
    at += 2;
  }
  return cells;
}

describe('a cell', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+cmd', `"'+cmd"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['＝1+1', `"'＝1+1"`],
    [' =1', `"' =1"`],
    ['\t=1', `"'\t=1"`],
    ['\r\nx', `"'\r\nx"`],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['mug "blue", 1.jpg', `"mug ""blue"", 1.jpg"`],
    ['茶盅.jpg', `"茶盅.jpg"`],
    ['', `""`],
    ['a=b', `"a=b"`],
  ])('%j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('is read back as the text it was, and never as a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 6 }), (texts) => {
        const line = csvLine(texts);
        expect(line.endsWith('\r\n')).toBe(true);
        const cells = readLine(line.slice(0, -2));
        for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        expect(cells.map((cell, n) => (cell === texts[n]?.replaceAll('\u0000', '') ? cell : cell.slice(1)))).toEqual(texts.map((text) => text.replaceAll('\u0000', '')));
      }),
    );
  });
});
