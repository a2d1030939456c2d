import { parse, type Parser } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import type { SheetRow } from '../../app/catalog/index.ts';

/** A row longer than this many bytes is no row: a quote was left open. */
const longestRow = 2_000_000;
const slice = 1 << 16;
/** What is kept of a row that could not be read. */
const shownOfBroken = 2_000;
/** So many quotes left open, and quotes mean nothing in this file. */
const mostOpenQuotes = 50;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parserOf(delimiter: string, quotes: boolean): Parser {
  return parse({
    delimiter, info: true, bom: true, max_record_size: longestRow,
    relax_column_count: true, relax_quotes: true, skip_records_with_error: true, quote: quotes ? '"' : false,
  });
}

/** Where line `line` (from 1) of the text begins, walking on from a known place. */
function lineStart(text: string, from: { line: number; at: number }, line: number): number {
  let { at } = from;
  for (let now = from.line; now < line; now++) {
    const next = text.indexOf('\n', at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
}

const lineAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
};
const hasOpenQuote = (line: string): boolean => line.split('"').length % 2 === 0;

/** Whether every quote of a row stands where quotes belong. */
function isWellQuoted(row: string, delimiter: string): boolean {
  try {
    parseAtOnce(row, { delimiter, relax_column_count: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a row over several lines is several rows, which a quote left open holds together: the lines are as wide as
 * the table by themselves, and the quotes are not where they belong. A text with line breaks is quoted well.
 */
function swallowsRows(row: string, cells: number, width: number, delimiter: string): boolean {
  const [first = '', next = ''] = row.split('\n', 2);
  const isWide = (line: string): boolean => line.split(delimiter).length === width;
  return width >= 2 && hasOpenQuote(first) && isWide(next) && (isWide(first) || cells !== width) && !isWellQuoted(row, delimiter);
}

/** Feeds a text to a parser piece by piece, so that neither holds it twice. */
async function feed(parser: Parser, text: string, from: number): Promise<void> {
  for (let at = from; at < text.length && !parser.destroyed; at += slice) {
    if (!parser.write(text.slice(at, at + slice))) await new Promise<void>((resolve) => { parser.once('drain', resolve).once('close', resolve); });
  }
  if (!parser.destroyed) parser.end();
}

/**
 * The rows of a text, one after the other, numbered as a table program numbers them (a cell with line breaks is in
 * one row). A quote that is never closed spoils its own row alone: that one is named, and reading goes on behind it.
 */
export async function* readCsv(text: string, delimiter: string): AsyncGenerator<SheetRow> {
  let number = 0;
  let openQuotes = 0;
  /** where the text not yet read begins */
  let rest = { line: 1, at: 0 };
  let width = 0;
  while (rest.at < text.length) {
    const parser = parserOf(delimiter, openQuotes < mostOpenQuotes);
    let broken = false;
    let lastLine = 0;
    parser.on('skip', () => { broken = true; });
    const fed = feed(parser, text, rest.at);
    const known = { ...rest };
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const lines = info.lines - lastLine;
      if (lines > 1) {
        known.at = lineStart(text, known, rest.line + lastLine);
        known.line = rest.line + lastLine;
        const row = text.slice(known.at, lineStart(text, known, rest.line + info.lines));
        broken = swallowsRows(row, record.length, width, delimiter);
        if (broken) break;
      }
      lastLine = info.lines;
      number += 1;
      if (width === 0 && record.length > 1) width = record.length;
      yield { number, cells: record };
    }
    parser.destroy();
    await fed;
    if (!broken) return;
    const at = lineStart(text, known, rest.line + lastLine);
    const line = lineAt(text, at);
    openQuotes += 1;
    number += 1;
    yield { number, cells: line.slice(0, shownOfBroken).split(delimiter), flaws: [{ column: 0, code: hasOpenQuote(line) ? 'quote-open' : 'value-too-long' }] };
    rest = { line: rest.line + lastLine + 1, at: lineStart(text, { line: 0, at }, 1) };
  }
}
