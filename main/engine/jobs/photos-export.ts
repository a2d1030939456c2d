import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { z } from 'zod';
import { ExportWhat } from '../../../app/contract/exports.ts';
import { addToTally, csvTable, emptyTally, reportFoot, reportHead, reportPhoto, sumOf, type ReportPhoto } from '../../../app/photo-check/report/index.ts';
import { ChannelId, type ChannelName } from '../../../app/photo-check/types.ts';
import { copyInto, exportNames, reportWords } from '../../export/index.ts';
import type { Store } from '../../store/index.ts';
import type { JobRecord } from '../../store/jobs.ts';
import { JobStop, type JobKind, type Outcome, type Reason } from './kind.ts';
import { writeParts } from './write-parts.ts';

export const photosExportKind = 'photos.export';

/** What the job was asked for; `photoIds` in the order in which they are told of. */
export const ExportPayload = z.object({
  what: ExportWhat,
  path: z.string(),
  language: z.enum(['en', 'zh-CN']),
  channels: z.array(ChannelId),
  warnings: z.boolean(),
  // jobs of before sent what staff passed everywhere
  refused: z.boolean().default(true),
  photoIds: z.array(z.string()),
  madeAt: z.number(),
});
export type ExportPayload = z.infer<typeof ExportPayload>;

export interface PhotosExportParts {
  readonly store: Store;
  /** a photo as a report tells of it; null where it was taken out meanwhile */
  readonly describe: (photoId: string, channels: readonly ChannelId[], withPicture: boolean) => Promise<ReportPhoto | null>;
  /** the copy that was mended for a channel and accepted, a JPEG; null where the channel gets the original */
  readonly mendedFor: (photoId: string, channel: ChannelId) => string | null;
  /** what the shop calls a channel of its own */
  readonly channelName: (id: ChannelId) => ChannelName | null;
  /** where parts lie until all are there */
  readonly workFolder: string;
  /** of the console */
  readonly version: () => Promise<string>;
}

const partSizes: Readonly<Record<ExportWhat, number>> = { csv: 100, report: 20, folders: 1 };
/** Copying and small pictures wait for the disk more than for the processor. */
const lanes = 3;

const Part = z.object({
  text: z.string(),
  tally: z.object({
    photos: z.number(),
    unreadable: z.number(),
    byChannel: z.array(z.object({ channel: ChannelId, pass: z.number(), warn: z.number(), fail: z.number() })).readonly(),
  }),
});
type Part = z.infer<typeof Part>;

