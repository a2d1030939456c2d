import type { RowProblem, RowProblemCode, SheetErrorCode } from '../../app/catalog/index.ts';

/** Why a table cannot be read, and what to do about it. */
export const sheetSentences: Readonly<Record<SheetErrorCode, string>> = {
  'sheet-not-found': 'does not exist; check the path',
  'sheet-not-readable': 'cannot be read; close it elsewhere, or ask for permission to read it',
  'sheet-empty': 'is empty; export the table again',
  'sheet-old-excel': 'is in an old Excel format; open it in Excel or WPS and save it as .xlsx or CSV',
  'sheet-password': 'is protected by a password; take the password off in Excel and save it',
  'sheet-broken': 'is damaged; open it in Excel or WPS and save it again',
  'sheet-not-a-table': 'is no table of products; give a CSV file or an .xlsx workbook',
  'sheet-too-large': 'is too large (500,000 rows and 300 MB at most); split it',
  'sheet-no-header': 'has no row of headings; name the columns in the first row',
  'sheet-no-rows': 'has headings and nothing below them; export it with its products',
};

const rowSentences: Readonly<Record<RowProblemCode, (problem: RowProblem) => string>> = {
  'no-name': () => 'neither a title nor a SKU; give the row one, or delete it',
  'duplicate-sku': ({ value, other }) => `SKU ${value} stood in row ${other} already; give each row its own SKU, or its own colour or size`,
  'value-too-long': () => 'the value is too long; shorten it',
  'too-many-cells': () => 'more cells than headings; look for a stray separator',
  'quote-open': () => 'a quote is opened and never closed; close it, or take it out',
  'formula-error': () => 'the formula gives an error; mend it in Excel and save again',
  'formula-empty': () => 'the formula has no saved result; open the file in Excel and save it',
  'row-unreadable': () => 'the row cannot be read; look at it in the table program',
  'bad-price': ({ value }) => `"${value}" is no price; left out`,
  'bad-date': ({ value }) => `"${value}" is no date; left out`,
  'future-date': ({ value }) => `${value} is in the future; left out`,
  'number-shortened': ({ value }) => `Excel shortened this number to ${value}; format the column as text and enter it again`,
  'letters-lost': () => 'letters were lost when the file was saved; export it again as UTF-8',
  'picture-not-found': ({ value }) => `picture ${value} is not among the pictures checked`,
  'picture-address': ({ value }) => `${value} is an address: kept, never fetched`,
};

export interface ProductError {
  readonly row: number;
  readonly column: string | null;
  readonly code: RowProblemCode;
  readonly message: string;
}

/** A row's problem as a sentence that names its row, and its column where there is one. */
export function productError(problem: RowProblem): ProductError {
  const { row, column, code } = problem;
  return { row, column, code, message: `row ${row}${column === null ? '' : `, ${column}`}: ${rowSentences[code](problem)}` };
}
