import type { Parts } from './zip.ts';
import { readXml } from './xml.ts';

export interface SheetPart {
  readonly name: string;
  /** its part of the ZIP file */
  readonly part: string;
}

/** How numbers of a cell's style are to be read. */
export interface NumberStyle {
  readonly date: boolean;
  /** least digits before the point: '00000' shows 123 as 00123 */
  readonly digits: number;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly strings: readonly string[];
  /** by the number of the style */
  readonly styles: readonly NumberStyle[];
  /** days are counted from 1904, as old Macs did */
  readonly from1904: boolean;
}

/** Formats of Excel's own that show dates (ECMA-376, part 1, 18.8.30, with those of East Asian editions). */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

function styleOf(id: number, code: string | undefined): NumberStyle {
  const bare = (code ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').split(';')[0] ?? '';
  const date = code === undefined ? isBuiltInDate(id) : /[ymdhs]/i.test(bare.replaceAll(/general/gi, ''));
  return { date, digits: /^0{2,}$/.test(bare) ? bare.length : 0 };
}

async function readSheets(parts: Parts): Promise<{ sheets: SheetPart[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  await readXml(await parts.open('xl/_rels/workbook.xml.rels'), {
    open(name, attributes) {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readXml(await parts.open('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name !== 'sheet') return;
      const target = targets.get(attributes['r:id'] ?? attributes['id'] ?? '') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      if (parts.names.includes(part) && part.includes('worksheets/') && attributes['state'] === undefined) sheets.push({ name: attributes['name'] ?? '', part });
    },
  });
  return { sheets, from1904 };
}

/** The texts that cells share. Readings of Japanese and Chinese words (rPh) are no part of them. */
async function readStrings(parts: Parts): Promise<string[]> {
  const strings: string[] = [];
  if (!parts.names.includes('xl/sharedStrings.xml')) return strings;
  let text = '';
  let reading = 0, inText = false;
  await readXml(await parts.open('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') reading += 1;
      if (name === 't') inText = reading === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') reading -= 1;
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
}

async function readStyles(parts: Parts): Promise<NumberStyle[]> {
  const styles: NumberStyle[] = [];
  if (!parts.names.includes('xl/styles.xml')) return styles;
  const codes = new Map<number, string>();
  let inCells = false;
  await readXml(await parts.open('xl/styles.xml'), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(styleOf(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** What all sheets of a workbook share. Throws where the file is damaged. */
export async function openWorkbook(parts: Parts): Promise<Workbook> {
  const { sheets, from1904 } = await readSheets(parts);
  return { sheets, from1904, strings: await readStrings(parts), styles: await readStyles(parts) };
}
