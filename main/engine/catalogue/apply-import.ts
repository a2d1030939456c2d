import type { Mapping } from '../../../app/catalog/index.ts';
import type { Store } from '../../store/index.ts';
import type { By } from '../../store/photo-events.ts';
import type { Intake } from '../intake.ts';
import { letCallsThrough } from '../turns.ts';
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

/** New products that are written before calls are answered again. */
const slice = 500;

/**
 * Writes a table's products, their pictures and what the import was. New products are written slice by slice, out of
 * sight; one last transaction changes those that were known, and shows them all. An import that is cut off before it
 * is taken back at the next start.
 */
export async function applyImport(store: Store, intake: Intake, order: ImportOrder, { actor, at }: By): Promise<Applied> {
  const photoAt = (path: string): string | null => store.photos.byPath(path)?.id ?? null;
  const put = ({ id, draft, pictures, content }: ImportEntry): string => store.products.put({ id, source: 'file', draft, pictures, content, photoAt, hidden: id === null, at });
  const made = order.entries.filter(({ id }) => id === null);
  const { importId, taken } = store.transact(() => {
    const id = store.imports.begin(order.file, actor, at);
    const found = intake(order.files, { sample: false, actor, at });
    for (const photoId of found.newIds) store.imports.notePhoto(id, photoId);
    return { importId: id, taken: found };
  });
  for (let from = 0; from < made.length; from += slice) {
    store.transact(() => made.slice(from, from + slice).forEach((entry) => store.imports.noteNew(importId, put(entry))));
    await letCallsThrough();
  }
  const changed = order.entries.flatMap((entry) => (entry.id === null ? [] : [{ ...entry, id: entry.id }]));
  store.transact(() => {
    for (const entry of changed) {
      store.imports.noteBefore(importId, entry.id);
      put(entry);
    }
    store.imports.finish(importId, made.length, changed.length);
    store.imports.rememberMapping(order.signature, order.mapping, at);
  });
  return { importId, added: made.length, changed: changed.length, photoIds: taken.ids, jobId: taken.jobId };
}
