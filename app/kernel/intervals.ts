/** A share of trials with the range that its true value lies in 19 times out of 20. */
export interface Proportion {
  /** 0–1: what was counted */
  readonly share: number;
  /** 0–1: bounds of the 95 % interval */
  readonly low: number;
  readonly high: number;
}

/** Standard normal quantile of a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

/**
 * Wilson's score interval of a proportion (E. B. Wilson, JASA 22, 1927): honest for few trials and at 0 and 1, where
 * the textbook interval has no width. `successes` may be a fraction (a share times a smaller, effective number).
 * Null without trials.
 */
export function wilson(successes: number, trials: number): Proportion | null {
  if (trials <= 0) return null;
  const share = successes / trials;
  const square = (z95 * z95) / trials;
  const centre = (share + square / 2) / (1 + square);
  const half = (z95 * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials))) / (1 + square);
  return { share, low: share === 0 ? 0 : Math.max(0, centre - half), high: share === 1 ? 1 : Math.min(1, centre + half) };
}

/**
 * The mean of two independent proportions with an interval made of theirs (R. G. Newcombe, "Interval estimation for the
 * difference between independent proportions", Statistics in Medicine 17, 1998, method 10: square and add). Balanced
 * accuracy is such a mean.
 */
export function meanOf(a: Proportion, b: Proportion): Proportion {
  const share = (a.share + b.share) / 2;
  const below = Math.hypot(a.share - a.low, b.share - b.low) / 2;
  const above = Math.hypot(a.high - a.share, b.high - b.share) / 2;
  return { share, low: Math.max(0, share - below), high: Math.min(1, share + above) };
}

/**
 * Interval of the area under a ROC curve from the Hanley–McNeil variance with the score method (R. G. Newcombe, Statistics
 * in Medicine 25, 2006, 559–573, method 5), which keeps a width at 0 and 1. `positives` and `negatives`: how many were
 * compared.
 */
export function areaInterval(area: number, positives: number, negatives: number): Proportion | null {
  if (positives <= 0 || negatives <= 0) return null;
  const extra = (positives + negatives) / 2 - 1;
  const spread = (at: number): number =>
    Math.sqrt(((at * (1 - at)) * (1 + (extra * (1 - at)) / (2 - at) + (extra * at) / (1 + at))) / (positives * negatives));
  /** Where |at − area| = z · spread(at), between `from` (inside the interval) and `to` (outside it). */
  const edge = (from: number, to: number): number => {
    let [inside, outside] = [from, to];
    for (let step = 0; step < 60; step++) {
      const middle = (inside + outside) / 2;
      if (Math.abs(middle - area) <= z95 * spread(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  return { share: area, low: area === 0 ? 0 : edge(area, 0), high: area === 1 ? 1 : edge(area, 1) };
}
