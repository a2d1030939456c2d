import { analysisVersion, type DuplicateOf, type Measures, type PhotoFile } from '../../app/photo-check/index.ts';
import type { ReadableDb } from './db.ts';

/** All that rules look at of one photo. */
export interface Evidence {
  readonly photoId: string;
  readonly photo: PhotoFile;
  readonly measures: Measures;
  readonly duplicates: readonly DuplicateOf[];
}

/** Evidence of many photos at once, for questions that store nothing. */
export function evidenceOf(db: ReadableDb) {
  const measured = db.prepare<[number, string, number], { id: string; photo: string; measures: string }>(
    `select a.photo_id as id, a.photo, a.measures from analyses a join projected_photos p on p.id = a.photo_id
     where a.version = ? and p.shown_removed = 0 and a.photo_id > ? order by a.photo_id limit ?`,
  );
  const pairs = db.prepare<[string], { id: string; file: string; kind: DuplicateOf['kind']; similarity: number }>(
    `select d.photo_id as id, d.other_id as file, d.kind, d.similarity from duplicates d join projected_photos p on p.id = d.other_id
     where d.photo_id in (select value from json_each(?)) and p.shown_removed = 0`,
  );

  return {
    /**
     * Page by page behind a photo id ('' = from the start); without photos that were taken out, and without those
     * measured by another version, which are to be measured again. What this version wrote need not be parsed again.
     */
    page: (after: string, limit: number): Evidence[] => {
      const rows = measured.all(analysisVersion, after, limit);
      const duplicates = Map.groupBy(pairs.all(JSON.stringify(rows.map(({ id }) => id))), ({ id }) => id);
      return rows.map(({ id, photo, measures }) => ({
        photoId: id,
        photo: JSON.parse(photo) as PhotoFile,
        measures: JSON.parse(measures) as Measures,
        duplicates: (duplicates.get(id) ?? []).map(({ file, kind, similarity }) => ({ file, kind, similarity })),
      }));
    },
  };
}
