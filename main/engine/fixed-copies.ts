import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { ChannelId } from '../../app/photo-check/types.ts';
import { copyInto, exportNames, newFolder } from '../export/index.ts';
import type { FixFile } from '../store/fixes.ts';
import type { Store } from '../store/index.ts';
import type { Derivatives } from './features/internal.ts';
import type { Log } from './log.ts';
import { noteWrittenFolder } from './written-folders.ts';

export interface FixedCopiesParts {
  readonly store: Store;
  /** <folder>/<photo>/<channel>-<part of the copy's id>.jpg */
  readonly folder: string;
  readonly derivatives: () => Promise<Derivatives>;
  readonly log: Log;
  readonly now: () => number;
}

const idDigits = 12;
const dayMs = 24 * 60 * 60 * 1000;
/** How long a copy that was taken back can still be had again. */
const revertedKeptMs = 7 * dayMs;
/** A file without a row may be one that is being made just now. */
const unknownKeptMs = 60 * 60 * 1000;

export interface Exported {
  /** the new folder they lie in; the one that was chosen where nothing was written */
  readonly folder: string;
  readonly written: number;
  /** left out, because their original has changed since */
  readonly stale: number;
  readonly failed: number;
}

/** The files of fixed copies: where they lie, what is cleared away, and the way out of the console. */
export function createFixedCopies({ store, folder, derivatives, log, now }: FixedCopiesParts) {
  const pathOf = (name: string): string => join(folder, name);
  let forgotten: Promise<void> = Promise.resolve();

  /** Deletes files whose rows are gone, and the small pictures of theirs that nobody else needs. */
  async function remove({ file, sha256 }: FixFile): Promise<void> {
    await rm(pathOf(file), { force: true });
    if (store.fixes.hasBytes(sha256) || store.photos.hasBytes(sha256)) return;
    const { folder: picturesOf } = await derivatives();
    await rm(picturesOf(sha256), { recursive: true, force: true });
  }

  async function sweepFiles(): Promise<void> {
    const known = new Set(store.fixes.files().map(({ file }) => file));
    for (const photo of await readdir(folder).catch(() => [])) {
      for (const name of await readdir(join(folder, photo)).catch(() => [])) {
        const path = join(folder, photo, name);
        const written = (await stat(path).catch(() => null))?.mtimeMs ?? now();
        if (!known.has(join(photo, name)) && written < now() - unknownKeptMs) await rm(path, { force: true });
      }
      // only where it is empty
      await rmdir(join(folder, photo)).catch(() => {});
    }
  }

  const attempt = <T>(work: Promise<T>): Promise<T | null> =>
    work.catch((error: unknown) => {
      log.error('fixed-copies', error);
      return null;
    });
  const openFolder = (parent: string): Promise<string | null> =>
    attempt(newFolder(parent, now()).then(async (made) => {
      await noteWrittenFolder(store, made);
      return made;
    }));
  const write = async (into: string, { file }: FixFile, name: string): Promise<boolean> => (await attempt(copyInto(into, pathOf(file), name))) ?? false;

  return {
    /** A copy's own place, relative to the folder. */
    nameFor: (photoId: string, channel: ChannelId, id: string): string => join(photoId, `${channel}-${id.replaceAll('-', '').slice(-idDigits)}.jpg`),
    pathOf,
    /** Deletes what belongs to no row any more, one file after the other. Call when the rows are gone for good: after the transaction. */
    forget(files: readonly FixFile[]): void {
      for (const file of files) forgotten = forgotten.then(() => remove(file)).catch((error: unknown) => log.error('fixed-copies', error));
    },
    /** At the start: drafts that nobody took, copies taken back long ago, and files that a crash left. */
    async sweep(): Promise<void> {
      store.fixes.sweep({ drafts: now() - dayMs, reverted: now() - revertedKeptMs });
      await sweepFiles();
    },
    /** Writes accepted copies to `<new folder in to>/<channel>/<name>.jpg`, so that nothing is written over; null = all of them. */
    async exportTo(to: string, ids: readonly string[] | null): Promise<Exported> {
      const wanted = ids === null ? null : new Set(ids);
      const rows = store.fixes.accepted().filter(({ id }) => wanted === null || wanted.has(id));
      const fresh = rows.filter(({ stale }) => !stale);
      const folder = fresh.length === 0 ? null : await openFolder(to);
      let written = 0;
      for (const [channel, group] of folder === null ? [] : Map.groupBy(fresh, (row) => row.channel)) {
        const names = exportNames(group, 'stem');
        for (const { id } of group) {
          const source = store.fixes.fileOf(id);
          const name = `${parse(names.get(id) ?? id).name}.jpg`;
          if (source !== null && (await write(join(folder ?? to, channel), source, name))) written += 1;
        }
      }
      return { folder: folder ?? to, written, stale: rows.length - fresh.length, failed: fresh.length - written };
    },
  };
}
export type FixedCopies = ReturnType<typeof createFixedCopies>;
