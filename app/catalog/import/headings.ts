import { headings, numberedHeadings, sharedFields, fieldIds, type FieldId, type Mapping } from './fields.ts';

/** A heading without case, spaces, punctuation, marks of obligation and what stands in brackets behind it. */
export function plainHeading(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replaceAll('*', '');
  const bare = folded.replace(/\s*[([【{].*?[)\]】}]\s*$/u, '');
  return (bare.trim() === '' ? folded : bare).replaceAll(/[\s_\-./:'"#,;|]+/gu, '');
}

const byHeading: ReadonlyMap<string, FieldId> = new Map(fieldIds.flatMap((field) => headings[field].map((heading) => [plainHeading(heading), field] as const)));

/** Language marks that a heading may carry, e.g. 'Title (zh)', 'name_en', '标题（英文）'. */
const titleMarks: readonly (readonly [FieldId, RegExp])[] = [
  ['title-zh', /(?:zh|cn|chinese|中文)/],
  ['title-en', /(?:\ben\b|_en|english|英文)/],
];

/** What a column means by its heading; null where that is not known. */
export function fieldOf(heading: string): FieldId | null {
  const plain = plainHeading(heading);
  if (plain === '') return null;
  const numbered = numberedHeadings.find(([, pattern]) => pattern.test(plain))?.[0];
  const field = byHeading.get(plain) ?? numbered ?? null;
  if (field !== 'title') return field;
  const inBrackets = /[([【{](.*?)[)\]】}]/u.exec(heading.normalize('NFKC').toLowerCase())?.[1] ?? '';
  return titleMarks.find(([, mark]) => mark.test(inBrackets))?.[0] ?? field;
}

/** How usual a heading is for its field: 0 = the plainest one. */
const rankOf = (heading: string, field: FieldId): number => {
  const at = headings[field].findIndex((known) => plainHeading(known) === plainHeading(heading));
  return at < 0 ? headings[field].length : at;
};

/** A guess for every column: each field once, for its plainest heading, but for those that several columns may share. */
export function guessMapping(header: readonly string[]): Mapping {
  const guesses = header.map(fieldOf);
  const best = new Map<FieldId, number>();
  guesses.forEach((field, column) => {
    if (field === null) return;
    const known = best.get(field);
    if (known === undefined || rankOf(header[column] ?? '', field) < rankOf(header[known] ?? '', field)) best.set(field, column);
  });
  return guesses.map((field, column) => (field === null || sharedFields.has(field) || best.get(field) === column ? field : null));
}

/** Equal for tables with the same headings: a mapping that was chosen once is offered again. */
export const signatureOf = (header: readonly string[]): string => header.map((heading) => plainHeading(heading)).join('|');

const searched = 15;
const isNumber = (text: string): boolean => /^[-+¥$€£]?[\d.,]+%?$/.test(text.trim());

/** How much a row looks like a row of headings. */
function likeness(cells: readonly string[]): number {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const known = filled.filter((cell) => fieldOf(cell) !== null).length;
  const numbers = filled.filter(isNumber).length;
  return known * 3 - numbers * 2 + (filled.length >= 2 ? Math.min(1, filled.length / 20) : 0);
}

/** How much the first rows of a table look like a table of products. */
export const headerScore = (rows: readonly (readonly string[])[]): number => Math.max(0, ...rows.map(likeness));

export interface FoundHeader {
  /** place among the rows looked at */
  readonly at: number;
  readonly header: readonly string[];
  /** the first row of products: a second row of headings under the first is passed over */
  readonly firstRow: number;
}

/**
 * The row of headings among the first rows of a table: the one with the most headings that are known. Titles above
 * the table, version lines and a second row of headings (Amazon's labels over its names) are passed over. Null where
 * there is no row with two cells.
 */
export function findHeader(rows: readonly (readonly string[])[]): FoundHeader | null {
  const scores = rows.slice(0, searched).map(likeness);
  const best = Math.max(0, ...scores);
  const at = best > 0 ? scores.indexOf(best) : rows.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length >= 2);
  const header = rows[at];
  if (header === undefined) return null;
  let firstRow = at + 1;
  // twice the headings: as labels for people and as names for machines
  while (firstRow < rows.length && firstRow < at + 3 && isHeadingAgain(rows[firstRow] ?? [])) firstRow += 1;
  return { at, header: header.map((cell) => cell.trim()), firstRow };
}

function isHeadingAgain(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length >= 3 && filled.filter((cell) => fieldOf(cell) !== null).length >= Math.max(3, filled.length / 3);
}
