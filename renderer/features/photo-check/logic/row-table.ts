import type { PhotoRow } from '../../../../app/contract/photos.ts';
import { worstVerdict } from './findings.ts';
import { toTsv } from './tsv.ts';
import type { ChannelChoice, Words } from './words.ts';

/** The rows as a spreadsheet takes them: a header, then one photo a line, in the language on screen. */
export function rowsAsTsv(rows: readonly PhotoRow[], choice: ChannelChoice, words: Words): string {
  const { say } = words;
  const columns = ['name', 'verdict', 'decision', 'findings', 'width', 'height', 'bytes'] as const;
  const cells: Record<(typeof columns)[number], (row: PhotoRow) => string> = {
    name: (row) => row.name,
    verdict: (row) => (row.failure ? say('state.failed') : words.verdict(worstVerdict(row.verdicts, choice))),
    decision: (row) => (row.decision ? say(`decision.short.${row.decision}`) : ''),
    findings: (row) => row.rules.map((rule) => say(`rules:rules.${rule}.name`)).join('; '),
    width: (row) => String(row.width ?? ''),
    height: (row) => String(row.height ?? ''),
    bytes: (row) => String(row.bytes),
  };
  return toTsv([columns.map((column) => say(`table.${column}`)), ...rows.map((row) => columns.map((column) => cells[column](row)))]);
}
