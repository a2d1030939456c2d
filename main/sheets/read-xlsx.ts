import type { Readable } from 'node:stream';
import type { SheetRow } from '../../app/catalog/index.ts';
import type { Workbook } from './workbook.ts';
import { readXml } from './xml.ts';

type Flaw = NonNullable<SheetRow['flaws']>[number];
interface GrowingRow {
  readonly number: number;
  readonly cells: string[];
  readonly flaws: Flaw[];
}

/** 'BC12' → column 54, counted from 0; −1 where the reference has no letters. */
function columnOf(reference: string): number {
  let column = 0;
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
const rowOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0] ?? 0);

const dayMs = 86_400_000;
/** Day 0 of Excel's two calendars. 1900 counts a 29 February that never was; only days after it are met here. */
const epochs = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) } as const;

/** A number as its cell shows it, as far as products need: a date as ISO day, leading zeros, no rounding noise. */
function numberText(value: string, styleId: number, { styles, from1904 }: Workbook): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  const style = styles[styleId];
  if (style?.date === true && number >= 1 && number < 2_958_466) {
    return new Date((from1904 ? epochs.from1904 : epochs.from1900) + Math.floor(number) * dayMs).toISOString().slice(0, 10);
  }
  const exact = Number(number.toPrecision(15));
  const text = Number.isInteger(exact) && Math.abs(exact) < 1e21 ? BigInt(exact).toString() : String(exact);
  return style !== undefined && style.digits > 0 ? text.padStart(style.digits, '0') : text;
}

/** Cells that were merged downwards: each of their rows means what the first one says. */
function fillMerged(rows: readonly GrowingRow[], merges: readonly string[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const reference of merges) {
    const [from = '', to = ''] = reference.split(':');
    const [column, first, last] = [columnOf(from), rowOf(from), rowOf(to)];
    const value = byNumber.get(first)?.cells[column] ?? '';
    if (value === '' || last - first > 5_000) continue;
    for (let number = first + 1; number <= last; number++) {
      const row = byNumber.get(number);
      if (row === undefined) continue;
      while (row.cells.length <= column) row.cells.push('');
      if (row.cells[column] === '') row.cells[column] = value;
    }
  }
}

const widest = 2_000;
const toldEvery = 2_000;

export interface ReadSheetOptions {
  /** rows after which reading stops */
  readonly most?: number;
  readonly onRows?: ((rows: number) => void) | undefined;
}

/**
 * The rows of one sheet. A formula counts by the result that was saved with it; one without a result, or with an
 * error for one, is a flaw of its cell.
 */
export async function readSheet(stream: Readable, workbook: Workbook, { most = Number.POSITIVE_INFINITY, onRows }: ReadSheetOptions = {}): Promise<SheetRow[]> {
  const rows: GrowingRow[] = [];
  const merges: string[] = [];
  let row: GrowingRow | null = null;
  let column = -1, style = 0;
  let type = '', value = '', inline = '';
  let hasFormula = false, into: 'value' | 'inline' | null = null;

  function endCell(): void {
    if (row === null || column < 0 || column >= widest) return;
    let text = type === 'inlineStr' ? inline : value;
    if (type === 's') text = workbook.strings[Number(value)] ?? '';
    else if (type === 'b') text = value === '1' ? 'TRUE' : 'FALSE';
    else if (type === '' || type === 'n') text = numberText(value, style, workbook);
    if (type === 'e') row.flaws.push({ column, code: 'formula-error' });
    else if (hasFormula && value === '' && type !== 'str') row.flaws.push({ column, code: 'formula-empty' });
    if (text === '') return;
    while (row.cells.length < column) row.cells.push('');
    row.cells[column] = text;
  }

  await readXml(stream, {
    open(name, attributes) {
      if (name === 'row') row = { number: Number(attributes['r'] ?? (rows.at(-1)?.number ?? 0) + 1), cells: [], flaws: [] };
      else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        type = attributes['t'] ?? '';
        style = Number(attributes['s'] ?? 0);
        value = '';
        inline = '';
        hasFormula = false;
      } else if (name === 'f') hasFormula = true;
      else if (name === 'v') into = 'value';
      else if (name === 't') into = 'inline';
      else if (name === 'mergeCell') merges.push(attributes['ref'] ?? '');
    },
    text(piece) {
      if (into === 'value') value += piece;
      else if (into === 'inline') inline += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') into = null;
      else if (name === 'c') endCell();
      else if (name === 'row' && row !== null) {
        rows.push(row);
        if (rows.length % toldEvery === 0) onRows?.(rows.length);
        row = null;
        column = -1;
      }
    },
    enough: () => rows.length >= most,
  });
  fillMerged(rows, merges);
  return rows;
}
