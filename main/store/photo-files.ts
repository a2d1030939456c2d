import type { WritableDb } from './db.ts';
import { sortKey, type FoundFile } from './photos.ts';

/** The file of a photo as the catalogue knows it. */
export interface KnownFile {
  readonly id: string;
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly state: 'waiting' | 'checking' | 'checked' | 'failed';
  readonly sha256: string | null;
  /** staff took it out of the catalogue */
  readonly removed: boolean;
  /** since when it is not where it was; null where it is */
  readonly missingSince: number | null;
}

interface Row extends Omit<KnownFile, 'removed'> {
  readonly removed: number;
}

/** Paths below `folder` lie between these two; the system writes its own separator. */
const bounds = (folder: string): { from: string; to: string } => {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  const from = folder.endsWith(separator) ? folder : `${folder}${separator}`;
  return { from, to: `${from.slice(0, -1)}${String.fromCharCode(separator.charCodeAt(0) + 1)}` };
};

/** What became of the files behind photos: rewritten, moved, gone, back. */
export function photoFilesOf(db: WritableDb) {
  const below = db.prepare<[string, string, number], Row>(
    `select p.id, p.path, p.bytes, p.modified_ms as modifiedMs, p.state, p.sha256, p.shown_removed as removed, m.since as missingSince
     from projected_photos p left join missing_files m on m.photo_id = p.id where p.path > ? and p.path < ? order by p.path limit ?`,
  );
  const countMissing = db.prepare<[string, string], { n: number }>(
    `select count(*) as n from missing_files m join projected_photos p on p.id = m.photo_id where p.path > ? and p.path < ? and p.shown_removed = 0`,
  );
  const own = db.prepare<[], { id: string; path: string }>('select id, path from projected_photos where sample = 0 and shown_removed = 0');
  const mark = db.prepare<[string, number]>('insert or ignore into missing_files (photo_id, since) values (?, ?)');
  const unmark = db.prepare<[string]>('delete from missing_files where photo_id = ?');
  const rewritten = db.prepare<[number, number, string]>('update photos set bytes = ?, modified_ms = ? where id = ?');
  const move = db.prepare<[string, string, string, number, number, string]>(
    'update photos set path = ?, name = ?, sort_key = ?, bytes = ?, modified_ms = ? where id = ?',
  );
  const forgetKey = db.prepare<[string]>('delete from photo_search where photo_id = ?');

  return {
    /** The photos below a folder by path, page by page after a path ('' = from the start). */
    below(folder: string, after: string, limit: number): KnownFile[] {
      const { from, to } = bounds(folder);
      return below.all(after === '' ? from : after, to, limit).map((row) => ({ ...row, removed: row.removed === 1 }));
    },
    missingBelow(folder: string): number {
      const { from, to } = bounds(folder);
      return countMissing.get(from, to)?.n ?? 0;
    },
    /** the shop's own photos that are in the catalogue, in no order */
    own: (): { id: string; path: string }[] => own.all(),
    missing: (id: string, at: number): void => void mark.run(id, at),
    found: (id: string): void => void unmark.run(id),
    /** Saved again with the same content: nothing has to be looked at anew. */
    rewritten: (id: string, file: Pick<FoundFile, 'bytes' | 'modifiedMs'>): void => void rewritten.run(file.bytes, file.modifiedMs, id),
    /** The same file under another path: the photo keeps all that was said of it. */
    moved(id: string, file: FoundFile): void {
      move.run(file.path, file.name, sortKey(file.name), file.bytes, file.modifiedMs, id);
      forgetKey.run(id);
      unmark.run(id);
    },
  };
}
export type PhotoFiles = ReturnType<typeof photoFilesOf>;
