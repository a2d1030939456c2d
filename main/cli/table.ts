import { dirname, relative, sep } from 'node:path';
import type { Severity, Verdict } from '../../app/photo-check/index.ts';
import type { CheckReport, PhotoReport } from './report.ts';

const mark: Readonly<Record<Verdict, string>> = { pass: 'pass', warn: 'warn', fail: 'FAIL' };
const longestName = 48;
/** from here on a folder that all photos share is named once, at the top */
const longName = 32;

/** The folder all files are in, with its separator; '' where they share none. */
function sharedFolder(files: readonly string[]): string {
  const [first = '', ...others] = files.map((file) => (dirname(file) === '.' ? '' : `${dirname(file)}${sep}`));
  let shared = first;
  for (const folder of others) {
    while (!folder.startsWith(shared)) shared = shared.slice(0, shared.lastIndexOf(sep, shared.length - 2) + 1);
  }
  return shared;
}

/** One line a rule that found something, e.g. `text-overlay (amazon-main, ebay: fail; jd: warn)`. */
function findingsOf(photo: PhotoReport, channels: readonly string[]): string[] {
  const byRule = new Map<string, Record<Severity, string[]>>();
  for (const channel of channels) {
    for (const { rule, severity } of photo.channels[channel]?.findings ?? []) {
      const found = byRule.get(rule) ?? { fail: [], warn: [] };
      byRule.set(rule, found);
      if (!found[severity].includes(channel)) found[severity].push(channel);
    }
  }
  return [...byRule].map(([rule, { fail, warn }]) => {
    // a rule that both refuses and warns says the harder word alone
    const onlyWarn = warn.filter((channel) => !fail.includes(channel));
    const parts = [fail.length > 0 ? `${fail.join(', ')}: fail` : '', onlyWarn.length > 0 ? `${onlyWarn.join(', ')}: warn` : ''];
    return `    ${rule} (${parts.filter((part) => part !== '').join('; ')})`;
  });
}

/** One line a copy that was made, and one for all that no copy mends: `fixed amazon-main: fail → pass  fixed/amazon-main/mug.jpg`. */
function fixesOf({ fixes, unfixable }: PhotoReport): string[] {
  const made = Object.entries(fixes ?? {}).map(([channel, { before, after, file, remaining }]) => {
    const left = remaining.length > 0 ? ` (left: ${remaining.join(', ')})` : '';
    return `    fixed ${channel}: ${before} → ${after}${left}  ${file}`;
  });
  const reasons = new Map<string, string[]>();
  for (const { rule, reason, channel } of unfixable ?? []) reasons.set(`${rule} (${reason})`, [...(reasons.get(`${rule} (${reason})`) ?? []), channel]);
  return [...made, ...[...reasons].map(([what, channels]) => `    not fixable: ${what} for ${channels.join(', ')}`)];
}

/** What `--fix` adds below the table. */
function fixLines({ photos }: CheckReport): string[] {
  if (photos.every(({ fixes }) => fixes === undefined)) return [];
  const copies = photos.flatMap(({ fixes }) => Object.values(fixes ?? {}));
  const passing = copies.filter(({ after }) => after === 'pass').length;
  return [`${copies.length} fixed ${copies.length === 1 ? 'copy' : 'copies'} written, ${passing} of them pass; the pictures themselves are as they were.`];
}

function summaryOf(report: CheckReport, channels: readonly string[]): string {
  const says = (photo: PhotoReport, verdict: Verdict): boolean => channels.some((channel) => photo.channels[channel]?.verdict === verdict);
  const { photos, errors } = report;
  const refused = photos.filter((photo) => says(photo, 'fail')).length;
  const warned = photos.filter((photo) => !says(photo, 'fail') && says(photo, 'warn')).length;
  const passed = photos.length - refused - warned;
  const judged = `${photos.length} ${photos.length === 1 ? 'photo' : 'photos'} judged`;
  return `${judged}: ${refused} refused by at least one channel, ${warned} with warnings only, ${passed} pass everywhere. ${errors.length} could not be read.`;
}

/** What `--since` adds below the table. */
function sinceLines({ since }: CheckReport): string[] {
  if (since === undefined) return [];
  const counts = `Since the earlier check: ${since.new} new, ${since.changed} changed, ${since.unchanged} unchanged (not listed), ${since.gone.length} gone.`;
  return [...since.gone.map((file) => `gone: ${file}`), counts];
}

/** A table for people: a line a photo with what each channel says, under it the rules that say so; a summary below. With `--since` the unchanged are counted alone. */
export function tableOf(report: CheckReport, channels: readonly string[], from: string): string {
  const nameOf = (file: string): string => (file.startsWith(`${from}${sep}`) ? relative(from, file) : file);
  const listed = report.photos.filter(({ since }) => since !== 'unchanged');
  const names = listed.map(({ file }) => nameOf(file));
  const shared = Math.max(0, ...names.map((name) => name.length)) > longName ? sharedFolder(names) : '';
  const width = Math.min(longestName, Math.max(5, ...names.map((name) => name.length - shared.length)));
  const lines = shared === '' ? [] : [`in ${shared}`, ''];
  lines.push(`${'photo'.padEnd(width)}  ${channels.join('  ')}`);
  listed.forEach((photo, i) => {
    const name = (names[i] ?? '').slice(shared.length);
    const shown = name.length > width ? `…${name.slice(1 - width)}` : name.padEnd(width);
    const verdicts = channels.map((channel) => mark[photo.channels[channel]?.verdict ?? 'pass'].padEnd(channel.length));
    lines.push(`${shown}  ${verdicts.join('  ')}`.trimEnd(), ...findingsOf(photo, channels), ...fixesOf(photo));
  });
  if (report.errors.length > 0) lines.push('', ...report.errors.map(({ code, message }) => `${code}: ${message}`));
  lines.push('', ...sinceLines(report), ...fixLines(report), summaryOf(report, channels));
  return lines.join('\n');
}
