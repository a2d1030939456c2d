import type { Comparable } from './duplicates.ts';
import { hamming } from './measure/dhash.ts';

/** What of a photo is held against what it was when a person approved it. */
export type Look = Omit<Comparable, 'key'>;

export const driftKinds = ['changed', 'resaved'] as const;
export type DriftKind = (typeof driftKinds)[number];

export interface Drift {
  /** another picture, or the same one saved again: recompressed, resized, in another container */
  readonly kind: DriftKind;
  /** cosine of the embeddings, 1 for the same pixels; null where no model answered */
  readonly similarity: number | null;
}

/**
 * Saving a picture again leaves its layout, its colours and what a model sees in it; a retouched one or another view
 * of the product differs in one of them. All witnesses that there are must agree, since on white ground each alone
 * takes different products for alike. Where they do not, the word is "changed": a person looks once too often rather
 * than never, as at fine texture that was made smaller.
 */
const leastCosine = 0.98;
const frameBits = 3;
const productBits = 5;
/** Levels of mean Cb and Cr of the product. */
const widestChroma = 4;
/** Share by which the sides' ratio may differ: rounding when a picture is made smaller. */
const widestAspect = 0.01;

const frameDigits = 16;
const productDigits = 36;

const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
const byteAt = (digits: string, at: number): number => Number.parseInt(digits.slice(at, at + 2), 16);

function sameLayout(a: string, b: string): boolean {
  if (hamming(a.slice(0, frameDigits), b.slice(0, frameDigits)) > frameBits) return false;
  if (a.length !== productDigits || b.length !== productDigits) return true;
  const chroma = Math.max(...[32, 34].map((at) => Math.abs(byteAt(a, at) - byteAt(b, at))));
  return chroma <= widestChroma && hamming(a.slice(frameDigits, 32), b.slice(frameDigits, 32)) <= productBits;
}

/** How a photo differs from what was approved; null where it is that, byte for byte. */
export function driftOf(approved: Look, now: Look): Drift | null {
  if (approved.photo.sha256 === now.photo.sha256) return null;
  if (approved.pixelSha256 === now.pixelSha256) return { kind: 'resaved', similarity: 1 };
  const similarity = approved.embedding === null || now.embedding === null ? null : Math.max(0, Math.min(1, cosine(approved.embedding, now.embedding)));
  const aspect = (approved.photo.width / approved.photo.height) * (now.photo.height / now.photo.width);
  const same = Math.abs(aspect - 1) <= widestAspect && sameLayout(approved.dhash, now.dhash) && (similarity === null || similarity >= leastCosine);
  return { kind: same ? 'resaved' : 'changed', similarity };
}
