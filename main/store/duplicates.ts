import type { DuplicateOf } from '../../app/photo-check/types.ts';
import type { WritableDb } from './db.ts';

/** A thousand copies of one picture would make a million pairs; the closest ones tell the story. */
const mostPerPhoto = 50;

export type NamedDuplicate = DuplicateOf & { readonly name: string };

/**
 * Pairs of photos that show the same. A pair is stored from both sides, and whenever one comes or goes the other
 * photo is marked stale: its verdicts no longer say what is true.
 */
export function duplicatesOf(db: WritableDb) {
  const insert = db.prepare<[string, string, string, number, string, number, string, string]>(
    `insert or ignore into duplicates (photo_id, other_id, kind, similarity) select ?, ?, ?, ?
     where (select count(*) from duplicates where photo_id = ?) < ?
       and (select count(*) from photos where id in (?, ?)) = 2`,
  );
  const drop = db.prepare<[string, string]>('delete from duplicates where photo_id = ? or other_id = ?');
  const markOthers = db.prepare<[string]>(
    `update photos set stale = 1 where state <> 'failed' and id in (select photo_id from duplicates where other_id = ?)`,
  );
  const mark = db.prepare<[string]>('update photos set stale = 1 where id = ?');
  const unmark = db.prepare<[string]>('update photos set stale = 0 where id = ?');
  const markAll = db.prepare('update photos set stale = 1 where id in (select photo_id from analyses)');
  const stale = db.prepare<[number], { id: string }>(
    `select p.id from photos p join analyses a on a.photo_id = p.id where p.stale = 1 order by p.id limit ?`,
  );
  const ofPhoto = db.prepare<[string], NamedDuplicate>(
    `select d.other_id as file, d.kind, d.similarity, p.name from duplicates d join projected_photos p on p.id = d.other_id
     where d.photo_id = ? and p.shown_removed = 0 order by d.kind, d.similarity desc, d.other_id`,
  );

  return {
    /** closest first; without those that were taken out */
    of: (photoId: string): NamedDuplicate[] => ofPhoto.all(photoId),
    /** Puts what was found for a photo in the place of what was known. Photos deleted in the meantime are passed over. */
    replace(photoId: string, found: readonly DuplicateOf[]): void {
      markOthers.run(photoId);
      drop.run(photoId, photoId);
      for (const { file, kind, similarity } of found) {
        insert.run(photoId, file, kind, similarity, photoId, mostPerPhoto, photoId, file);
        insert.run(file, photoId, kind, similarity, file, mostPerPhoto, photoId, file);
        mark.run(file);
      }
    },
    /** The photo comes or goes: those that resemble it are to be judged again. */
    touch: (photoId: string): void => void markOthers.run(photoId),
    /** What it is judged by changed: it is to be judged again. */
    unsettle: (photoId: string): void => void mark.run(photoId),
    /** The packs changed: everything is to be judged again. */
    touchAll: (): void => void markAll.run(),
    /** The photo was judged again, or there is nothing to judge it by. */
    settled: (photoId: string): void => void unmark.run(photoId),
    /** photos to judge again, at most `limit` */
    stale: (limit: number): string[] => stale.all(limit).map((row) => row.id),
  };
}
