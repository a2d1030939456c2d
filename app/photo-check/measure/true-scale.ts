import { spectrumOf } from '../../kernel/fourier.ts';
import type { SampledLines } from './sampled-lines.ts';

/** Of each row and column at most so many pixels are looked at, from its middle. */
const longest = 4096;
/** Flat parts tell nothing: a pixel counts where its neighbours differ by so many levels, for its detail by so many. */
const leastActivity = 10;
const strongActivity = 40;
/** A column counts where that many of its pixels do; more than this weigh no more. */
const leastCount = 3;
const mostCount = 60;
/** Slow changes along a line are the picture's own: they are taken out over so many pixels to either side. */
const smoothing = 6;
const block = 8;
/** Frequencies looked at, in cycles a pixel: lower ones belong to enlargements by less than a ninth, or tenfold. */
const lowest = 0.1;
/** Frequencies of the seams of JPEG's blocks. */
const grid = [1 / 8, 2 / 8, 3 / 8] as const;
/** How far a peak must stand out from the median frequency. */
const leastPeak = 5.5;
/** … and one that JPEG may leave as well: at its grid, or from one pixel to the next. */
const leastDoubtfulPeak = 7;
const leastNearestPeak = 14;
/** Frequencies of the JPEG grid count only where they stand out from each other by so much. */
const gridWidth = 0.003;
const gridRatio = 5;
/** Enlarging by repeating pixels leaves hard steps, no less detail, and stillness between the steps: most of it at all N places but one. */
const leastNearestDetail = 0.06;
const leastNearestDepth = 0.3;
const stillShare = 0.1;
const leastStillness = 0.55;
/** Detail (see `Look`) of a sharp picture enlarged N times by any smooth kernel is about `typical / N²`, and at most `most / N²`. */
const typicalDetail = 0.11;
const mostDetail = 0.19;
/** A detail of this much, or more, is that of a picture at its own size. */
const ownDetail = 0.1;

/** What one direction of a picture tells. */
interface Look {
  /** first and second differences by their place on the line, relative to what goes on around them */
  readonly steps: Profile;
  readonly bends: Profile;
  /** energy of the second differences where there are edges, and of their surroundings */
  bent: number;
  active: number;
  /** of pixels with edges around, those that are as their neighbour is, and all */
  still: number;
  strong: number;
}

