import { hamming } from './measure/dhash.ts';
import type { DuplicateOf, PhotoAnalysis } from './types.ts';

/** What of an analysis is compared; `key` names the photo (its id in the console, its path on the command line). */
export interface Comparable extends Pick<PhotoAnalysis, 'dhash' | 'pixelSha256' | 'embedding'> {
  readonly key: string;
  readonly photo: Pick<PhotoAnalysis['photo'], 'sha256' | 'width' | 'height'>;
}

/**
 * Cosine from which two embeddings may show the same picture; unrelated pairs stay below .72 in 99 of 100. But two
 * apples on white reach .95 with a hash 7 bits apart, and two cartons of a series .89 with 3, so every differing bit
 * asks for a higher cosine: copies that were recompressed, resized, framed or lightly cropped stay above it.
 */
const nearCosine = 0.8;
const cosineForABit = 0.033;
const certainCosine = 0.965;
const mostBits = 12;
/** Without embeddings only the hash speaks: be strict. */
const hashOnlyBits = 1;
const widestAspect = 1.5;

const groupBy = (photos: readonly Comparable[], keyOf: (photo: Comparable) => string): Map<string, number[]> => {
  const groups = new Map<string, number[]>();
  photos.forEach((photo, i) => {
    const group = groups.get(keyOf(photo));
    if (group) group.push(i);
    else groups.set(keyOf(photo), [i]);
  });
  return groups;
};

/** Rows of one block of the similarity matrix: two blocks of 1792-d vectors stay in the processor's cache. */
const block = 64;

/** Calls `visit` for every pair i < j whose dot product reaches `least`. O(n²) multiplications, no n² memory. */
function visitSimilar(vectors: readonly Float32Array[], least: number, visit: (i: number, j: number, cosine: number) => void): void {
  for (let i0 = 0; i0 < vectors.length; i0 += block) {
    for (let j0 = i0; j0 < vectors.length; j0 += block) {
      for (let i = i0; i < Math.min(i0 + block, vectors.length); i++) {
        for (let j = Math.max(j0, i + 1); j < Math.min(j0 + block, vectors.length); j++) {
          const cosine = dot(vectors[i]!, vectors[j]!);
          if (cosine >= least) visit(i, j, cosine);
        }
      }
    }
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  for (let i = 0; i + 3 < a.length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  return s0 + s1 + s2 + s3;
}

function sameShape(a: Comparable, b: Comparable): boolean {
  const ratio = a.photo.width / a.photo.height / (b.photo.width / b.photo.height);
  return ratio < widestAspect && ratio > 1 / widestAspect;
}

function isNear(a: Comparable, b: Comparable, cosine: number): boolean {
  if (!sameShape(a, b)) return false;
  const bits = hamming(a.dhash, b.dhash);
  return bits <= mostBits && cosine >= Math.min(certainCosine, nearCosine + cosineForABit * bits);
}

/**
 * Every photo's duplicates among all of them, by key; photos without any are absent. Exact: the same bytes, or the
 * same pixels in another container. Near: alike to the embedding and laid out alike.
 */
export function findDuplicates(photos: readonly Comparable[]): ReadonlyMap<string, readonly DuplicateOf[]> {
  const found = new Map<string, Map<string, DuplicateOf>>();
  const note = (a: Comparable, b: Comparable, kind: DuplicateOf['kind'], similarity: number): void => {
    for (const [of, other] of [[a, b], [b, a]] as const) {
      const known = found.get(of.key) ?? new Map<string, DuplicateOf>();
      if (known.get(other.key)?.kind !== 'exact') known.set(other.key, { file: other.key, kind, similarity: Math.min(1, Math.max(0, similarity)) });
      found.set(of.key, known);
    }
  };
  for (const keyOf of [(photo: Comparable) => photo.photo.sha256, (photo: Comparable) => photo.pixelSha256]) {
    for (const group of groupBy(photos, keyOf).values()) {
      group.forEach((i, at) => group.slice(at + 1).forEach((j) => note(photos[i]!, photos[j]!, 'exact', 1)));
    }
  }
  const embedded = photos.filter((photo) => photo.embedding !== null);
  visitSimilar(embedded.map((photo) => photo.embedding!), nearCosine, (i, j, cosine) => {
    if (isNear(embedded[i]!, embedded[j]!, cosine)) note(embedded[i]!, embedded[j]!, 'near', cosine);
  });
  const bare = photos.filter((photo) => photo.embedding === null);
  for (const a of bare) {
    for (const b of photos) {
      if (a === b || (b.embedding === null && b.key <= a.key) || !sameShape(a, b)) continue;
      const bits = hamming(a.dhash, b.dhash);
      if (bits <= hashOnlyBits) note(a, b, 'near', 1 - bits / 64);
    }
  }
  return new Map([...found].map(([key, others]) => [key, [...others.values()]]));
}
