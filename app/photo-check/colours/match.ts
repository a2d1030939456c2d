import { deltaE2000, hueOf, type Lab } from '../../kernel/lab.ts';
import { colourWords, type Region } from './words.ts';

/** A colour of a product with the share of the product that is of it, 0–1. */
export interface ProductColour {
  readonly lab: Lab | readonly number[];
  readonly share: number;
}

export interface ColourMatch {
  readonly verdict: 'match' | 'doubtful' | 'mismatch';
  /** CIEDE2000 from the nearest of the product's colours to the nearest declared one; 0 inside its region */
  readonly distance: number;
  /** 0–1 */
  readonly confidence: number;
}

/** Up to here a colour is what was declared: another light, another screen. */
const near = 8;
/** From here on it is another one: no light turns it into what was declared. */
const far = 15;
/** A colour of the product that counts as its own: less is a button, a label, a shadow. */
const leastShare = 0.15;

const clamp = (value: number, [from, to]: readonly [number, number]): number => Math.min(to, Math.max(from, value));

/** Hue within from–to, or its nearer end. */
function clampHue(hue: number, range: readonly [number, number] | null): number {
  if (range === null) return hue;
  const [from, to] = range;
  const inside = [hue, hue + 360].find((turned) => turned >= from && turned <= to);
  if (inside !== undefined) return hue;
  const way = (end: number): number => Math.abs(((hue - end + 540) % 360) - 180);
  return way(from) < way(to) ? from : to;
}

/** CIEDE2000 from a colour to the nearest point of a region; 0 inside. */
export function distanceTo(lab: Lab, { L, C, h }: Region): number {
  const [chroma, hue] = [Math.hypot(lab[1], lab[2]), hueOf(lab[1], lab[2])];
  const [nearL, nearC, nearH] = [clamp(lab[0], L), clamp(chroma, C), (clampHue(hue, h) * Math.PI) / 180];
  if (nearL === lab[0] && nearC === chroma && clampHue(hue, h) === hue) return 0;
  return deltaE2000(lab, [nearL, nearC * Math.cos(nearH), nearC * Math.sin(nearH)]);
}

const labOf = ({ lab }: ProductColour): Lab => [lab[0] ?? 0, lab[1] ?? 0, lab[2] ?? 0];

/**
 * Whether a product shows any of its declared colours. Only colours that make up a good part of the product speak,
 * and all of them must be far from all that was declared before it is a mismatch. Null where there is no such colour.
 */
export function matchColours(colours: readonly ProductColour[], declared: readonly Region[]): ColourMatch | null {
  const own = colours.filter(({ share }) => share >= leastShare);
  if (own.length === 0 || declared.length === 0) return null;
  const distance = Math.min(...own.flatMap((colour) => declared.map((region) => distanceTo(labOf(colour), region))));
  const seen = own.reduce((sum, { share }) => sum + share, 0);
  if (distance <= near) return { verdict: 'match', distance, confidence: 0.9 };
  if (distance < far) return { verdict: 'doubtful', distance, confidence: 0.5 };
  return { verdict: 'mismatch', distance, confidence: Math.min(0.9, (0.5 + (distance - far) / 40) * Math.min(1, seen + 0.2)) };
}

const middle = ([from, to]: readonly [number, number]): number => (from + to) / 2;
/** How far a value lies from the middle of a range, in halves of it. */
const off = (value: number, range: readonly [number, number]): number => (value - middle(range)) / Math.max(1, (range[1] - range[0]) / 2);

/** How far a colour lies from the middle of a region, in its own halves. */
function centrality(lab: Lab, { L, C, h }: Region): number {
  const turn = h === null ? 0 : ((hueOf(lab[1], lab[2]) - middle(h) + 540 + 360) % 360) - 180;
  return Math.hypot(off(lab[0], L), off(Math.hypot(lab[1], lab[2]), C), h === null ? 0 : turn / ((h[1] - h[0]) / 2));
}

/** The id of the word that says a colour best: of those it may mean, the one it is most in the middle of; else the nearest. */
export function nameOfColour(lab: Lab): string {
  const distances = colourWords.map((word) => ({ word, distance: distanceTo(lab, word.region) }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  const fitting = distances.filter(({ distance }) => distance <= least + 1e-9).toSorted((a, b) => centrality(lab, a.word.region) - centrality(lab, b.word.region));
  return fitting[0]?.word.id ?? 'grey';
}
