import { findDuplicates, type Comparable } from '../../app/photo-check/index.ts';
import type { DuplicateOf } from '../../app/photo-check/types.ts';
import type { Fingerprint } from '../store/analyses.ts';
import type { DuplicateIndex } from './photo-ports.ts';

/** Pictures whose hashes differ in more bits are no duplicates, whatever their embeddings say (see `findDuplicates`). */
const mostBits = 20;

interface Entry {
  readonly print: Comparable;
  readonly high: number;
  readonly low: number;
}

function bitsSet(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const distance = (a: Entry, b: Entry): number => bitsSet(a.high ^ b.high) + bitsSet(a.low ^ b.low);

function entryOf({ photoId, sha256, width, height, pixelSha256, dhash, embedding }: Fingerprint): Entry {
  return {
    print: { key: photoId, photo: { sha256, width, height }, pixelSha256, dhash, embedding },
    high: Number.parseInt(dhash.slice(0, 8), 16) | 0,
    low: Number.parseInt(dhash.slice(8), 16) | 0,
  };
}

const mayMatch = (a: Entry, b: Entry): boolean =>
  distance(a, b) <= mostBits || a.print.photo.sha256 === b.print.photo.sha256 || a.print.pixelSha256 === b.print.pixelSha256;

/**
 * Finds a photo's duplicates among all others as they come in one by one. The hash, 64 bits, sorts out nearly all;
 * what is left is compared as a whole set would be. 20,000 photos take about 150 MB while a job runs.
 */
export function createDuplicateIndex(): DuplicateIndex & { load(fingerprint: Fingerprint): void } {
  const entries = new Map<string, Entry>();
  return {
    /** Takes in what is known, without comparing it. */
    load: (fingerprint) => void entries.set(fingerprint.photoId, entryOf(fingerprint)),
    put(fingerprint) {
      const entry = entryOf(fingerprint);
      entries.delete(fingerprint.photoId);
      const found: DuplicateOf[] = [];
      for (const other of entries.values()) {
        if (mayMatch(entry, other)) found.push(...(findDuplicates([entry.print, other.print]).get(fingerprint.photoId) ?? []));
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
    await new Promise((resolve) => setImmediate(resolve));
  }
  return index;
}
