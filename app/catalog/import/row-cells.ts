import type { Extra } from '../types.ts';
import type { FieldId, Mapping } from './fields.ts';
import { shortened, type RowProblem, type RowProblemCode } from './problems.ts';
import { clean } from './values.ts';

/** One row of a table as a reader gives it: text in every cell, and what the reader could not make text of. */
export interface SheetRow {
  /** as the table program counts it, from 1 */
  readonly number: number;
  readonly cells: readonly string[];
  readonly flaws?: readonly { readonly column: number; readonly code: RowProblemCode }[];
}

/** Longest value of each field that goes into lists and searches; other cells may be as long as they like. */
const longest: Readonly<Partial<Record<FieldId, number>>> = {
  'external-id': 200, handle: 300, sku: 200, parent: 200, 'variant-sku': 200, 'variant-id': 200, title: 1_000, 'title-en': 1_000, 'title-zh': 1_000,
  brand: 200, category: 500, colour: 500, size: 200, price: 60, currency: 20, 'created-at': 60,
};

/** The cells of one row by field, with a place to complain about them. */
export function readCells(header: readonly string[], mapping: Mapping, row: SheetRow) {
  const problems: RowProblem[] = [];
  const complain = (column: number | null, code: RowProblemCode, other = 0): void =>
    void problems.push({ row: row.number, column: column === null ? null : (header[column] ?? `${column + 1}`), value: column === null ? '' : shortened(row.cells[column] ?? ''), code, other });
  const columnOf = (field: FieldId): number => mapping.indexOf(field);

  // a formula that failed matters where its column does; a row that could not be read always does
  for (const { column, code } of row.flaws ?? []) {
    if (code === 'quote-open' || code === 'value-too-long') complain(null, code);
    else if (mapping[column] != null) complain(column, code);
  }
  row.cells.forEach((cell, column) => {
    const field = mapping[column];
    if (field == null) return;
    if (cell.length > (longest[field] ?? 20_000)) complain(column, 'value-too-long');
    else if (cell.includes('\ufffd')) complain(column, 'letters-lost');
  });
  const surplus = row.cells.findIndex((cell, column) => column >= header.length && clean(cell) !== '');
  if (surplus >= 0) complain(surplus, 'too-many-cells');

  return {
    problems,
    complain,
    columnOf,
    /** the field's text, cleaned; null where the column is missing or the cell empty */
    text(field: FieldId): string | null {
      const text = clean(row.cells[columnOf(field)] ?? '');
      return text === '' ? null : text;
    },
    /** every cell of a field that several columns share, from left to right */
    all: (field: FieldId): { readonly column: number; readonly text: string }[] =>
      mapping.flatMap((mapped, column) => {
        const text = mapped === field ? (row.cells[column] ?? '').trim() : '';
        return text === '' ? [] : [{ column, text }];
      }),
    /** cells that no field takes, by heading; empty ones are left out */
    extra(): Extra {
      const found: Record<string, string> = {};
      row.cells.forEach((cell, column) => {
        const heading = header[column] ?? '';
        if (mapping[column] == null && heading !== '' && cell !== '') found[heading] = cell;
      });
      return found;
    },
  };
}
export type Cells = ReturnType<typeof readCells>;