/** The items of such a job: parts of a page or table, or photos to copy. Their names are not those of photos, which a check may want. */
export function exportItems({ what, photoIds }: Pick<ExportPayload, 'what' | 'photoIds'>, nameOf: (photoId: string) => string): { readonly item: string; readonly name: string }[] {
  const size = partSizes[what];
  return Array.from({ length: Math.ceil(photoIds.length / size) }, (_, n) => {
    const first = photoIds[n * size] ?? '';
    return { item: `${what}:${n}`, name: nameOf(first) };
  });
}

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '');
const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Writes photos down for people outside the console, part by part: what is done survives a crash, and nothing is there half. */
export function photosExport({ store, describe, mendedFor, channelName, workFolder, version }: PhotosExportParts): JobKind {
  const orders = new Map<string, { readonly payload: ExportPayload; readonly names: ReadonlyMap<string, string> }>();

  function orderOf(jobId: string) {
    const known = orders.get(jobId);
    if (known !== undefined) return known;
    const payload = ExportPayload.parse(JSON.parse(store.jobs.byId(jobId)?.payload ?? '{}'));
    const photos = payload.what === 'folders' ? payload.photoIds.map((id) => ({ id, name: store.photos.byId(id)?.name ?? id })) : [];
    const order = { payload, names: exportNames(photos, 'stem') };
    orders.set(jobId, order);
    return order;
  }
  const folderOf = (jobId: string): string => join(workFolder, jobId);
  const partOf = (jobId: string, n: number): string => join(folderOf(jobId), `${n}.json`);

  /** Parts of what is finished are not needed any more. */
  async function dropParts(): Promise<void> {
    const left = await readdir(workFolder).catch(() => []);
    for (const jobId of left) if (store.jobs.byId(jobId)?.state === 'done') await rm(folderOf(jobId), { recursive: true, force: true });
  }

  async function writePart(jobId: string, n: number, { what, channels, language, photoIds }: ExportPayload): Promise<void> {
    const words = reportWords(language, channelName);
    const table = csvTable(channels, words);
    const size = partSizes[what];
    let text = '';
    let tally = emptyTally(channels);
    for (const photoId of photoIds.slice(n * size, (n + 1) * size)) {
      const photo = await describe(photoId, channels, what === 'report');
      if (photo === null) continue;
      text += what === 'csv' ? table.line(photo) : reportPhoto(photo, words);
      tally = addToTally(tally, photo);
    }
    await mkdir(folderOf(jobId), { recursive: true });
    const { writeAtomically } = await import('../../media/index.ts');
    await writeAtomically(partOf(jobId, n), JSON.stringify({ text, tally } satisfies Part));
  }

  /**
   * Copies one photo into the folder of every channel that takes it, mended where it was; what staff rejected goes nowhere.
   * What they passed goes where there are warnings alone, and where it is refused only if that was asked for. Where another file stands in the way in one folder, the others get theirs all the same.
   */
  async function copyPhoto(photoId: string, { path, channels, warnings, refused }: ExportPayload, name: string): Promise<Reason | null> {
    const photo = store.photos.byId(photoId);
    const row = store.photoList.get(photoId, channels);
    if (photo === null || row === null || row.decision === 'rejected') return null;
    const inTheWay: string[] = [];
    for (const channel of channels) {
      const verdict = row.verdicts[channel];
      const mended = mendedFor(photoId, channel);
      const taken = mended !== null || verdict === 'pass' || (verdict === 'warn' && (warnings || row.decision === 'passed')) || (verdict === 'fail' && refused && row.decision === 'passed');
      const own = mended === null ? name : `${parse(name).name}.jpg`;
      if (taken && !(await copyInto(join(path, channel), mended ?? photo.path, own))) inTheWay.push(`${channel}/${own}`);
    }
    return inTheWay.length === 0 ? null : { code: 'export-name-taken', message: inTheWay.join(', ') };
  }

  const failed = (error: Reason): Outcome => ({ state: 'failed', error, commit: () => {} });
  /** What went wrong with one item; null where it is the whole job's trouble. */
  function reasonFor(cause: unknown): Reason | null {
    if (codeOf(cause) === 'ENOENT') return { code: 'not-found', message: messageOf(cause) };
    return codeOf(cause) === 'EACCES' || codeOf(cause) === 'EPERM' ? { code: 'not-readable', message: messageOf(cause) } : null;
  }

  async function gather(jobId: string, payload: ExportPayload): Promise<void> {
    const words = reportWords(payload.language, channelName);
    const count = Math.ceil(payload.photoIds.length / partSizes[payload.what]);
    const read = async (n: number): Promise<Part> => Part.parse(JSON.parse(await readFile(partOf(jobId, n), 'utf8')));
    let tally = emptyTally(payload.channels);
    for (let n = 0; n < count; n++) tally = sumOf(tally, (await read(n)).tally);
    const info = { madeAt: payload.madeAt, version: await version(), channels: payload.channels, language: payload.language, incomplete: false };
    const csv = payload.what === 'csv';
    await writeParts(payload.path, async function* texts() {
      yield csv ? csvTable(payload.channels, words).head : reportHead(info, tally, words);
      for (let n = 0; n < count; n++) yield (await read(n)).text;
      if (!csv) yield reportFoot(words);
    });
  }

  return {
    kind: photosExportKind,
    async open() {
      await dropParts();
      return lanes;
    },
    begin: () => {},
    async work({ jobId, item }) {
      const { payload, names } = orderOf(jobId);
      const n = Number(item.split(':')[1]);
      try {
        if (payload.what === 'folders') {
          const photoId = payload.photoIds[n] ?? '';
          const reason = await copyPhoto(photoId, payload, names.get(photoId) ?? photoId);
          return reason === null ? { state: 'done', commit: () => {} } : failed(reason);
        }
        await writePart(jobId, n, payload);
        return { state: 'done', commit: () => {} };
      } catch (cause) {
        const reason = payload.what === 'folders' ? reasonFor(cause) : null;
        if (reason === null) throw cause;
        return failed(reason);
      }
    },
    // The parts stay: should the engine end before the job is recorded as done, they are put together once more.
    async finish(job: JobRecord) {
      const { payload } = orderOf(job.id);
      if (payload.what === 'folders') return;
      try {
        await gather(job.id, payload);
      } catch (cause) {
        if (codeOf(cause) === 'ENOSPC') throw cause;
        throw new JobStop({ code: 'export-not-written', message: `${payload.path}: ${messageOf(cause)}` });
      }
    },
    async close() {
      orders.clear();
    },
    abandon: () => {},
  };
}
