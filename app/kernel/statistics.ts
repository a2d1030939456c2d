/** A histogram of 8-bit values with its percentiles: exact, and O(n) where sorting is not. */
export interface Histogram {
  readonly counts: Uint32Array;
  readonly total: number;
}

export function histogramOf(values: Iterable<number>): Histogram {
  const counts = new Uint32Array(256);
  let total = 0;
  for (const value of values) {
    counts[value] = (counts[value] ?? 0) + 1;
    total += 1;
  }
  return { counts, total };
}

/** The smallest value that at least `share` (0–1) of all values do not exceed; 0 for none. */
export function percentileOf({ counts, total }: Histogram, share: number): number {
  const wanted = Math.max(1, Math.ceil(total * share));
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value] ?? 0;
    if (seen >= wanted) return value;
  }
  return 0;
}
