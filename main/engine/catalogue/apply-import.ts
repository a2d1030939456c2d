import type { Mapping } from '../../../app/catalog/index.ts';
import type { Store } from '../../store/index.ts';
import type { By } from '../../store/photo-events.ts';
import type { Intake } from '../intake.ts';
import type { ImportEntry, ImportFile } from './messages.ts';

export interface ImportOrder {
  /** name of the table's file */
  readonly file: string;
  readonly signature: string;
  readonly mapping: Mapping;
  readonly entries: readonly ImportEntry[];
  readonly files: readonly ImportFile[];
}

export interface Applied {
  readonly importId: string;
  readonly added: number;
  readonly changed: number;
  /** photos that are to be checked */
  readonly photoIds: readonly string[];
  readonly jobId: string | null;
}

/** Writes a table's products, their pictures and what the import was, as one transaction. */
export function applyImport(store: Store, intake: Intake, order: ImportOrder, { actor, at }: By): Applied {
  return store.transact(() => {
    const importId = store.imports.begin(order.file, actor, at);
    const taken = intake(order.files, { sample: false, actor, at });
    for (const id of taken.newIds) store.imports.notePhoto(importId, id);
    const photoAt = (path: string): string | null => store.photos.byPath(path)?.id ?? null;
    let added = 0;
    for (const { id, draft, pictures, content } of order.entries) {
      if (id !== null) store.imports.noteBefore(importId, id);
      const productId = store.products.put({ id, source: 'file', draft, pictures, content, photoAt, at });
      if (id !== null) continue;
      store.imports.noteNew(importId, productId);
      added += 1;
    }
    const changed = order.entries.length - added;
    store.imports.counted(importId, added, changed);
    store.imports.rememberMapping(order.signature, order.mapping, at);
    return { importId, added, changed, photoIds: taken.ids, jobId: taken.jobId };
  });
}

/**
 * Takes an import back: products as they were, and of the photos that came with it those that nothing else uses.
 * Null where it cannot be taken back any more.
 */
export function undoImport(store: Store, importId: string, { actor, at }: By): { productIds: string[]; photoIds: string[] } | null {
  return store.transact(() => {
    const photoIds = store.imports.photosOf(importId);
    const productIds = store.imports.undo(importId, at, (productId) => store.products.delete(productId));
    if (productIds === null) return null;
    const unused = photoIds.filter((id) => store.placements.ofPhoto(id).length === 0);
    store.photoEvents.remove(unused, { actor, at });
    for (const id of unused) store.duplicates.touch(id);
    return { productIds, photoIds: unused };
  });
}
