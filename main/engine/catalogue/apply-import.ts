import type { Mapping } from '../../../app/catalog/index.ts';
import type { Store } from '../../store/index.ts';
import type { By } from '../../store/photo-events.ts';
import type { Arrival, Intake } from '../intake.ts';
import { letCallsThrough } from '../turns.ts';
import type { ImportEntry, ImportFile } from './messages.ts';
import { undoImport } from './undo-import.ts';

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

/** Files, or products, of one transaction. */
const slice = 500;

/**
 * Writes a table's products, their pictures and what the import was, slice by slice: new products out of sight, what
 * known ones were before beside what they become. One last transaction shows them all. An import that fails is taken
 * back at once; one that is cut off, at the next start.
 */
export async function applyImport(store: Store, intake: Intake, order: ImportOrder, by: By): Promise<Applied> {
  const importId = store.imports.begin(order.file, by.actor, by.at);
  try {
    return await write(store, intake, importId, order, by);
  } catch (error) {
    await undoImport(store, importId, by).catch(() => null);
    throw error;
  }
}

/** Does `work` for all of them, one transaction and one breath for each slice. */
async function inSlices<T>(store: Store, all: readonly T[], work: (some: readonly T[]) => void): Promise<void> {
  for (let from = 0; from < all.length; from += slice) {
    store.transact(() => work(all.slice(from, from + slice)));
    await letCallsThrough();
  }
}

async function write(store: Store, intake: Intake, importId: string, order: ImportOrder, { actor, at }: By): Promise<Applied> {
  const photoAt = (path: string): string | null => store.photos.byPath(path)?.id ?? null;
  const put = ({ id, draft, pictures, content }: ImportEntry): string => store.products.put({ id, source: 'file', draft, pictures, content, photoAt, hidden: id === null, at });
  const intakeOrder = { sample: false, actor, at };
  const arrivals: Arrival[] = [];
  await inSlices(store, order.files, (files) => {
    for (const arrival of intake.arrive(files, intakeOrder)) {
      arrivals.push(arrival);
      if (arrival.newId !== null) store.imports.notePhoto(importId, arrival.newId);
    }
  });
  const made = order.entries.filter(({ id }) => id === null);
  await inSlices(store, made, (entries) => entries.forEach((entry) => store.imports.noteNew(importId, put(entry))));
  const changed = order.entries.flatMap((entry) => (entry.id === null ? [] : [{ ...entry, id: entry.id }]));
  await inSlices(store, changed, (entries) => {
    for (const entry of entries) {
      store.imports.noteBefore(importId, entry.id);
      put(entry);
    }
  });
  return store.transact(() => {
    const taken = intake.check(arrivals, intakeOrder);
    for (const photoId of taken.newIds) store.imports.notePhoto(importId, photoId);
    store.imports.finish(importId, made.length, changed.length);
    store.imports.rememberMapping(order.signature, order.mapping, at);
    return { importId, added: made.length, changed: changed.length, photoIds: taken.ids, jobId: taken.jobId };
  });
}
