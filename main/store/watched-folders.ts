import { v7 as uuid } from 'uuid';
import type { WritableDb } from './db.ts';

export interface WatchedRecord {
  readonly id: string;
  readonly path: string;
  readonly paused: boolean;
  readonly addedAt: number;
  /** of the last look that came to its end */
  readonly lookedAt: number | null;
  /** there at that look */
  readonly pictures: number;
  /** the file system it lay on then */
  readonly device: string | null;
}

interface Row extends Omit<WatchedRecord, 'paused'> {
  readonly paused: number;
}

/** Folders that are watched. One that was taken off stays, so that it can be brought back. */
export function watchedFoldersOf(db: WritableDb) {
  const columns = 'id, path, paused, added_at as addedAt, looked_at as lookedAt, pictures, device';
  const listed = db.prepare<[], Row>(`select ${columns} from watched_folders where removed_at is null order by seq`);
  const one = db.prepare<[string], Row>(`select ${columns} from watched_folders where id = ? and removed_at is null`);
  const put = db.prepare<[string, string, number], { id: string }>(
    `insert into watched_folders (id, path, added_at) values (?, ?, ?)
     on conflict (path) do update set removed_at = null, paused = 0, added_at = excluded.added_at returning id`,
  );
  const setPaused = db.prepare<[number, string]>('update watched_folders set paused = ? where id = ? and removed_at is null');
  const remove = db.prepare<[number, string]>('update watched_folders set removed_at = ? where id = ? and removed_at is null');
  const restore = db.prepare<[string]>('update watched_folders set removed_at = null where id = ?');
  const looked = db.prepare<[number, number, string, string]>('update watched_folders set looked_at = ?, pictures = ?, device = ? where id = ?');

  const record = (row: Row | undefined): WatchedRecord | null => (row === undefined ? null : { ...row, paused: row.paused === 1 });

  return {
    /** in the order of adding */
    list: (): WatchedRecord[] => listed.all().flatMap((row) => record(row) ?? []),
    byId: (id: string): WatchedRecord | null => record(one.get(id)),
    /** Returns its id; a path that was watched before keeps the one it had. */
    add: (path: string, at: number): string => put.get(uuid(), path, at)?.id ?? '',
    /** each false where there is no such folder */
    setPaused: (id: string, paused: boolean): boolean => setPaused.run(paused ? 1 : 0, id).changes > 0,
    remove: (id: string, at: number): boolean => remove.run(at, id).changes > 0,
    restore: (id: string): boolean => restore.run(id).changes > 0,
    looked: (id: string, at: number, pictures: number, device: string): void => void looked.run(at, pictures, device, id),
  };
}
export type WatchedFolders = ReturnType<typeof watchedFoldersOf>;
