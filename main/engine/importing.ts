import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { ImportReport } from '../../app/contract/photos.ts';
import type { Store } from '../store/index.ts';
import type { FoundFile } from '../store/photos.ts';
import { createIntake } from './intake.ts';

export interface Found {
  readonly files: readonly string[];
  /** what could not be reached; becomes a photo too, so that its check can say why */
  readonly errors: readonly { readonly file: string }[];
  readonly ignored: number;
}

export interface ImportParts {
  readonly store: Store;
  readonly findPhotos: (paths: readonly string[]) => Promise<Found>;
  /** a job was stored and waits */
  readonly wakeJobs: () => void;
  readonly changed: (photoIds: readonly string[] | null) => void;
}

export interface ImportOrder {
  readonly paths: readonly string[];
  readonly sample: boolean;
  readonly actor: string;
  readonly at: number;
}

async function describe(path: string): Promise<FoundFile> {
  const found = await stat(path).catch(() => null);
  return { path, name: basename(path), bytes: found?.size ?? 0, modifiedMs: found?.mtimeMs ?? 0 };
}

/** Takes pictures into the console: rows and the job that checks them are one transaction; the files stay where they are. */
export function createImport({ store, findPhotos, wakeJobs, changed }: ImportParts) {
  const intake = createIntake(store);
  return async (order: ImportOrder): Promise<z.output<typeof ImportReport>> => {
    const found = await findPhotos(order.paths);
    const files: FoundFile[] = [];
    for (const path of [...found.files, ...found.errors.map((error) => error.file)]) files.push(await describe(path));
    const { ids, jobId } = store.transact(() => intake.take(files, order));
    changed(ids.length === 0 ? null : ids);
    if (jobId !== null) wakeJobs();
    return { jobId, added: ids.length, known: files.length - ids.length, ignored: found.ignored };
  };
}
export type ImportPhotos = ReturnType<typeof createImport>;
