import { open, readFile } from 'node:fs/promises';
import { findHeader, guessDelimiter, headerScore, type Delimiter, type SheetRow } from '../../app/catalog/index.ts';
import { ok, type Result } from '../../app/kernel/result.ts';
import { decodeText, detectEncoding, type Encoding } from './encoding.ts';
import { readCsv } from './read-csv.ts';
import { readSheet } from './read-xlsx.ts';
import { sheetError, systemSheetError, type SheetError } from './sheet-error.ts';
import { openWorkbook } from './workbook.ts';
import { openZip, type Parts } from './zip.ts';

export interface SheetChoices {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  /** name of a workbook's sheet */
  readonly sheet?: string | undefined;
  /** hears now and then how many rows were read */
  readonly onRows?: (rows: number) => void;
}

export interface Sheet {
  readonly format: 'csv' | 'xlsx';
  /** null for a workbook */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** null for a text */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly header: readonly string[];
  /** place of the first row of products in `rows` */
  readonly firstRow: number;
}

const largestFile = 300_000_000;
const mostRows = 500_000;
const lookedAt = 15;
const toldEvery = 2_000;
const zipMark = [0x50, 0x4b];
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0];
const starts = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

/** An old Excel file, or a new one behind a password: both are of the same container. */
const compoundError = (bytes: Buffer): Result<never, SheetError> =>
  sheetError(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'sheet-password' : 'sheet-old-excel');

async function readText(bytes: Buffer, choices: SheetChoices): Promise<Result<Sheet, SheetError>> {
  const encoding = choices.encoding ?? detectEncoding(bytes);
  const text = decodeText(bytes, encoding);
  const start = text.slice(0, 2_000).trimStart().toLowerCase();
  // shop programs like to call a web page or a bare XML table .xls
  if (/^<(?:!doctype html|html|table|\?xml|\?mso)/.test(start)) return sheetError('sheet-old-excel', 'HTML or XML');
  if (start.slice(0, 1_000).includes('\0')) return sheetError('sheet-not-a-table');
  const delimiter = choices.delimiter ?? guessDelimiter(text.slice(0, 200_000));
  const rows: SheetRow[] = [];
  for await (const row of readCsv(text, delimiter)) {
    rows.push(row);
    if (rows.length % toldEvery === 0) choices.onRows?.(rows.length);
    if (rows.length > mostRows) return sheetError('sheet-too-large', mostRows);
  }
  return withHeader({ format: 'csv', encoding, delimiter, sheet: null, sheets: [], rows });
}

/** The sheet asked for, else the one whose first rows look most like headings of products. */
async function readWorkbook(parts: Parts, choices: SheetChoices): Promise<Result<Sheet, SheetError>> {
  const workbook = await openWorkbook(parts);
  let best = workbook.sheets.find(({ name }) => name === choices.sheet) ?? workbook.sheets[0];
  if (best === undefined) return sheetError('sheet-not-a-table', 'no sheet');
  if (choices.sheet === undefined && workbook.sheets.length > 1) {
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const sheet of workbook.sheets.slice(0, 20)) {
      const rows = await readSheet(await parts.open(sheet.part), workbook, { most: lookedAt });
      const score = headerScore(rows.map(({ cells }) => cells));
      if (score > bestScore) [best, bestScore] = [sheet, score];
    }
  }
  const rows = await readSheet(await parts.open(best.part), workbook, { most: mostRows + 1, onRows: choices.onRows });
  if (rows.length > mostRows) return sheetError('sheet-too-large', mostRows);
  return withHeader({ format: 'xlsx', encoding: null, delimiter: null, sheet: best.name, sheets: workbook.sheets.map(({ name }) => name), rows });
}

function withHeader(sheet: Omit<Sheet, 'header' | 'firstRow'>): Result<Sheet, SheetError> {
  const found = findHeader(sheet.rows.slice(0, lookedAt + 3).map(({ cells }) => cells));
  if (found === null) return sheetError(sheet.rows.some(({ cells }) => cells.some((cell) => cell.trim() !== '')) ? 'sheet-no-header' : 'sheet-empty');
  if (!sheet.rows.slice(found.firstRow).some(({ cells }) => cells.some((cell) => cell.trim() !== ''))) return sheetError('sheet-no-rows');
  return ok({ ...sheet, header: found.header, firstRow: found.firstRow });
}

/** Size and first bytes, without blocking on a pipe or a device. */
async function peek(path: string): Promise<Result<{ bytes: number; head: Buffer }, SheetError>> {
  try {
    const handle = await open(path, 'r');
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return sheetError('sheet-not-a-table', 'not a file');
      const head = Buffer.alloc(Math.min(8, stat.size));
      await handle.read(head, 0, head.length, 0);
      return ok({ bytes: stat.size, head });
    } finally {
      await handle.close();
    }
  } catch (cause) {
    return systemSheetError(cause);
  }
}

/**
 * Reads a table of products: a CSV in any of the usual encodings, or an Excel workbook (.xlsx). Told apart by their
 * bytes, never by their names. Everything that can be wrong with a file is a value.
 */
export async function openSheet(path: string, choices: SheetChoices = {}): Promise<Result<Sheet, SheetError>> {
  const seen = await peek(path);
  if (!seen.ok) return seen;
  if (seen.value.bytes === 0) return sheetError('sheet-empty');
  if (seen.value.bytes > largestFile) return sheetError('sheet-too-large', seen.value.bytes);
  if (!starts(seen.value.head, zipMark)) {
    try {
      const bytes = await readFile(path);
      return starts(bytes, compoundMark) ? compoundError(bytes) : await readText(bytes, choices);
    } catch (cause) {
      return systemSheetError(cause);
    }
  }
  let parts: Parts | null = null;
  try {
    parts = await openZip(path);
    if (!parts.names.includes('xl/workbook.xml')) return sheetError('sheet-not-a-table', 'a ZIP file without a workbook');
    return await readWorkbook(parts, choices);
  } catch (cause) {
    return sheetError('sheet-broken', cause);
  } finally {
    parts?.close();
  }
}
