export interface Pace {
  /** items a second over the last ones; null while unknown */
  readonly rate: number | null;
  /** milliseconds until `remaining` items are through at that rate */
  readonly etaMs: number | null;
}

const window = 32;
const enough = 2;

/**
 * Measures how fast items end, by a sliding window over the last of them. The first ones are counted from when their
 * work began: several lanes end their first items nearly at once, which is no pace. Times in milliseconds, never falling.
 */
export function createPace(beginsAt: number) {
  let marks = [beginsAt];
  return {
    /** An item ended. */
    tick(at: number): void {
      marks = [...marks.slice(-window), at];
    },
    /** Work begins, or goes on after it stood still: older pace says nothing any more. */
    restart(at: number): void {
      marks = [at];
    },
    of(remaining: number): Pace {
      const [first, last] = [marks[0], marks.at(-1)];
      const ends = marks.length - 1;
      if (ends < enough || first === undefined || last === undefined || last <= first) return { rate: null, etaMs: null };
      const rate = (ends / (last - first)) * 1000;
      return { rate, etaMs: Math.round((remaining / rate) * 1000) };
    },
  };
}
