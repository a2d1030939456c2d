import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReportPhoto } from '../../app/photo-check/report/index.ts';
import type { ChannelId, ChannelName } from '../../app/photo-check/types.ts';
import { pictureAddress, reportChannels } from '../export/index.ts';
import type { Store } from '../store/index.ts';
import type { Derivatives } from './features/internal.ts';
import type { FixedCopies } from './fixed-copies.ts';
import { photosExport, photosExportKind } from './jobs/photos-export.ts';
import type { JobKind } from './jobs/kind.ts';

export interface ExportingParts {
  readonly store: Store;
  readonly derivatives: () => Promise<Derivatives>;
  readonly copies: Pick<FixedCopies, 'pathOf'>;
  /** what the shop calls a channel of its own */
  readonly channelName: (id: ChannelId) => ChannelName | null;
  /** the data folder */
  readonly root: string;
}

const Package = z.object({ version: z.string() });

/** What writes photos down for people outside the console: tables, reports, and copies of what each channel accepts. */
export function createExporting({ store, derivatives, copies, channelName, root }: ExportingParts): { readonly kind: JobKind; sweep(): Promise<void> } {
  const workFolder = join(root, 'exports');

  async function describe(photoId: string, channels: readonly ChannelId[], withPicture: boolean): Promise<ReportPhoto | null> {
    const record = store.photos.byId(photoId);
    const row = store.photoList.get(photoId, channels);
    if (record === null || row === null) return null;
    const { folder, names } = await derivatives();
    return {
      name: row.name,
      path: record.path,
      picture: withPicture && row.sha256 !== null ? await pictureAddress(join(folder(row.sha256), names.thumb)) : null,
      width: row.width, height: row.height, bytes: row.bytes, format: row.format,
      failure: row.failure?.code ?? null,
      decision: row.decision,
      channels: reportChannels(channels, store.analyses.verdicts(photoId), store.waivers.of(photoId, store.productLinks.productOf(photoId)?.id ?? null)),
    };
  }

  return {
    kind: photosExport({
      store,
      describe,
      mendedFor(photoId, channel) {
        const copy = store.fixes.ofPhoto(photoId).find((fix) => fix.channel === channel && fix.state === 'accepted' && !fix.stale);
        const file = copy === undefined ? null : store.fixes.fileOf(copy.id);
        return file === null ? null : copies.pathOf(file.file);
      },
      channelName,
      workFolder,
      version: async () => Package.parse(JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))).version,
    }),
    /** Takes away the parts of jobs that have ended. */
    async sweep(): Promise<void> {
      const open = new Set(store.jobs.unfinished(photosExportKind).map(({ id }) => id));
      const left = await readdir(workFolder).catch(() => []);
      for (const jobId of left) if (!open.has(jobId)) await rm(join(workFolder, jobId), { recursive: true, force: true });
    },
  };
}
