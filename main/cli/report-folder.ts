import { lstat, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { addToTally, csvTable, emptyTally, reportFoot, reportHead, reportPhoto, type ReportPhoto } from '../../app/photo-check/report/index.ts';
import type { ChannelPack } from '../../app/photo-check/index.ts';
import type { ChannelId } from '../../app/photo-check/types.ts';
import { copyInto, exportNames, pictureAddress, reportChannels, reportWords } from '../export/index.ts';
import type { CheckReport } from './report.ts';
import { openReportFile } from './report-file.ts';

/** What stands in a report's folder. */
const names = { page: 'report.html', table: 'photos.csv', data: 'report.json', channels: 'channels' } as const;

export interface ReportFolder {
  /** Writes everything. The error is a sentence that names what could not be written. */
  write(report: CheckReport, packs: readonly Pick<ChannelPack, 'channel' | 'name'>[], now: number, progress: (text: string) => void): Promise<Result<null, string>>;
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** What the pages tell of: photos that were judged, then files that could not be read. */
async function photosOf(report: CheckReport, channels: readonly ChannelId[], from: string): Promise<ReportPhoto[]> {
  const photos: ReportPhoto[] = [];
  for (const photo of report.photos) {
    photos.push({
      name: photo.file.split(/[\\/]/).at(-1) ?? photo.file,
      path: photo.file,
      picture: await pictureAddress(resolve(from, photo.file)),
      width: photo.width, height: photo.height, bytes: photo.bytes, format: photo.format,
      failure: null,
      decision: null,
      channels: reportChannels(channels, photo.channels, []),
    });
  }
  const unread = report.errors.map(({ file, code }): ReportPhoto => ({
    name: file.split(/[\\/]/).at(-1) ?? file, path: file, picture: null, width: null, height: null, bytes: 0, format: null, failure: code, decision: null, channels: new Map(),
  }));
  return [...photos, ...unread];
}

/** One folder a channel, with a copy of each photo that it accepts without a word. */
async function copyAccepted(photos: CheckReport['photos'], channels: readonly ChannelId[], folder: string, from: string): Promise<void> {
  for (const channel of channels) {
    const inside = join(folder, channel);
    await mkdir(inside, { recursive: true });
    const accepted = photos.filter((photo) => photo.channels[channel]?.verdict === 'pass');
    const named = exportNames(accepted.map(({ file }) => ({ id: file, name: file.split(/[\\/]/).at(-1) ?? file })));
    for (const { file } of accepted) {
      const copied = await copyInto(inside, resolve(from, file), named.get(file) ?? file);
      if (!copied) throw new Error(`${join(inside, named.get(file) ?? file)} is another file`);
    }
  }
}

/**
 * Makes sure, before any work is done, that a report can be written into the folder `named` (relative to `from`; made
 * where it is missing) and that nothing of one stands there already: a report never takes the place of another.
 */
export async function openReportFolder(named: string, from: string): Promise<Result<ReportFolder, string>> {
  const folder = resolve(from, named);
  try {
    await mkdir(folder, { recursive: true });
    for (const name of Object.values(names)) {
      const there = await lstat(join(folder, name)).catch(() => null);
      if (there !== null) return err(`${join(named, name)} is there already; name another folder, or take it away first`);
    }
  } catch (cause) {
    return err(`cannot make a report in ${named}: ${messageOf(cause)}`);
  }
  const probe = await openReportFile(join(folder, names.page), from);
  if (!probe.ok) return probe;
  const put = async (name: string, text: string): Promise<Result<null, string>> => {
    const file = await openReportFile(join(folder, name), from);
    return file.ok ? file.value.write(text) : file;
  };
  return ok({
    async write(report, packs, now, progress) {
      progress('writing the report');
      const channels = packs.map(({ channel }) => channel);
      const words = reportWords('en', (id) => packs.find(({ channel }) => channel === id)?.name ?? null);
      const photos = await photosOf(report, channels, from);
      const tally = photos.reduce(addToTally, emptyTally(channels));
      const table = csvTable(channels, words);
      const head = reportHead({ madeAt: now, version: report.version, channels, language: 'en', incomplete: report.incomplete === true }, tally, words);
      const pages = [
        [names.page, [head, ...photos.map((photo) => reportPhoto(photo, words)), reportFoot(words)].join('')],
        [names.table, [table.head, ...photos.map(table.line)].join('')],
        [names.data, `${JSON.stringify(report, null, 2)}\n`],
      ] as const;
      for (const [name, text] of pages) {
        const written = await put(name, text);
        if (!written.ok) return written;
      }
      try {
        await copyAccepted(report.photos, channels, join(folder, names.channels), from);
        return ok(null);
      } catch (cause) {
        return err(`cannot copy into ${join(named, names.channels)}: ${messageOf(cause)}`);
      }
    },
  });
}
