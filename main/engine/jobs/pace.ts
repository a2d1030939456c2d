export interface Pace {
  /** items a second over the last ones; null while unknown */
  readonly rate: number | null;
  /** milliseconds until `remaining` items are through at that rate */
  readonly etaMs: number | null;
}

const window = 32;
const enough = 2;

/** Measures how fast items end, by a sliding window over the last of them. Times in milliseconds, never falling. */
export function createPace() {
  let ends: number[] = [];
  return {
    /** An item ended. */
    tick(at: number): void {
      ends = [...ends.slice(1 - window), at];
    },
    /** Work begins or stood still: older pace says nothing any more. */
    restart(): void {
      ends = [];
    },
    of(remaining: number): Pace {
      const [first, last] = [ends[0], ends.at(-1)];
      if (ends.length < enough || first === undefined || last === undefined || last <= first) return { rate: null, etaMs: null };
      const rate = ((ends.length - 1) / (last - first)) * 1000;
      return { rate, etaMs: Math.round((remaining / rate) * 1000) };
    },
  };
}
