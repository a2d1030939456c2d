import { resolve, sep } from 'node:path';
import type { WatchedFolder } from '../../../app/contract/watching.ts';
import type { Store } from '../../store/index.ts';
import type { WatchedRecord } from '../../store/watched-folders.ts';
import type { Log } from '../log.ts';
import type { LookParts } from './look.ts';
import { createWatched, watchTimes, type Watched, type WatchTimes } from './watched.ts';

export interface WatchingParts extends LookParts {
  readonly store: Store;
  readonly log: Log;
  /** the console's own data: never watched */
  readonly dataFolder: string;
  /** the list of folders, or what is known of one, changed */
  readonly told: () => void;
  readonly times?: WatchTimes;
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** Keeps the catalogue in step with the folders that staff chose. */
export function createWatching({ dataFolder, times = watchTimes, ...parts }: WatchingParts) {
  const { store, told } = parts;
  const live = new Map<string, Watched>();
  let turn: Promise<unknown> = Promise.resolve();
  let started = false;

  /** One after the other: two folders on one disk would only slow each other down. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  /** Starts and ends what the list of folders asks for. */
  function follow(): void {
    if (!started) return;
    const wanted = new Set(store.watchedFolders.list().flatMap(({ id, paused }) => (paused ? [] : [id])));
    for (const [id, one] of live) {
      if (wanted.has(id)) continue;
      live.delete(id);
      void one.close();
    }
    for (const id of wanted) {
      if (live.has(id)) continue;
      const watched = createWatched(id, { ...parts, times, inTurn });
      live.set(id, watched);
      void watched.look();
    }
    told();
  }

  const standing = (folder: WatchedRecord): Pick<WatchedFolder, 'state' | 'problem' | 'unsettled' | 'unreadable'> =>
    live.get(folder.id)?.standing() ?? { state: folder.paused ? 'paused' : 'looking', problem: null, unsettled: 0, unreadable: 0 };
  const row = (folder: WatchedRecord): WatchedFolder => ({
    id: folder.id, path: folder.path, lookedAt: folder.lookedAt, pictures: folder.pictures,
    missing: store.photoFiles.missingBelow(folder.path), ...standing(folder),
  });

  return {
    list: (): WatchedFolder[] => store.watchedFolders.list().map(row),
    get(id: string): WatchedFolder | null {
      const folder = store.watchedFolders.byId(id);
      return folder === null ? null : row(folder);
    },
    /** The folder that watches this path already; null where none does. */
    watcherOf: (path: string): string | null => store.watchedFolders.list().find((one) => isWithin(resolve(path), one.path))?.path ?? null,
    isOwn: (path: string): boolean => isWithin(resolve(path), resolve(dataFolder)),
    follow,
    /** Looks through one folder, or through all that are not paused. */
    look(id: string | null): void {
      for (const [one, watched] of live) if (id === null || one === id) void watched.look();
    },
    /** Compares every folder with what is known of it since the last time. */
    start(): void {
      started = true;
      follow();
    },
    async close(): Promise<void> {
      started = false;
      await Promise.all([...live.values()].map((one) => one.close()));
      live.clear();
    },
  };
}
export type Watching = ReturnType<typeof createWatching>;
