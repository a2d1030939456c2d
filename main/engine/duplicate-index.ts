import { compare, printOf, type Print } from '../../app/photo-check/index.ts';
import type { DuplicateOf } from '../../app/photo-check/types.ts';
import type { Fingerprint } from '../store/analyses.ts';
import type { DuplicateIndex } from './photo-ports.ts';
import { letCallsThrough } from './turns.ts';

const entryOf = ({ photoId, sha256, width, height, pixelSha256, dhash, embedding }: Fingerprint): Print =>
  printOf({ key: photoId, photo: { sha256, width, height }, pixelSha256, dhash, embedding });

/**
 * Finds a photo's duplicates among all others as they come in one by one, just as `findDuplicates` finds those of a
 * whole set. The hashes sort out nearly all: one of 20,000 photos takes some milliseconds, and the index 150 MB while
 * a job runs.
 */
export function createDuplicateIndex(): DuplicateIndex & { readonly load: (fingerprint: Fingerprint) => void } {
  const entries = new Map<string, Print>();
  return {
    /** Takes in what is known, without comparing it. */
    load: (fingerprint) => void entries.set(fingerprint.photoId, entryOf(fingerprint)),
    put(fingerprint) {
      const entry = entryOf(fingerprint);
      entries.delete(fingerprint.photoId);
      const found: DuplicateOf[] = [];
      for (const [file, other] of entries) {
        const likeness = compare(entry, other);
        if (likeness) found.push({ file, ...likeness });
      }
      entries.set(fingerprint.photoId, entry);
      return found.toSorted((a, b) => b.similarity - a.similarity);
    },
    delete: (photoId) => void entries.delete(photoId),
  };
}

const page = 250;

/** An index of all that is stored, read page by page so that calls are answered in between. */
export async function loadDuplicateIndex(fingerprints: (after: string, limit: number) => readonly Fingerprint[]): Promise<DuplicateIndex> {
  const index = createDuplicateIndex();
  for (let found = fingerprints('', page); found.length > 0; found = fingerprints(found.at(-1)?.photoId ?? '', page)) {
    for (const fingerprint of found) index.load(fingerprint);
    await letCallsThrough();
  }
  return index;
}
