import { z } from 'zod';
import { Label, type Label as LabelOf } from '../../app/photo-check/learning/defects/index.ts';
import type { ReadableDb } from './db.ts';

/** What a person said last of one photo and one defect. */
export interface KeptLabel {
  readonly photoId: string;
  readonly name: string;
  readonly path: string;
  readonly sha256: string | null;
  readonly label: LabelOf;
  readonly actor: string;
  readonly at: number;
  /** place of the event among all events */
  readonly seq: number;
}

/** A photo as far as its product can be told. */
export interface StoredPhoto {
  readonly id: string;
  readonly name: string;
  readonly product: string | null;
  /** null where no model has looked at it */
  readonly embedding: Float32Array | null;
}

/** A picture as learning sees it. */
export interface StoredPicture extends StoredPhoto {
  readonly embedding: Float32Array;
  /** stamps of the models that looked at it, as JSON */
  readonly models: string;
}

const Payload = z.object({ defect: z.string(), label: Label.nullable() });

interface Row extends Omit<KeptLabel, 'label'> {
  readonly payload: string;
}
interface PictureRow extends Omit<StoredPicture, 'embedding'> {
  readonly embedding: Buffer;
}
interface PhotoRow extends Omit<StoredPhoto, 'embedding'> {
  readonly embedding: Buffer | null;
}

const toVector = (blob: Buffer): Float32Array => new Float32Array(new Uint8Array(blob).buffer);
const toPicture = (row: PictureRow): StoredPicture => ({ ...row, embedding: toVector(row.embedding) });

/** Labels of staff as they stand, and the pictures to learn from. */
export function labelsOf(db: ReadableDb) {
  const standing = db.prepare<[string], Row>(
    `select e.entity_id as photoId, p.name, p.path, p.sha256, e.payload, e.actor, e.at, e.seq
     from pending_events e join projected_photos p on p.id = e.entity_id
     where e.aspect = 'photo.label' and e.undone_at is null and e.compensates is null and e.payload ->> 'defect' = ? and p.shown_removed = 0
     order by e.seq`,
  );
  const product = '(select l.product_id from placements l where l.photo_id = p.id order by l.slot limit 1) as product';
  const picture = `select p.id, p.name, ${product}, a.embedding, a.models from analyses a join projected_photos p on p.id = a.photo_id
    where a.embedding is not null and p.shown_removed = 0`;
  const named = db.prepare<[string], PictureRow>(`${picture} and p.id in (select value from json_each(?))`);
  const photos = db.prepare<[string], PhotoRow>(
    `select p.id, p.name, ${product}, a.embedding from projected_photos p left join analyses a on a.photo_id = p.id
     where p.id in (select value from json_each(?))`,
  );
  const paged = db.prepare<[string, number], PictureRow>(`${picture} and p.id > ? order by p.id limit ?`);
  const ids = db.prepare<[], { id: string; sample: number }>(
    'select p.id, p.sample from analyses a join projected_photos p on p.id = a.photo_id where a.embedding is not null and p.shown_removed = 0 order by p.id',
  );
  const countOf = db.prepare<[], { sample: number; n: number }>(
    'select p.sample, count(*) as n from analyses a join projected_photos p on p.id = a.photo_id where a.embedding is not null and p.shown_removed = 0 group by p.sample',
  );
  const pairs = db.prepare<[string, string], { a: string; b: string }>(
    `select photo_id as a, other_id as b from duplicates
     where photo_id < other_id and photo_id in (select value from json_each(?)) and other_id in (select value from json_each(?))`,
  );

  return {
    /** the last word on each photo that is still in the console, oldest first; a word that was taken back is none */
    of(defect: string): KeptLabel[] {
      const last = new Map<string, KeptLabel>();
      for (const { payload, ...row } of standing.all(defect)) {
        const parsed = Payload.safeParse(JSON.parse(payload));
        if (!parsed.success) continue;
        last.delete(row.photoId);
        if (parsed.data.label !== null) last.set(row.photoId, { ...row, label: parsed.data.label });
      }
      return [...last.values()];
    },
    /** Those of the named photos that have an embedding. */
    pictures: (photoIds: readonly string[]): StoredPicture[] => named.all(JSON.stringify(photoIds)).map(toPicture),
    /** The named photos, with an embedding or without. */
    photos: (photoIds: readonly string[]): StoredPhoto[] =>
      photos.all(JSON.stringify(photoIds)).map((row) => ({ ...row, embedding: row.embedding === null ? null : toVector(row.embedding) })),
    /** All pictures there are, page by page after an id ('' = from the start). */
    page: (after: string, limit: number): StoredPicture[] => paged.all(after, limit).map(toPicture),
    /** Photos with an embedding; the merchant's own where there are any, else the sample shop's. */
    catalogue(): string[] {
      const all = ids.all();
      const own = all.filter(({ sample }) => sample === 0);
      return (own.length > 0 ? own : all).map(({ id }) => id);
    },
    /** How many photos `catalogue` names. */
    catalogueSize(): number {
      const counts = new Map(countOf.all().map(({ sample, n }) => [sample, n]));
      return counts.get(0) ?? counts.get(1) ?? 0;
    },
    /** Which of the named photos are duplicates of each other. */
    pairs(photoIds: readonly string[]): (readonly [string, string])[] {
      const asked = JSON.stringify(photoIds);
      return pairs.all(asked, asked).map(({ a, b }) => [a, b]);
    },
  };
}
export type Labels = ReturnType<typeof labelsOf>;
