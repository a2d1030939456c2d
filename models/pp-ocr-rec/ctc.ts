/** A decoded line. */
export interface DecodedText {
  readonly text: string;
  /** mean probability of its characters, 0–1; 0 where there are none */
  readonly confidence: number;
}

/** The characters of PP-OCR's classes: blank, the keys of its file, space. */
export function characterSet(keysFile: string): string[] {
  return ['', ...keysFile.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
}

/**
 * Greedy CTC decoding (Graves et al. 2006, §3.2, best path): the strongest class of each step, repeats merged,
 * blanks (class 0) dropped.
 * @param probabilities steps × characters.length values from `offset` on
 */
export function decodeCtc(
  probabilities: Float32Array,
  offset: number,
  steps: number,
  characters: readonly string[],
): DecodedText {
  const classes = characters.length;
  let text = '';
  let sum = 0;
  let kept = 0;
  let previous = 0;
  for (let step = 0; step < steps; step += 1) {
    const from = offset + step * classes;
    let best = 0;
    let highest = probabilities[from]!;
    for (let index = 1; index < classes; index += 1) {
      const value = probabilities[from + index]!;
      if (value > highest) {
        highest = value;
        best = index;
      }
    }
    if (best !== 0 && best !== previous) {
      text += characters[best]!;
      sum += highest;
      kept += 1;
    }
    previous = best;
  }
  return { text: text.trim(), confidence: kept === 0 ? 0 : sum / kept };
}
