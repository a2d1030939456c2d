import type { DuplicateOf, PhotoAnalysis } from './types.ts';

/** What of an analysis is compared; `key` names the photo (its id in the console, its path on the command line). */
export interface Comparable extends Pick<PhotoAnalysis, 'dhash' | 'pixelSha256' | 'embedding'> {
  readonly key: string;
  readonly photo: Pick<PhotoAnalysis['photo'], 'sha256' | 'width' | 'height'>;
}

/** A 64-bit difference hash in two words, so that differing bits are counted without parsing. */
type Hash = readonly [high: number, low: number];

/** A photo made ready to be compared with many others. */
export interface Print {
  readonly photo: Comparable;
  readonly frame: Hash;
  /** of the product's box alone, with its mean Cb and Cr; null where no product was found */
  readonly product: { readonly hash: Hash; readonly cb: number; readonly cr: number } | null;
}

/**
 * Two witnesses must agree: how differently a hash lays the pictures out, and how alike the embedding finds them. A
 * white ground makes all products on it alike to both, so the product's own box is hashed too: a copy that was framed,
 * padded or lightly cropped keeps that one, a copy with text over it keeps that of the whole frame. There colour is a
 * third witness: variants of one product are alike to the other two. Thresholds
 * are set above every pair of 209 different products, 5 series among them (two juices of one brand: cosine .84, frame
 * hashes equal; two apples: .95, 7 bits apart): no false pair, and of 500 altered copies of them 84 % are found: all
 * that were recompressed or darkened, 4 in 5 that were halved or cropped by 10 %, 2 in 3 turned by 3° or padded by 10 %.
 */
const productSteps = [{ bits: 3, cosine: 0.8 }, { bits: 7, cosine: 0.89 }, { bits: 14, cosine: 0.965 }] as const;
const frameSteps = [{ bits: 2, cosine: 0.88 }, { bits: 6, cosine: 0.925 }, { bits: 14, cosine: 0.965 }] as const;
/** Without embeddings only the hashes speak: be strict. */
const hashOnlyBits = 1;
/** Levels by which the product's mean chroma may differ: copies made 15 % lighter or darker reach 8.4. */
const widestChroma = 10;
const widestAspect = 1.5;

const hashAt = (digits: string, at: number): Hash => [Number.parseInt(digits.slice(at, at + 8), 16) | 0, Number.parseInt(digits.slice(at + 8, at + 16), 16) | 0];

const byteAt = (digits: string, at: number): number => Number.parseInt(digits.slice(at, at + 2), 16);

/** Reads a photo's hashes once, for any number of comparisons. */
export const printOf = (photo: Comparable): Print => ({
  photo,
  frame: hashAt(photo.dhash, 0),
  product: photo.dhash.length === 36 ? { hash: hashAt(photo.dhash, 16), cb: byteAt(photo.dhash, 32), cr: byteAt(photo.dhash, 34) } : null,
});

/** Number of set bits of a 32-bit word (H. S. Warren, "Hacker's Delight", 2nd ed., 2013, fig. 5–2). */
function bitsSet(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const distance = (a: Hash, b: Hash): number => bitsSet(a[0] ^ b[0]) + bitsSet(a[1] ^ b[1]);

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

function sameShape({ photo: a }: Comparable, { photo: b }: Comparable): boolean {
  const ratio = a.width / a.height / (b.width / b.height);
  return ratio < widestAspect && ratio > 1 / widestAspect;
}

/** Cosine that hashes so many bits apart ask for; above 1 where none suffices. */
function cosineFor(steps: readonly { readonly bits: number; readonly cosine: number }[], bits: number): number {
  for (const step of steps) if (bits <= step.bits) return step.cosine;
  return 2;
}

/** Bits between the products' hashes: null where one is missing, all where their colours differ. */
function productDistance({ product: a }: Print, { product: b }: Print): number | null {
  if (a === null || b === null) return null;
  return Math.abs(a.cb - b.cb) > widestChroma || Math.abs(a.cr - b.cr) > widestChroma ? 64 : distance(a.hash, b.hash);
}

export type Likeness = Omit<DuplicateOf, 'file'>;

const exact: Likeness = { kind: 'exact', similarity: 1 };

/**
 * What two photos are to each other, null for strangers. Exact: the same bytes, or the same pixels in another
 * container. Near: laid out alike and alike to the embedding; the hashes go first, so that most pairs cost little.
 */
export function compare(a: Print, b: Print): Likeness | null {
  if (a.photo.photo.sha256 === b.photo.photo.sha256 || a.photo.pixelSha256 === b.photo.pixelSha256) return exact;
  if (!sameShape(a.photo, b.photo)) return null;
  const frameBits = distance(a.frame, b.frame);
  const productBits = productDistance(a, b);
  const left = a.photo.embedding;
  const right = b.photo.embedding;
  if (left === null || right === null) {
    const bits = Math.max(frameBits, productBits ?? 0);
    return bits <= hashOnlyBits ? { kind: 'near', similarity: 1 - bits / 64 } : null;
  }
  const least = Math.min(cosineFor(frameSteps, frameBits), productBits === null ? 2 : cosineFor(productSteps, productBits));
  if (least > 1) return null;
  const cosine = dot(left, right);
  return cosine >= least ? { kind: 'near', similarity: Math.min(1, cosine) } : null;
}

/** Every photo's duplicates among all of them, by key; photos without any are absent. O(n²) comparisons of hashes. */
export function findDuplicates(photos: readonly Comparable[]): ReadonlyMap<string, readonly DuplicateOf[]> {
  const found = new Map<string, DuplicateOf[]>();
  const note = (of: string, duplicate: DuplicateOf): void => {
    const known = found.get(of);
    if (known) known.push(duplicate);
    else found.set(of, [duplicate]);
  };
  const prints = photos.map(printOf);
  prints.forEach((a, i) => {
    for (let j = i + 1; j < prints.length; j++) {
      const b = prints[j]!;
      const likeness = compare(a, b);
      if (likeness === null) continue;
      note(a.photo.key, { file: b.photo.key, ...likeness });
      note(b.photo.key, { file: a.photo.key, ...likeness });
    }
  });
  return found;
}
