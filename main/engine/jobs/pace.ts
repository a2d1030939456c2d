export interface Pace {
  /** items a second over the last ones; null while unknown */
  readonly rate: number | null;
  /** milliseconds until `remaining` items are through at that rate */
  readonly etaMs: number | null;
}

const window = 32;
/** Ends that must be known after the first round: fewer say nothing about hundreds. */
const enough = 3;
const unknown: Pace = { rate: null, etaMs: null };

/**
 * Measures how fast items end, by a sliding window over the last of them. The first item of every lane is left out:
 * models are read from disk while it waits, and several lanes end their first ones nearly at once. Times in
 * milliseconds, never falling; those before a start or a rest count for nothing.
 */
export function createPace(lanes = 1) {
  let ends = 0;
  let marks: readonly number[] = [];
  let round = lanes;
  return {
    /** An item ended. */
    tick(at: number): void {
      ends += 1;
      if (ends >= round) marks = [...marks.slice(-window), at];
    },
    /** Work begins, or goes on after it stood still, with so many items at once: older pace says nothing any more. */
    restart(together: number): void {
      ends = 0;
      marks = [];
      round = together;
    },
    of(remaining: number): Pace {
      const [first, last] = [marks[0], marks.at(-1)];
      const counted = marks.length - 1;
      if (counted < Math.max(enough, round) || first === undefined || last === undefined || last <= first) return unknown;
      const rate = (counted / (last - first)) * 1000;
      return { rate, etaMs: Math.round((remaining / rate) * 1000) };
    },
  };
}
