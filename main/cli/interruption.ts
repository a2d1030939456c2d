export interface InterruptionParts {
  /** the first time: stop after what is in hand */
  readonly stop: () => void;
  /** once more: end at once */
  readonly end: () => void;
  /** milliseconds, never falling */
  readonly now: () => number;
}

/** npm passes a Ctrl-C on that the terminal has already sent: two signals this close are one press. */
const onePressMs = 400;

/** Answers what to call at every Ctrl-C. */
export function createInterruption({ stop, end, now }: InterruptionParts): () => void {
  let first: number | null = null;
  return () => {
    if (first === null) {
      first = now();
      stop();
    } else if (now() - first > onePressMs) end();
  };
}
