/** Fewer edges than this say nothing. */
const leastEdges = 10;
/** Levels by which the ground must vary (standard deviation) for what shines through to be told. */
const leastVariation = 10;

/** How a ground is seen through letters. */
export interface Shining {
  /** share of the ground's changes that shine through, 0 = opaque */
  readonly share: number;
  /** share of the edges that keep to it, 0–1 */
  readonly obedience: number;
}

/**
 * The straight line of ink over the ground beside it that most edges keep to: fitted three times, each time to the
 * three quarters nearest to the line before. Null where the ground is too even.
 */
export function shineThrough(grounds: readonly number[], inks: readonly number[], tolerance: number): Shining | null {
  const n = grounds.length;
  if (n < leastEdges) return null;
  const all = Array.from({ length: n }, (_, i) => i);
  let kept = all;
  let [slope, offset] = [0, 0];
  const residual = (i: number): number => Math.abs(inks[i]! - offset - slope * grounds[i]!);
  for (let round = 0; round < 3; round++) {
    let [ink, ground, square, product] = [0, 0, 0, 0];
    for (const i of kept) {
      ink += inks[i]!;
      ground += grounds[i]!;
      square += grounds[i]! * grounds[i]!;
      product += inks[i]! * grounds[i]!;
    }
    const variance = square / kept.length - (ground / kept.length) ** 2;
    if (variance < leastVariation ** 2) return null;
    slope = (product / kept.length - (ink / kept.length) * (ground / kept.length)) / variance;
    offset = (ink - slope * ground) / kept.length;
    kept = all.toSorted((i, j) => residual(i) - residual(j)).slice(0, Math.ceil(n * 0.75));
  }
  let near = 0;
  for (let i = 0; i < n; i++) if (residual(i) <= tolerance) near += 1;
  return { share: slope, obedience: near / n };
}
