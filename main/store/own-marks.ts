import type { ReadableDb } from './db.ts';

/** An own defect that warns, with the photos it is found on. */
export interface OwnCount {
  readonly defect: string;
  readonly name: string;
  readonly count: number;
}

/** Reads on which photos the merchant's own defects are found; of those that are switched on. There are few of them. */
export function ownMarksOf(db: ReadableDb) {
  const warning = 'from own_findings f join defects d on d.id = f.defect_id join projected_photos p on p.id = f.photo_id where d.enabled = 1 and d.removed_at is null and p.shown_removed = 0';
  const on = db.prepare<[string], { photo: string }>(`select f.photo_id as photo ${warning} and d.id = ?`);
  const all = db.prepare<[], { defect: string; name: string; photo: string }>(`select d.id as defect, d.name, f.photo_id as photo ${warning} order by d.created_at, d.id`);

  return {
    /** the photos that a defect is found on */
    on: (defect: string): ReadonlySet<string> => new Set(on.all(defect).map(({ photo }) => photo)),
    /** most first; `among`: the photos to count, null = all */
    counts(among: ReadonlySet<string> | null): OwnCount[] {
      const found = new Map<string, OwnCount>();
      for (const { defect, name, photo } of all.all()) {
        if (among?.has(photo) ?? true) found.set(defect, { defect, name, count: (found.get(defect)?.count ?? 0) + 1 });
      }
      return [...found.values()].toSorted((a, b) => b.count - a.count);
    },
  };
}
