import type { Watermark } from '../types.ts';
import type { Cut } from './cut.ts';
import { boxAround, findPatterns, repeatsItself } from './repetition.ts';
import { claimOf } from './vocabulary.ts';
import type { Writing } from './writing.ts';

/**
 * Evidence for a line being a watermark, as logarithms of odds. Of 700 lines printed on things or left to chance in
 * 260 photos, 8 let their ground shine through as a watermark does: that alone is not enough.
 */
const odds = {
  start: -3.4,
  shining: [0, 0.9, 1.9, 2.8],
  faint: 1.2,
  claim: [0, 1, 3.9],
  /** a shop's address that is no print: off the product, or shone through */
  shopUnprinted: 1.4,
  slanted: 0.6,
  straddles: 1.4,
  free: 0.8,
  large: 0.7,
  small: -1,
  /** one of a pattern; and more where it is besides no print */
  pattern: 1.2,
  patternUnprinted: 2.6,
  repeatsItself: 3,
} as const;
/** Share of the ground that shines through a watermark, and of its edges that keep to it: hinting, likely, sure. */
const leastShining = 0.38;
const mostShining = 0.95;
const obediences = [0.42, 0.52, 0.62] as const;
const enoughStrokes = 80;
/** Faint: less contrast than this, from letters of one colour on a ground of one colour. */
const faintContrast = 85;
const faintEvenness = 0.72;
const slant = (8 * Math.PI) / 180;
const smallSize = 0.02;
const largeSize = 0.05;
const leastTrust = 0.4;
/** What could not be read may be no writing. */
const unreadTrust = 0.7;

/** How surely the ground shines through a line: 0 = not at all, 3 = surely. */
function shining({ lettering }: Writing): number {
  const through = lettering?.transmission;
  if (!lettering || !through || lettering.strokes < enoughStrokes || through.share < leastShining || through.share > mostShining) return 0;
  return obediences.filter((least) => through.obedience >= least).length;
}
const transmits = (line: Writing): boolean => shining(line) >= 2;

const isFaint = ({ lettering }: Writing): boolean =>
  lettering !== null && lettering.contrast <= faintContrast && Math.min(lettering.evenness, lettering.groundEvenness) >= faintEvenness;

function trustOf(line: Writing, cut: Cut, inPattern: boolean): number {
  const onWhite = cut.source === 'white-background';
  const free = onWhite && line.onGround > 0.5;
  const unprinted = transmits(line) || isFaint(line) || free;
  const claim = claimOf(line.text);
  let sum: number = odds.start + odds.claim[claim];
  sum += isFaint(line) ? Math.max(odds.faint, odds.shining[shining(line)] ?? 0) : (odds.shining[shining(line)] ?? 0);
  if (claim === 1 && unprinted) sum += odds.shopUnprinted;
  if (Math.abs(line.angle) > slant && (free || inPattern)) sum += odds.slanted;
  if (onWhite && line.onProduct > 0.08 && line.onGround > 0.12) sum += odds.straddles;
  if (free) sum += odds.free;
  if (line.size < smallSize) sum += odds.small;
  if (line.size > largeSize) sum += odds.large;
  if (inPattern) sum += odds.pattern + (unprinted ? odds.patternUnprinted : 0);
  if (repeatsItself(line.text)) sum += odds.repeatsItself;
  return 1 / (1 + Math.exp(-sum));
}

const opacityOf = (lines: readonly Writing[]): number | null => {
  const shining = lines.filter(transmits).flatMap(({ lettering }) => lettering?.transmission?.share ?? []);
  const middle = shining.sort((a, b) => a - b)[shining.length >> 1];
  return middle === undefined ? null : Math.max(0, 1 - middle);
};

/** Marks laid over the picture that it shines through, or that say whose it is; boxes in pixels of the original. */
export function findWatermarks(lines: readonly Writing[], cut: Cut, frame: { readonly width: number; readonly height: number }): readonly Watermark[] {
  const marks: Watermark[] = [];
  const patterned = new Set<Writing>();
  for (const pattern of findPatterns(lines, frame.width, frame.height)) {
    const trusts = pattern.map((line) => trustOf(line, cut, true)).sort((a, b) => b - a);
    // a third of them must look like watermarks: over the product even a faint pattern is hard to tell
    const confidence = trusts[Math.floor(trusts.length / 3)] ?? 0;
    if (confidence < leastTrust) continue;
    for (const line of pattern) patterned.add(line);
    const best = pattern.reduce((a, b) => (b.confidence > a.confidence ? b : a));
    marks.push({ box: boxAround(pattern.map(({ box }) => box)), text: best.text, opacity: opacityOf(pattern), tiled: true, confidence });
  }
  for (const line of lines) {
    if (patterned.has(line)) continue;
    const trust = trustOf(line, cut, false);
    const confidence = Math.min(trust, line.text === '' ? unreadTrust : 1);
    if (trust >= leastTrust) marks.push({ box: line.box, text: line.text, opacity: opacityOf([line]), tiled: false, confidence });
  }
  return marks;
}
