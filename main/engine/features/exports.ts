import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import type { CallResult } from '../../../app/contract/define.ts';
import type { HandlerOf } from '../../../app/contract/handlers.ts';
import type { internal } from '../../../app/contract/internal.ts';
import { err, ok } from '../../../app/kernel/result.ts';
import { newFolder } from '../../export/index.ts';
import type { Store } from '../../store/index.ts';
import { exportItems, ExportPayload, photosExportKind } from '../jobs/photos-export.ts';
import type { SearchIndex } from '../search-index.ts';
import { noteWrittenFolder } from '../written-folders.ts';

export interface ExportsParts {
  readonly store: Store;
  readonly search: Pick<SearchIndex, 'rulesNamed'>;
  readonly wakeJobs: () => void;
}

type Calls = typeof internal.calls;
type Order = z.output<Calls['exportPhotos']['input']>;

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
const most = 100_000;

/** Fails where no file can be written beside `path`. */
async function tryToWrite(path: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID().slice(0, 8)}.partial`);
  await writeFile(beside, '', { flag: 'wx' });
  await rm(beside, { force: true });
}

/** Begins jobs that write photos down, once it is sure that they can be written there. */
export function exportsHandlers({ store, search, wakeJobs }: ExportsParts): { readonly exportPhotos: HandlerOf<Calls['exportPhotos']>; readonly exportPath: HandlerOf<Calls['exportPath']> } {
  async function photosOf({ filter, ids }: Order): Promise<string[]> {
    const rulesNamed = filter.search.trim() === '' ? undefined : await search.rulesNamed();
    const { rows } = store.photoList.list({ ...filter, offset: 0, limit: most }, store.settings.get().channels, rulesNamed);
    const wanted = ids === null ? null : new Set(ids);
    return rows.flatMap(({ id }) => (wanted?.has(id) ?? true ? [id] : []));
  }

  async function begin(order: Order, photoIds: readonly string[], at: number): Promise<CallResult<{ jobId: string; photos: number }>> {
    const { what, language, warnings, refused, filter } = order;
    const enabled = store.settings.get().channels;
    const path = what === 'folders' ? await newFolder(order.path, at) : order.path;
    if (what === 'folders') await noteWrittenFolder(store, path);
    else await tryToWrite(path);
    const payload: ExportPayload = { what, path, language, warnings, refused, channels: filter.channel === 'all' ? enabled : [filter.channel], photoIds: [...photoIds], madeAt: at };
    const items = exportItems(payload, (id) => store.photos.byId(id)?.name ?? id);
    const jobId = store.transact(() => store.jobs.create(photosExportKind, payload, items, at));
    wakeJobs();
    return ok({ jobId, photos: photoIds.length });
  }

  return {
    async exportPhotos(order, { at }) {
      const photoIds = await photosOf(order);
      if (photoIds.length === 0) return err({ code: 'nothing-to-export' });
      try {
        return await begin(order, photoIds, at);
      } catch (cause) {
        return err({ code: 'export-not-written', detail: messageOf(cause) });
      }
    },
    exportPath({ jobId }) {
      const job = store.jobs.byId(jobId);
      if (job?.kind !== photosExportKind) return ok(null);
      return ok({ path: ExportPayload.parse(JSON.parse(job.payload)).path });
    },
  };
}
