import { v7 as uuid } from 'uuid';
import { Mapping } from '../../app/catalog/index.ts';
import { transact, type WritableDb } from './db.ts';
import { placementsOf } from './placements.ts';

export interface ImportRecord {
  readonly id: string;
  /** name of the table's file */
  readonly file: string;
  readonly at: number;
  readonly actor: string;
  readonly added: number;
  readonly changed: number;
  readonly undoneAt: number | null;
}

type Row = Readonly<Record<string, string | number | null>>;
/** A product with all that its source wrote, column by column. */
interface Snapshot {
  readonly product: Row;
  readonly variants: readonly Row[];
  readonly pictures: readonly Row[];
}

/** What imports did, so that each can be taken back as a whole; and what columns were told to mean. */
export function importsOf(db: WritableDb) {
  const placements = placementsOf(db);
  const insert = db.prepare<[string, string, number, string, number, number]>('insert into imports (id, file, at, actor, added, changed) values (?, ?, ?, ?, ?, ?)');
  const finish = db.prepare<[number, number, string]>('update imports set added = ?, changed = ?, finished = 1 where id = ?');
  const show = db.prepare<[string]>('update products set removed = 0 where id in (select product_id from import_changes where import_id = ? and before is null)');
  const hide = db.prepare<[string]>('update products set removed = 1 where id in (select product_id from import_changes where import_id = ? and before is null)');
  const reopen = db.prepare<[string]>('update imports set finished = 0 where id = ?');
  const unfinished = db.prepare<[], { id: string }>('select id from imports where finished = 0 and undone_at is null order by id desc');
  const columns = 'id, file, at, actor, added, changed, undone_at as undoneAt';
  const byId = db.prepare<[string], ImportRecord>(`select ${columns} from imports where id = ?`);
  const recent = db.prepare<[number], ImportRecord>(`select ${columns} from imports order by at desc, id desc limit ?`);
  const noteChange = db.prepare<[string, string, string | null]>('insert or ignore into import_changes (import_id, product_id, before) values (?, ?, ?)');
  const notePhoto = db.prepare<[string, string]>('insert or ignore into import_photos (import_id, photo_id) values (?, ?)');
  const changes = db.prepare<[string, number], { productId: string; before: string | null }>('select product_id as productId, before from import_changes where import_id = ? limit ?');
  const dropChange = db.prepare<[string, string]>('delete from import_changes where import_id = ? and product_id = ?');
  const photos = db.prepare<[string, number], { id: string }>('select photo_id as id from import_photos where import_id = ? limit ?');
  const dropPhoto = db.prepare<[string, string]>('delete from import_photos where import_id = ? and photo_id = ?');
  const markUndone = db.prepare<[number, string]>('update imports set undone_at = ? where id = ?');
  const superseded = db.prepare<[string, string], { n: number }>(
    `select count(*) as n from import_changes c join imports i on i.id = c.import_id
     where c.import_id > ? and i.undone_at is null and c.product_id in (select product_id from import_changes where import_id = ?)`,
  );
  const product = db.prepare<[string], Row>('select * from products where id = ?');
  const variants = db.prepare<[string], Row>('select * from product_variants where product_id = ? order by position');
  const pictures = db.prepare<[string], Row>('select * from product_pictures where product_id = ? order by slot');
  const dropVariants = db.prepare<[string]>('delete from product_variants where product_id = ?');
  const dropPictures = db.prepare<[string]>('delete from product_pictures where product_id = ?');
  const photoExists = db.prepare<[string], { n: number }>('select count(*) as n from photos where id = ?');
  const putMapping = db.prepare<[string, string, number]>('insert or replace into import_mappings (signature, mapping, at) values (?, ?, ?)');
  const mapping = db.prepare<[string], { mapping: string }>('select mapping from import_mappings where signature = ?');

  function insertRow(table: string, row: Row): void {
    const names = Object.keys(row);
    db.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`).run(...Object.values(row));
  }

  function restore(productId: string, { product: row, variants: ofProduct, pictures: shown }: Snapshot): void {
    const names = Object.keys(row);
    db.prepare(`update products set ${names.map((name) => `${name} = ?`).join(', ')} where id = ?`).run(...Object.values(row), productId);
    dropPictures.run(productId);
    dropVariants.run(productId);
    for (const variant of ofProduct) insertRow('product_variants', variant);
    for (const picture of shown) insertRow('product_pictures', { ...picture, photo_id: picture['photo_id'] != null && photoExists.get(String(picture['photo_id']))?.n === 1 ? picture['photo_id'] : null });
    placements.settle(productId);
  }

  return {
    /** An import that counts as cut off until it is finished. */
    begin(file: string, actor: string, at: number): string {
      const id = uuid();
      insert.run(id, file, at, actor, 0, 0);
      return id;
    },
    /** Shows what the import made. */
    finish(id: string, added: number, changed: number): void {
      show.run(id);
      finish.run(added, changed, id);
    },
    /** imports that the engine's end cut off, also while they were taken back; the newest first */
    unfinished: (): string[] => unfinished.all().map((row) => row.id),
    /** Before a product is changed: what it is now. */
    noteBefore(importId: string, productId: string): void {
      const row = product.get(productId);
      const snapshot: Snapshot | null = row === undefined ? null : { product: row, variants: variants.all(productId), pictures: pictures.all(productId) };
      noteChange.run(importId, productId, snapshot === null ? null : JSON.stringify(snapshot));
    },
    /** After a product was made. */
    noteNew: (importId: string, productId: string): void => void noteChange.run(importId, productId, null),
    notePhoto: (importId: string, photoId: string): void => void notePhoto.run(importId, photoId),
    byId: (id: string): ImportRecord | null => byId.get(id) ?? null,
    recent: (limit: number): ImportRecord[] => recent.all(limit),
    /**
     * Hides what the import made, and has it count as cut off until `finishUndo`: a start in between goes on with it.
     * False where it is unknown, was taken back before, or a later one changed the same products.
     */
    beginUndo(id: string): boolean {
      return transact(db, () => {
        const found = byId.get(id);
        if (found === undefined || found.undoneAt !== null || (superseded.get(id, id)?.n ?? 0) > 0) return false;
        reopen.run(id);
        hide.run(id);
        return true;
      });
    },
    /**
     * Puts the next products back to what they were; `drop` deletes one that the import made. Returns how many that
     * were: 0 where none is left. Call in a transaction.
     */
    undoSome(id: string, limit: number, drop: (productId: string) => void): number {
      const touched = changes.all(id, limit);
      for (const { productId, before } of touched) {
        if (before === null) drop(productId);
        else restore(productId, JSON.parse(before) as Snapshot);
        dropChange.run(id, productId);
      }
      return touched.length;
    },
    /** The next photos that came with it, which then no longer do. Call in the transaction that sees to them. */
    takePhotos(id: string, limit: number): string[] {
      const ids = photos.all(id, limit).map((row) => row.id);
      for (const photoId of ids) dropPhoto.run(id, photoId);
      return ids;
    },
    finishUndo: (id: string, at: number): void => void markUndone.run(at, id),
    rememberMapping: (signature: string, chosen: Mapping, at: number): void => void putMapping.run(signature, JSON.stringify(chosen), at),
    /** what was chosen the last time for a table with these headings */
    mappingFor(signature: string): Mapping | null {
      const stored = mapping.get(signature);
      const parsed = Mapping.safeParse(stored === undefined ? null : JSON.parse(stored.mapping));
      return parsed.success ? parsed.data : null;
    },
  };
}
