import type { Store } from '../store/index.ts';
import type { FoundFile } from '../store/photos.ts';
import { photosCheckKind } from './jobs/photos-check.ts';

export interface IntakeOrder {
  readonly sample: boolean;
  readonly actor: string;
  readonly at: number;
  /** a job that checks what came before, and these too where it has not ended; else a new one does */
  readonly into?: string | null;
}

export interface Taken {
  /** photos that are to be checked: new ones, and those whose file changed */
  readonly ids: readonly string[];
  /** of them, those that were not in the catalogue before */
  readonly newIds: readonly string[];
  readonly jobId: string | null;
}

/** Takes files into the catalogue of photos. Call in a transaction: rows and the job that checks them are one. */
export function createIntake(store: Store) {
  /** The id of a photo that is to be checked, or null where the file is known and unchanged. */
  function takeIn(file: FoundFile, { sample, actor, at }: IntakeOrder): { id: string; isNew: boolean } | null {
    const known = store.photos.byPath(file.path);
    if (known === null) return { id: store.photos.add(file, sample, at), isNew: true };
    const restored = store.photoEvents.restore([known.id], { actor, at }).length > 0;
    const judged = known.state === 'checked' || known.state === 'checking';
    if (known.bytes === file.bytes && known.modifiedMs === file.modifiedMs && judged) {
      store.photoFiles.found(known.id);
      if (restored) store.duplicates.touch(known.id);
      return null;
    }
    if (store.jobItems.isUnfinished(known.id)) return null;
    store.photos.changed(known.id, file);
    return { id: known.id, isNew: false };
  }

  function jobFor(taken: readonly { readonly id: string; readonly name: string }[], { sample, at, into = null }: IntakeOrder): string | null {
    if (taken.length === 0) return null;
    const items = taken.map(({ id, name }) => ({ item: id, name }));
    return into !== null && store.jobs.append(into, items) ? into : store.jobs.create(photosCheckKind, { sample }, items, at);
  }

  return (files: readonly FoundFile[], order: IntakeOrder): Taken => {
    const taken = files.flatMap((file) => {
      const found = takeIn(file, order);
      return found === null ? [] : [{ ...found, name: file.name }];
    });
    return { ids: taken.map(({ id }) => id), newIds: taken.filter(({ isNew }) => isNew).map(({ id }) => id), jobId: jobFor(taken, order) };
  };
}
export type Intake = ReturnType<typeof createIntake>;
