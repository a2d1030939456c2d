import type { ChannelId } from '../types.ts';
import type { Words } from '../words/words.ts';
import { findingText } from '../words/findings.ts';
import type { ReportPhoto } from './model.ts';

/** Excel takes a file for UTF-8 only where it begins so. */
export const byteOrderMark = '\uFEFF';

/**
 * One cell. Spreadsheets read a leading =, +, - or @ (full-width ones too), and a tab or line end before one, as the
 * start of a formula (OWASP, "CSV Injection"): an apostrophe makes it text. Quotes are doubled, and every cell is quoted.
 */
export function csvCell(text: string): string {
  const risky = /^[\s\p{Cc}\uFEFF]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text);
  return `"${(risky ? `'${text}` : text).replaceAll('\u0000', '').replaceAll('"', '""')}"`;
}

/** One line (RFC 4180), with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

interface Column {
  readonly head: (words: Words) => string;
  readonly cell: (photo: ReportPhoto, words: Words) => string;
}

const numberText = (value: number | null): string => (value === null ? '' : String(value));

const verdictColumn = (channel: ChannelId): Column => ({
  head: (words) => words.channel(channel),
  cell(photo, words) {
    const judged = photo.channels.get(channel);
    return judged === undefined ? '' : words.verdict(judged.verdict, judged.waived.length > 0);
  },
});

/** A channel's findings as sentences, one behind the other. */
const findingsColumn = (channel: ChannelId): Column => ({
  head: ({ say, channel: name }) => say('report:csv.findings', { channel: name(channel) }),
  cell: (photo, words) => (photo.channels.get(channel)?.standing ?? []).map((finding) => findingText(finding, channel, words)).join(words.say('report:csv.separator')),
});

function waivedText(photo: ReportPhoto, { say }: Words): string {
  const waived = new Map([...photo.channels.values()].flatMap((verdict) => verdict.waived.map(({ finding, waiver }) => [finding.rule, waiver] as const)));
  return [...waived]
    .map(([rule, { reason, note }]) => say('report:csv.waiver', { rule: say(`rules:rules.${rule}.name`), reason: note === '' ? say(`waivers:reason.${reason}`) : note }))
    .join(say('report:csv.separator'));
}

function columnsFor(channels: readonly ChannelId[]): readonly Column[] {
  return [
    { head: ({ say }) => say('table.name'), cell: ({ name }) => name },
    { head: ({ say }) => say('report:csv.path'), cell: ({ path }) => path },
    { head: ({ say }) => say('table.width'), cell: ({ width }) => numberText(width) },
    { head: ({ say }) => say('table.height'), cell: ({ height }) => numberText(height) },
    { head: ({ say }) => say('table.bytes'), cell: ({ bytes }) => String(bytes) },
    { head: ({ say }) => say('report:csv.format'), cell: ({ format }) => (format ?? '').toUpperCase() },
    { head: ({ say }) => say('table.decision'), cell: ({ decision }, { say }) => (decision === null ? '' : say(`decision.short.${decision}`)) },
    { head: ({ say }) => say('report:csv.unreadable'), cell: ({ failure }, { say }) => (failure === null ? '' : say(`failure.${failure}.cause`)) },
    ...channels.map(verdictColumn),
    { head: ({ say }) => say('report:csv.waived'), cell: waivedText },
    ...channels.map(findingsColumn),
  ];
}

/** A table of photos for spreadsheets: its first line, and one for each photo. */
export function csvTable(channels: readonly ChannelId[], words: Words): { readonly head: string; readonly line: (photo: ReportPhoto) => string } {
  const columns = columnsFor(channels);
  return {
    head: `${byteOrderMark}${csvLine(columns.map(({ head }) => head(words)))}`,
    line: (photo) => csvLine(columns.map(({ cell }) => cell(photo, words))),
  };
}
