import type { Store } from '../../store/index.ts';
import type { By } from '../../store/photo-events.ts';
import { letCallsThrough } from '../turns.ts';

export interface Undone {
  /** how many products were put back or deleted */
  readonly products: number;
  /** photos that went with it */
  readonly photoIds: readonly string[];
}

/** Products, or photos, of one transaction. */
const slice = 500;

/**
 * Takes an import back: products as they were, and of the photos that came with it those that nothing else uses.
 * Null where it cannot be taken back any more. What it made is out of sight at once; the rest follows slice by slice,
 * and where the engine ends in between, at its next start.
 */
export async function undoImport(store: Store, importId: string, { actor, at }: By): Promise<Undone | null> {
  if (!store.imports.beginUndo(importId)) return null;
  let products = 0;
  for (let done = -1; done !== 0; products += done) {
    done = store.transact(() => store.imports.undoSome(importId, slice, (productId) => store.products.delete(productId)));
    await letCallsThrough();
  }
  const photoIds: string[] = [];
  for (let taken = -1; taken !== 0;) {
    taken = store.transact(() => {
      const ids = store.imports.takePhotos(importId, slice);
      const unused = ids.filter((id) => store.placements.ofPhoto(id).length === 0);
      store.photoEvents.remove(unused, { actor, at });
      for (const id of unused) store.duplicates.touch(id);
      photoIds.push(...unused);
      return ids.length;
    });
    await letCallsThrough();
  }
  store.imports.finishUndo(importId, at);
  return { products, photoIds };
}

/** Takes back what the engine's end cut off, and goes on with what it was taking back. Returns how many imports that were. */
export async function undoUnfinished(store: Store, by: By): Promise<number> {
  let undone = 0;
  for (const id of store.imports.unfinished()) if ((await undoImport(store, id, by)) !== null) undone += 1;
  return undone;
}
