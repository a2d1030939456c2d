import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeAs } from '../../tests/fixtures/encode.ts';
import { workbookOf, zipOf, type WorkbookSpec } from '../../tests/fixtures/workbook.ts';
import { detectEncoding, type Encoding } from './encoding.ts';
import { openSheet, type Sheet, type SheetChoices } from './open-sheet.ts';

const folder = mkdtempSync(join(tmpdir(), 'vitrine-sheets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function written(bytes: Buffer | string): string {
  count += 1;
  const path = join(folder, `table-${count}`);
  writeFileSync(path, bytes);
  return path;
}
async function read(bytes: Buffer | string, choices: SheetChoices = {}): Promise<Sheet> {
  const sheet = await openSheet(written(bytes), choices);
  if (!sheet.ok) throw new Error(sheet.error.code);
  return sheet.value;
}
const codeOf = async (bytes: Buffer | string): Promise<string> => {
  const sheet = await openSheet(written(bytes));
  return sheet.ok ? 'read' : sheet.error.code;
};
const cells = (sheet: Sheet): readonly (readonly string[])[] => sheet.rows.map((row) => row.cells);

const chinese = '货号,标题,颜色\nA-1,青瓷茶壶，含两杯,藏青\nA-2,竹制茶盘,米色\n';
const western = 'SKU;Titre;Couleur\nA-1;Théière émaillée;bleu foncé\nA-2;Größe L – „klein“;weiß\n';

describe('encodings', () => {
  it.each<[Encoding, boolean, string]>([
    ['utf-8', false, chinese], ['utf-8', true, chinese], ['utf-16le', true, chinese], ['utf-16be', true, chinese], ['gb18030', false, chinese],
    ['utf-16le', false, western], ['windows-1252', false, western], ['utf-8', false, western],
  ])('%s (mark: %s) is found, and its text read', async (encoding, mark, text) => {
    const sheet = await read(encodeAs(text, encoding, mark));
    expect(sheet.encoding).toBe(encoding);
    expect(cells(sheet).map((row) => row.join(text === chinese ? ',' : ';'))).toEqual(text.trim().split('\n'));
  });

  it('a person may say otherwise', async () => {
    expect((await read(encodeAs(chinese, 'gb18030'), { encoding: 'windows-1252' })).encoding).toBe('windows-1252');
  });

  it('Chinese of any length survives the way through GB 18030', () => {
    const hanzi = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    fc.assert(
      fc.property(fc.array(fc.string({ unit: hanzi, minLength: 4, maxLength: 30 }), { minLength: 2, maxLength: 20 }), (titles) => {
        const bytes = encodeAs(`货号,标题\n${titles.map((title, i) => `A${i},${title}`).join('\n')}\n`, 'gb18030');
        expect(detectEncoding(bytes)).toBe('gb18030');
        expect(new TextDecoder('gb18030').decode(bytes)).toContain(titles[0]);
      }),
    );
  });
});

describe('separators', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', '红', '1', ' ', ',', ';', '\t', '"', '.', '\n'), maxLength: 8 });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  it.each([',', ';', '\t'] as const)('%j is found, and what was written in quotes comes back', async (delimiter) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 12 }), async (rows) => {
        const text = ['SKU', 'Title', 'Colour'].join(delimiter) + '\n' + rows.map((row, i) => [`S${i}`, ...row.slice(1).map(quoted)].join(delimiter)).join('\n');
        const sheet = await read(text);
        expect(sheet.delimiter).toBe(delimiter);
        expect(cells(sheet).slice(1)).toEqual(rows.map((row, i) => [`S${i}`, ...row.slice(1)]));
      }),
      { numRuns: 40 },
    );
  });
});

describe('quotes gone wrong', () => {
  it('spoil their own row alone, at the end of a file', async () => {
    const sheet = await read('SKU,Title\nA,"one"\nB,"two\nC,three\nD,four\n');
    expect(sheet.rows.map(({ number, flaws }) => [number, flaws?.[0]?.code])).toEqual([[1, undefined], [2, undefined], [3, 'quote-open'], [4, undefined], [5, undefined]]);
    expect(sheet.rows[3]?.cells).toEqual(['C', 'three']);
  });

  it('and where a later quote seems to close them', async () => {
    const sheet = await read('SKU,Title,Colour\nA,one,red\nB,"two,red\nC,three,blue\nD,"four",green\nE,five,red\n');
    expect(sheet.rows.map(({ number, cells: [sku], flaws }) => [number, sku, flaws?.[0]?.code])).toEqual([
      [1, 'SKU', undefined], [2, 'A', undefined], [3, 'B', 'quote-open'], [4, 'C', undefined], [5, 'D', undefined], [6, 'E', undefined],
    ]);
  });

  it('a cell with line breaks is one row, as a table program counts', async () => {
    const sheet = await read('SKU,Title\nA,"one\ntwo\nthree"\nB,four\n');
    expect(sheet.rows.map(({ number, cells: [sku] }) => [number, sku])).toEqual([[1, 'SKU'], [2, 'A'], [3, 'B']]);
  });
});

