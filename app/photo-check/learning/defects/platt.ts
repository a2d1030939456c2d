import { classWeights, sigmoid, softplus } from './logistic.ts';

/** Turns a score into a probability: 1 / (1 + exp(−(slope · score + offset))). */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

export const probabilityOf = ({ slope, offset }: Calibration, score: number): number => sigmoid(slope * score + offset);

const mostSteps = 100;

/** Says nothing: every score is as likely bad as good. */
const noIdea: Calibration = { slope: 0, offset: 0 };

/**
 * Platt's scaling (J. Platt, 1999) with his targets that keep a little doubt, fitted by Newton's method with
 * backtracking (H.-T. Lin, C.-J. Lin, R. C. Weng, Machine Learning 68, 2007). Both classes weigh the same: how many of
 * each were labelled says nothing of how many there are, and one more good picture must not hide a bad one. Where high
 * scores go with fewer bad ones the scores are worth nothing, and so it says.
 */
export function fitPlatt(scores: ArrayLike<number>, bad: readonly boolean[]): Calibration {
  const weights = classWeights(bad);
  const half = bad.length / 2;
  const high = (half + 1) / (half + 2);
  const low = 1 / (half + 2);
  const targets = bad.map((is) => (is ? high : low));
  const loss = (slope: number, offset: number): number =>
    targets.reduce((sum, target, i) => {
      const x = slope * scores[i]! + offset;
      return sum + weights[i]! * (target * softplus(-x) + (1 - target) * softplus(x));
    }, 0);
  let { slope, offset } = noIdea;
  let value = loss(slope, offset);
  for (let step = 0; step < mostSteps; step++) {
    let [gSlope, gOffset, hSlope, hBoth, hOffset] = [0, 0, 1e-12, 0, 1e-12];
    targets.forEach((target, i) => {
      const score = scores[i]!;
      const p = sigmoid(slope * score + offset);
      const pull = weights[i]! * (p - target);
      const curve = weights[i]! * p * (1 - p);
      gSlope += pull * score;
      gOffset += pull;
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
  return slope > 0 ? { slope, offset } : noIdea;
}