interface Profile {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

const profileOf = (length: number): Profile => ({ sums: new Float64Array(length), counts: new Float64Array(length) });

function look({ count, length: full, levels }: SampledLines): Look {
  const length = Math.min(full, longest);
  const found: Look = { steps: profileOf(length), bends: profileOf(length), bent: 0, active: 0, still: 0, strong: 0 };
  const { steps, bends } = found;
  for (let line = 0; line < count; line++) {
    const start = line * full + ((full - length) >> 1);
    for (let x = 2, at = start + 2; x < length - 2; x++, at++) {
      const activity = Math.abs(levels[at + 1]! - levels[at - 1]!) + Math.abs(levels[at + 2]! - levels[at - 2]!);
      if (activity < leastActivity) continue;
      const bend = Math.abs(levels[at - 1]! - 2 * levels[at]! + levels[at + 1]!);
      const change = Math.abs(levels[at]! - levels[at - 1]!);
      bends.sums[x] = bends.sums[x]! + Math.min(1, bend / (activity + 4));
      steps.sums[x] = steps.sums[x]! + Math.min(1, change / (activity + 4));
      bends.counts[x] = bends.counts[x]! + 1;
      if (activity < strongActivity) continue;
      found.active += activity * activity;
      found.bent += bend * bend;
      found.strong += 1;
      if (change <= stillShare * activity) found.still += 1;
    }
  }
  steps.counts.set(bends.counts);
  return found;
}

/** A profile without its slow changes, weighted by how much it rests on, and without the columns next to the seams of JPEG's blocks. */
function rippleOf({ sums, counts }: Profile): { readonly ripple: Float64Array; readonly weight: number; readonly mean: number } {
  const { length } = sums;
  const values = new Float64Array(length);
  const ripple = new Float64Array(length);
  let total = 0, used = 0, weight = 0;
  for (let i = 0; i < length; i++) {
    if (counts[i]! < leastCount) continue;
    values[i] = sums[i]! / counts[i]!;
    total += values[i]!;
    used += 1;
  }
  const byPhase = new Float64Array(block);
  for (let i = 0; i < length; i++) {
    if (counts[i]! < leastCount) continue;
    let sum = 0, near = 0;
    for (let j = Math.max(0, i - smoothing); j <= Math.min(length - 1, i + smoothing); j++) {
      if (counts[j]! < leastCount) continue;
      sum += values[j]!;
      near += 1;
    }
    const trust = Math.sqrt(Math.min(counts[i]!, mostCount));
    ripple[i] = (values[i]! - sum / near) * trust;
    weight += trust;
    byPhase[i % block] = byPhase[i % block]! + ripple[i]!;
  }
  let seam = 0;
  for (let phase = 0; phase < block; phase++) {
    const here = Math.abs(byPhase[phase]!) + Math.abs(byPhase[(phase + 1) % block]!);
    if (here > Math.abs(byPhase[seam]!) + Math.abs(byPhase[(seam + 1) % block]!)) seam = phase;
  }
  for (let i = 0; i < length; i++) if (i % block === seam || i % block === (seam + 1) % block) ripple[i] = 0;
  return { ripple, weight: (weight * (block - 2)) / block, mean: used > 0 ? total / used : 0 };
}

interface Peak {
  /** cycles a pixel */
  readonly frequency: number;
  /** height over the median frequency's, both directions taken together */
  readonly height: number;
  /** swing relative to the profile's mean, 0–1 or a little more */
  readonly depth: number;
}

/** The highest peak that both directions agree on; null where neither has anything to look at. */
function highestPeak(profiles: readonly Profile[]): Peak | null {
  const size = 2 ** Math.ceil(Math.log2(Math.max(...profiles.map(({ sums }) => sums.length))));
  const half = size / 2;
  const from = Math.ceil(lowest * size);
  const joint = new Float64Array(half + 1);
  const swing = new Float64Array(half + 1);
  let directions = 0;
  for (const profile of profiles) {
    const { ripple, weight, mean } = rippleOf(profile);
    if (weight === 0 || mean === 0) continue;
    const spectrum = spectrumOf(ripple, size);
    const median = spectrum.slice(from).sort()[(half - from) >> 1]!;
    if (median === 0) continue;
    directions += 1;
    for (let i = from; i <= half; i++) {
      joint[i] = joint[i]! + spectrum[i]! / median;
      swing[i] = swing[i]! + ((i === half ? 1 : 2) * spectrum[i]!) / (weight * mean);
    }
  }
  if (directions === 0) return null;
  const on = (frequency: number): number => Math.max(...[-1, 0, 1].map((by) => joint[Math.min(half, Math.round(frequency * size) + by)]!));
  // The eighth itself is never anything else, and belongs to no enlargement that matters.
  const isGrid = (frequency: number): boolean => {
    const line = grid.find((one) => Math.abs(one - frequency) < gridWidth);
    return line === grid[0] || (line !== undefined && grid.some((other) => other !== line && on(line) < gridRatio * on(other)));
  };
  let best = -1;
  for (let i = from; i <= half; i++) if ((best < 0 || joint[i]! > joint[best]!) && !isGrid(i / size)) best = i;
  return best < 0 ? null : { frequency: best / size, height: joint[best]! / directions, depth: swing[best]! / directions };
}

/** A ripple of one frequency is left by two enlargements: the one that the picture's detail is likelier to have come through. */
function enlargementOf(frequency: number, detail: number): number | null {
  const less = 1 / (1 - frequency);
  const more = 1 / frequency;
  if (detail > mostDetail / less ** 2) return null;
  return detail < (0.6 * typicalDetail) / (less * more) ? more : less;
}

/** Enlarged by repeating pixels; null where it was not. */
function repetitionOf({ frequency, height, depth }: Peak, detail: number, stillness: number): number | null {
  const less = 1 / (1 - frequency);
  const more = 1 / frequency;
  if (height < leastNearestPeak || depth < leastNearestDepth || detail < leastNearestDetail) return null;
  if (stillness < leastStillness * (1 - 1 / less)) return null;
  return stillness > 1 - (1 / less + 1 / more) / 2 ? more : less;
}

/**
 * Size at which the picture was taken over its own: 1 = never enlarged, .5 = to twice its size. An enlarged picture
 * repeats the pattern of its interpolation: its second derivative ripples with the period of the old pixels
 * (A. C. Gallagher, "Detection of linear and cubic interpolation in JPEG compressed images", CRV 2005), or its first
 * where pixels were repeated. A ripple alone may be a weave or a grid: the detail must be as coarse as the enlargement
 * leaves it. Null where no ripple is found and there is little detail: defocus looks alike.
 */
export function measureTrueScale(directions: readonly SampledLines[]): number | null {
  const looks = directions.map(look);
  const sum = (of: (look: Look) => number): number => looks.reduce((total, one) => total + of(one), 0);
  const strong = sum((one) => one.strong);
  if (strong === 0) return null;
  const detail = sum((one) => one.bent) / sum((one) => one.active);
  const repeated = highestPeak(looks.map(({ steps }) => steps));
  const repetition = repeated && repetitionOf(repeated, detail, sum((one) => one.still) / strong);
  if (repetition !== null) return 1 / repetition;
  const peak = highestPeak(looks.map(({ bends }) => bends));
  const doubtful = peak !== null && [0.5, ...grid].some((frequency) => Math.abs(frequency - peak.frequency) < gridWidth);
  const enlargement = peak && peak.height >= (doubtful ? leastDoubtfulPeak : leastPeak) ? enlargementOf(peak.frequency, detail) : null;
  if (enlargement !== null) return 1 / enlargement;
  return detail >= ownDetail ? 1 : null;
}