describe('a workbook', () => {
  const simple: WorkbookSpec = { sheets: [{ name: 'Goods', rows: [['SKU', '标题', '售价'], ['A-1', '茶壶', 59.9], ['A-2', '茶盘', 12]] }] };

  it('is read as text', async () => {
    const sheet = await read(workbookOf(simple));
    expect(sheet).toMatchObject({ format: 'xlsx', sheet: 'Goods', header: ['SKU', '标题', '售价'], firstRow: 1 });
    expect(cells(sheet)[1]).toEqual(['A-1', '茶壶', '59.9']);
  });

  it('shows dates, leading zeros and long numbers as its cells do', async () => {
    const spec: WorkbookSpec = {
      formats: ['yyyy/m/d', '00000000', '0.00'],
      sheets: [{ name: 'S', rows: [['SKU', 'Title', 'Created'], [{ style: 2, value: '1234' }, 'x', { style: 1, value: '46349.5' }], [{ value: '6901234567892' }, 'y', { style: 3, value: '0.30000000000000004' }]] }],
    };
    expect(cells(await read(workbookOf(spec))).slice(1)).toEqual([['00001234', 'x', '2026-11-23'], ['6901234567892', 'y', '0.3']]);
  });

  it('counts a formula by its saved result, and names one that has none', async () => {
    const spec: WorkbookSpec = { sheets: [{ name: 'S', rows: [['SKU', 'Title'], [{ type: 'str', formula: 'A1&amp;1', value: 'SKU1' }, 'x'], [{ formula: 'B9' }, 'y'], [{ type: 'e', formula: '1/0', value: '#DIV/0!' }, 'z']] }] };
    const { rows } = await read(workbookOf(spec));
    expect(rows.map(({ cells: [sku], flaws }) => [sku, flaws?.[0]?.code])).toEqual([['SKU', undefined], ['SKU1', undefined], ['', 'formula-empty'], ['#DIV/0!', 'formula-error']]);
  });

  it('fills cells that were merged downwards', async () => {
    const spec: WorkbookSpec = { sheets: [{ name: 'S', merges: ['A2:A4'], rows: [['商品名称', '颜色', 'SKU'], ['茶壶', '红', 'A'], ['', '蓝', 'B'], ['', '绿', 'C'], ['', '白', 'D']] }] };
    expect(cells(await read(workbookOf(spec))).map(([title]) => title)).toEqual(['商品名称', '茶壶', '茶壶', '茶壶', '']);
  });

  it('finds the sheet with the products behind instructions, and takes another one where asked', async () => {
    const spec: WorkbookSpec = { sheets: [{ name: 'Instructions', rows: [['Read me', 'please'], ['one', 'two']] }, { name: 'Template', rows: [['item_sku', 'item_name', 'main_image_url'], ['A', 'B', 'c.jpg']] }, { name: 'Hidden', hidden: true, rows: [['SKU', 'Title', 'Brand', 'Colour']] }] };
    expect(await read(workbookOf(spec))).toMatchObject({ sheet: 'Template', sheets: ['Instructions', 'Template'] });
    expect(await read(workbookOf(spec), { sheet: 'Instructions' })).toMatchObject({ sheet: 'Instructions', header: ['Read me', 'please'] });
  });
});

describe('what is no table', () => {
  const compound = (word: string): Buffer => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(word, 'utf16le')]);
  const whole = workbookOf({ sheets: [{ name: 'S', rows: [['SKU', 'Title'], ['A', 'B']] }] });

  it.each<[string, Buffer | string, string]>([
    ['an empty file', '', 'sheet-empty'],
    ['nothing but line ends', '\n\n\n', 'sheet-empty'],
    ['headings alone', 'SKU,Title\n', 'sheet-no-rows'],
    ['one column without a heading', 'hello\nworld\n', 'sheet-no-header'],
    ['an old Excel file', compound('Workbook'), 'sheet-old-excel'],
    ['a workbook behind a password', compound('EncryptedPackage'), 'sheet-password'],
    ['a web page called .xls', '<html><table><tr><td>SKU</td></tr></table></html>', 'sheet-old-excel'],
    ['half a workbook', whole.subarray(0, whole.length / 2), 'sheet-broken'],
    ['a ZIP file of other things', zipOf({ 'a.txt': 'x' }), 'sheet-not-a-table'],
    ['a workbook with broken XML', zipOf({ 'xl/workbook.xml': '<workbook><sheets>', 'xl/_rels/workbook.xml.rels': '<R/>' }), 'sheet-broken'],
    ['bytes of something else', Buffer.from([0, 1, 2, 0, 0, 7, 8, 0, 3, 1, 0, 0]), 'sheet-not-a-table'],
  ])('%s is named', async (_, bytes, code) => expect(await codeOf(bytes)).toBe(code));

  it('a file that is not there, and a folder', async () => {
    expect(await openSheet(join(folder, 'none.csv'))).toMatchObject({ error: { code: 'sheet-not-found' } });
    expect(await openSheet(folder)).toMatchObject({ ok: false });
  });
});
