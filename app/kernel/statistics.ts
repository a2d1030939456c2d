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

/** The value at `share` (0–1) of the way through the sorted values; 0 for none. They are put in another order (C. A. R. Hoare, "Find", CACM 4, 1961). */
export function quantileOf(values: Float32Array, share: number): number {
  const wanted = Math.min(values.length - 1, Math.floor(share * values.length));
  let low = 0, high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low, j = high;
    while (i <= j) {
      while (values[i]! < pivot) i += 1;
      while (values[j]! > pivot) j -= 1;
      if (i > j) break;
      const value = values[i]!;
      values[i++] = values[j]!;
      values[j--] = value;
    }
    if (wanted <= j) high = j;
    else if (wanted >= i) low = i;
    else break;
  }
  return values[wanted] ?? 0;
}
