import { relative } from 'node:path';
import {
  findDuplicates,
  judgeAll,
  packOn,
  type ChannelPack,
  type ChannelVerdict,
  type DuplicateOf,
  type PhotoAnalysis,
  type PhotoError,
  type Verdict,
} from '../../app/photo-check/index.ts';

/** One photo in the JSON of `vitrine photos check`. */
export interface PhotoReport {
  readonly file: string;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly format: string;
  readonly bytes: number;
  readonly measures: PhotoAnalysis['measures'];
  readonly duplicates: readonly DuplicateOf[];
  readonly channels: Readonly<Partial<Record<string, ChannelVerdict>>>;
  /** model tasks that could not run: their rules are silent */
  readonly unavailable: PhotoAnalysis['unavailable'];
}

export interface CheckReport {
  readonly version: string;
  readonly models: readonly { readonly id: string; readonly version: string; readonly runtime: string }[];
  readonly photos: readonly PhotoReport[];
  readonly errors: readonly PhotoError[];
}

export interface CheckOutcome {
  readonly analyses: readonly PhotoAnalysis[];
  readonly errors: readonly PhotoError[];
  readonly packs: readonly ChannelPack[];
  /** ISO day the packs are taken on */
  readonly day: string;
  /** of the console */
  readonly version: string;
}

/** Judges what was analysed; photos keep their order. */
export function reportOf({ analyses, errors, packs, day, version }: CheckOutcome): CheckReport {
  const duplicates = findDuplicates(analyses.map((analysis) => ({ key: analysis.photo.file, ...analysis })));
  const inForce = packs.map((pack) => packOn(pack, day));
  const models = new Map(analyses.flatMap((analysis) => analysis.models).map(({ id, version: of, runtime }) => [`${id} ${of} ${runtime}`, { id, version: of, runtime }]));
  const photos = analyses.map((analysis): PhotoReport => {
    const { file, sha256, width, height, format, bytes } = analysis.photo;
    const same = duplicates.get(file) ?? [];
    const { measures, unavailable } = analysis;
    return { file, sha256, width, height, format, bytes, measures, duplicates: same, channels: judgeAll(analysis, same, inForce), unavailable };
  });
  return { version, models: [...models.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), photos, errors };
}

const mark: Readonly<Record<Verdict, string>> = { pass: 'pass', warn: 'warn', fail: 'FAIL' };

/** A short table for people: one line a photo, what each channel says, and which rules it breaks. */
export function tableOf(report: CheckReport, channels: readonly string[], from: string): string {
  const nameOf = (file: string): string => (file.startsWith(from) ? relative(from, file) : file);
  const nameWidth = Math.min(48, Math.max(5, ...report.photos.map(({ file }) => nameOf(file).length)));
  const lines = [`${'photo'.padEnd(nameWidth)}  ${channels.join('  ')}`];
  for (const photo of report.photos) {
    const name = nameOf(photo.file);
    const verdicts = channels.map((channel) => mark[photo.channels[channel]?.verdict ?? 'pass'].padEnd(channel.length));
    const rules = new Set(channels.flatMap((channel) => photo.channels[channel]?.findings.map(({ rule }) => rule) ?? []));
    const shown = name.length > nameWidth ? `…${name.slice(1 - nameWidth)}` : name.padEnd(nameWidth);
    lines.push(`${shown}  ${verdicts.join('  ')}  ${[...rules].join(', ')}`.trimEnd());
  }
  for (const { code, message } of report.errors) lines.push(`${code}: ${message}`);
  const count = (verdict: Verdict): number => report.photos.filter((photo) => channels.some((channel) => photo.channels[channel]?.verdict === verdict)).length;
  lines.push('', `${report.photos.length} photos judged: ${count('fail')} refused by at least one channel, ${count('warn')} with warnings. ${report.errors.length} could not be read.`);
  return lines.join('\n');
}
