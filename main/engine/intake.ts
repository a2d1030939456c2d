import type { Store } from '../store/index.ts';
import type { FoundFile, PhotoRecord } from '../store/photos.ts';
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

/** A file that is to be checked. `newId`: of the photo that was made of it already; null where the check's job comes first. */
export interface Arrival {
  readonly file: FoundFile;
  readonly newId: string | null;
}

/** Takes files into the catalogue of photos. Call in a transaction: rows and the job that checks them are one. */
export function createIntake(store: Store) {
  const wasJudged = ({ state }: PhotoRecord): boolean => state === 'checked' || state === 'checking';
  const isSame = (known: PhotoRecord, file: FoundFile): boolean => known.bytes === file.bytes && known.modifiedMs === file.modifiedMs && wasJudged(known);

  /** The id of a photo that is to be checked, or null where the file is known and unchanged. */
  function takeIn(file: FoundFile, { sample, actor, at }: IntakeOrder): { id: string; isNew: boolean } | null {
    const known = store.photos.byPath(file.path);
    if (known === null) return { id: store.photos.add(file, sample, at), isNew: true };
    const restored = store.photoEvents.restore([known.id], { actor, at }).length > 0;
    if (isSame(known, file)) {
      store.photoFiles.found(known.id);
      if (restored) store.duplicates.touch(known.id);
      return null;
    }
    if (store.jobItems.isUnfinished(known.id)) return null;
    store.photos.changed(known.id, file);
    return { id: known.id, isNew: false };
  }

  /** The job that checks them: the one that checks what came before, where it has not ended, else a new one. */
  function jobFor(taken: readonly { readonly id: string; readonly name: string }[], { sample, at, into = null }: IntakeOrder): string | null {
    if (taken.length === 0) return null;
    const items = taken.map(({ id, name }) => ({ item: id, name }));
    return into !== null && store.jobs.append(into, items) ? into : store.jobs.create(photosCheckKind, { sample }, items, at);
  }

  function check(arrivals: readonly Arrival[], order: IntakeOrder): Taken {
    const taken = arrivals.flatMap(({ file, newId }) => {
      const found = newId === null ? takeIn(file, order) : { id: newId, isNew: true };
      return found === null ? [] : [{ ...found, name: file.name }];
    });
    return { ids: taken.map(({ id }) => id), newIds: taken.filter(({ isNew }) => isNew).map(({ id }) => id), jobId: jobFor(taken, order) };
  }

  return {
    take: (files: readonly FoundFile[], order: IntakeOrder): Taken => check(files.map((file) => ({ file, newId: null })), order),
    /**
     * For more files than one transaction should take: makes photos of the new ones and sees to those that are as they
     * were. The others stay untouched until `check`, the last transaction, so that none waits without a job.
     */
    arrive: (files: readonly FoundFile[], order: IntakeOrder): Arrival[] =>
      files.flatMap((file): Arrival[] => {
        const known = store.photos.byPath(file.path);
        if (known !== null && !isSame(known, file)) return [{ file, newId: null }];
        const made = takeIn(file, order);
        return made === null ? [] : [{ file, newId: made.id }];
      }),
    check,
  };
}
export type Intake = ReturnType<typeof createIntake>;
