export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Number of cells in each complete line of a text, where quotes keep what they hold together. */
function widths(text: string, delimiter: string, mostLines: number): number[] {
  const found: number[] = [];
  let cells = 1;
  let quoted = false;
  for (let at = 0; at < text.length && found.length < mostLines; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === delimiter) cells += 1;
    else if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) {
      found.push(cells);
      cells = 1;
    }
  }
  if (found.length === 0) found.push(cells);
  return found;
}

const linesRead = 60;

/**
 * What separates the cells of a text: the sign that cuts most of its first lines into the same number of cells, at
 * least two. Ties go to the order of `delimiters`; a comma where nothing separates.
 */
export function guessDelimiter(text: string): Delimiter {
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const found = widths(text, delimiter, linesRead);
    const counts = new Map<number, number>();
    for (const width of found) counts.set(width, (counts.get(width) ?? 0) + 1);
    for (const [width, lines] of counts) {
      if (width < 2) continue;
      const score = (lines / found.length) * Math.log2(width + 1);
      if (score > best.score + 1e-9) best = { delimiter, score };
    }
  }
  return best.delimiter;
}
