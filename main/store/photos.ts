import { v7 as uuid } from 'uuid';
import type { WritableDb } from './db.ts';

/** A file that was found on the disk. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** milliseconds since the epoch */
  readonly modifiedMs: number;
}

export interface PhotoRecord {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly state: 'waiting' | 'checking' | 'checked' | 'failed';
  readonly sha256: string | null;
  readonly sample: boolean;
}

interface Stored extends Omit<PhotoRecord, 'sample'> {
  readonly sample: number;
}

const digits = 12;

/** Natural order as plain text: 'IMG_9' sorts before 'img_10'. */
export const sortKey = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replaceAll(/\d+/g, (run) => run.padStart(digits, '0'));

/** The rows of photos themselves: found, waiting, gone. Lists are in `photo-list.ts`, verdicts in `analyses.ts`. */
export function photosOf(db: WritableDb) {
  const columns = 'id, path, name, bytes, modified_ms as modifiedMs, state, sha256, sample';
  const byId = db.prepare<[string], Stored>(`select ${columns} from photos where id = ?`);
  const byPath = db.prepare<[string], Stored>(`select ${columns} from photos where path = ?`);
  const insert = db.prepare<[string, string, string, string, number, number, number, number]>(
    `insert into photos (id, path, name, sort_key, bytes, modified_ms, state, sample, imported_at) values (?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
  );
  const touch = db.prepare<[number, number, string]>(`update photos set bytes = ?, modified_ms = ?, state = 'waiting' where id = ?`);
  const setState = db.prepare<[string, string]>('update photos set state = ? where id = ?');
  const fail = db.prepare<[string, string, number, string]>(
    `update photos set state = 'failed', failure_code = ?, failure_message = ?, checked_at = ?, profile_id = null, stale = 0 where id = ?`,
  );
  const dropAnalysis = db.prepare<[string]>('delete from analyses where photo_id = ?');
  const dropVerdicts = db.prepare<[string]>('delete from verdicts where photo_id = ?');
  const dropOwnFindings = db.prepare<[string]>('delete from own_findings where photo_id = ?');
  const dropWaivedProfile = db.prepare<[string]>('delete from waived_profiles where photo_id = ?');
  const settle = db.prepare(
    `update photos set state = iif(exists (select 1 from analyses where photo_id = photos.id), 'checked', 'waiting') where state = 'checking'`,
  );
  const allIds = db.prepare<[], { id: string }>(
    'select id from projected_photos where shown_removed = 0 order by id',
  );
  const sampleIds = db.prepare<[], { id: string }>('select id from photos where sample = 1');
  const withBytes = db.prepare<[string], { n: number }>('select count(*) as n from photos where sha256 = ?');
  const deleteEvents = db.prepare<[string]>(`delete from pending_events where entity_kind = 'photo' and entity_id = ?`);
  const deletePhoto = db.prepare<[string]>('delete from photos where id = ?');

  const record = (row: Stored | undefined): PhotoRecord | null => (row === undefined ? null : { ...row, sample: row.sample === 1 });

  return {
    byId: (id: string): PhotoRecord | null => record(byId.get(id)),
    byPath: (path: string): PhotoRecord | null => record(byPath.get(path)),
    /** Returns the new photo's id. */
    add(file: FoundFile, sample: boolean, at: number): string {
      const id = uuid();
      insert.run(id, file.path, file.name, sortKey(file.name), file.bytes, file.modifiedMs, sample ? 1 : 0, at);
      return id;
    },
    /** The file behind a known photo changed: it waits to be looked at again. */
    changed: (id: string, file: FoundFile): void => void touch.run(file.bytes, file.modifiedMs, id),
    setState: (id: string, state: PhotoRecord['state']): void => void setState.run(state, id),
    /** Could not be read: what was measured on it before no longer holds. Its duplicates are the caller's to forget. */
    fail(id: string, failure: { readonly code: string; readonly message: string }, at: number): void {
      dropAnalysis.run(id);
      dropVerdicts.run(id);
      dropWaivedProfile.run(id);
      dropOwnFindings.run(id);
      fail.run(failure.code, failure.message, at, id);
    },
    /** After a crash no photo is being looked at: each goes back to what it was. */
    settleInterrupted: (): number => settle.run().changes,
    /** those a person has not taken out, oldest first */
    ids: (): string[] => allIds.all().map((row) => row.id),
    sampleIds: (): string[] => sampleIds.all().map((row) => row.id),
    /** true where some photo is made of these bytes */
    hasBytes: (sha256: string): boolean => (withBytes.get(sha256)?.n ?? 0) > 0,
    /** Deletes the row with all that hangs on it. For the sample shop only: a merchant's photos are removed by an event. */
    delete(id: string): void {
      deleteEvents.run(id);
      deletePhoto.run(id);
    },
  };
}
export type Photos = ReturnType<typeof photosOf>;
