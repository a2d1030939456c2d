/** One cell: spreadsheets read a leading =, +, - or @ as a formula, and tabs or line ends as new cells. */
function cell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}

/** Rows of text as tab-separated values, ready for a spreadsheet. */
export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\n');
