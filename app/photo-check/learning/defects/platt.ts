import { sigmoid, softplus } from './logistic.ts';

/** Turns a score into a probability: 1 / (1 + exp(−(slope · score + offset))). */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

export const probabilityOf = ({ slope, offset }: Calibration, score: number): number => sigmoid(slope * score + offset);

/** The same probability for every score: the share of bad ones, with a little doubt. */
export function guess(bad: readonly boolean[]): Calibration {
  const positives = bad.filter(Boolean).length;
  return { slope: 0, offset: Math.log((positives + 1) / (bad.length - positives + 1)) };
}

const mostSteps = 100;

/**
 * Platt's scaling (J. Platt, 1999) with his targets that keep a little doubt, fitted by Newton's method with
 * backtracking (H.-T. Lin, C.-J. Lin, R. C. Weng, Machine Learning 68, 2007). Where high scores go with fewer bad ones
 * the scores are worth nothing: then every picture gets the same probability, that of guessing.
 */
export function fitPlatt(scores: ArrayLike<number>, bad: readonly boolean[]): Calibration {
  const positives = bad.filter(Boolean).length;
  const negatives = bad.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const targets = bad.map((is) => (is ? high : low));
  const loss = (slope: number, offset: number): number =>
    targets.reduce((sum, target, i) => {
      const x = slope * scores[i]! + offset;
      return sum + target * softplus(-x) + (1 - target) * softplus(x);
    }, 0);
  let { slope, offset } = guess(bad);
  let value = loss(slope, offset);
  for (let step = 0; step < mostSteps; step++) {
    let [gSlope, gOffset, hSlope, hBoth, hOffset] = [0, 0, 1e-12, 0, 1e-12];
    targets.forEach((target, i) => {
      const score = scores[i]!;
      const p = sigmoid(slope * score + offset);
      const curve = p * (1 - p);
      gSlope += (p - target) * score;
      gOffset += p - target;
      hSlope += curve * score * score;
      hBoth += curve * score;
      hOffset += curve;
    });
    if (Math.max(Math.abs(gSlope), Math.abs(gOffset)) < 1e-10) break;
    const determinant = hSlope * hOffset - hBoth * hBoth;
    const dSlope = -(hOffset * gSlope - hBoth * gOffset) / determinant;
    const dOffset = -(hSlope * gOffset - hBoth * gSlope) / determinant;
    const descent = gSlope * dSlope + gOffset * dOffset;
    let length = 1;
    while (length > 1e-10 && loss(slope + length * dSlope, offset + length * dOffset) > value + 1e-4 * length * descent) length /= 2;
    slope += length * dSlope;
    offset += length * dOffset;
    const next = loss(slope, offset);
    if (Math.abs(value - next) < 1e-14 * (1 + Math.abs(value))) break;
    value = next;
  }
  return slope > 0 ? { slope, offset } : guess(bad);
}
