import { z } from 'zod';

/** What may be wrong with one cell or row. `errors` keep the row out; `warnings` do not. */
export const rowErrorCodes = ['no-name', 'duplicate-sku', 'value-too-long', 'too-many-cells', 'quote-open', 'formula-error', 'formula-empty', 'row-unreadable'] as const;
export const rowWarningCodes = ['bad-price', 'bad-date', 'future-date', 'number-shortened', 'letters-lost', 'picture-not-found', 'picture-address'] as const;
export const rowProblemCodes = [...rowErrorCodes, ...rowWarningCodes] as const;
export const RowProblemCode = z.enum(rowProblemCodes);
export type RowProblemCode = z.infer<typeof RowProblemCode>;

export const RowProblem = z.object({
  /** as the table program counts it, from 1; the heading's row counts too */
  row: z.number().int(),
  /** the column's heading; null where the whole row is meant */
  column: z.string().nullable(),
  /** what stands there, shortened */
  value: z.string(),
  code: RowProblemCode,
  /** another row that matters, e.g. where a SKU stood first; 0 for none */
  other: z.number().int().default(0),
});
export type RowProblem = z.infer<typeof RowProblem>;

const errors: ReadonlySet<string> = new Set(rowErrorCodes);
export const keepsRowOut = (code: RowProblemCode): boolean => errors.has(code);

const shown = 120;
/** A value short enough to be shown beside its problem. */
export const shortened = (value: string): string => (value.length > shown ? `${value.slice(0, shown)}…` : value);

/** Why a file is no table of products; `params` of the contract fill the sentence. */
export const sheetErrorCodes = [
  'sheet-not-found', 'sheet-not-readable', 'sheet-empty', 'sheet-old-excel', 'sheet-password', 'sheet-broken', 'sheet-not-a-table',
  'sheet-too-large', 'sheet-no-header', 'sheet-no-rows',
] as const;
export type SheetErrorCode = (typeof sheetErrorCodes)[number];
