/** A turning point of a row: the middle of a stroke or of what lies between two. */
export interface Turn {
  readonly x: number;
  readonly level: number;
}

/** Turning points of a row, peaks and valleys in turn, each at least `swing` levels from its neighbours. */
export function turnsOf(values: Uint8Array, swing: number): Turn[] {
  const turns: Turn[] = [];
  let [low, high] = [0, 0];
  let direction = 0;
  const middleOf = (from: number): number => {
    let to = from;
    while (to + 1 < values.length && Math.abs(values[to + 1]! - values[from]!) <= 2) to += 1;
    return (from + to) >> 1;
  };
  for (let x = 1; x < values.length; x++) {
    const value = values[x]!;
    if (value < values[low]!) low = x;
    if (value > values[high]!) high = x;
    if (direction >= 0 && values[high]! - value >= swing) {
      turns.push({ x: middleOf(high), level: values[high]! });
      [direction, low] = [-1, x];
      high = x;
    } else if (direction <= 0 && value - values[low]! >= swing) {
      turns.push({ x: middleOf(low), level: values[low]! });
      [direction, high] = [1, x];
      low = x;
    }
  }
  return turns;
}

/** Position of the steepest step between neighbours from one turn to the next, and its height. */
export function steepest(values: Uint8Array, from: number, to: number): { readonly at: number; readonly height: number } {
  let [at, height] = [from + 1, 0];
  for (let x = from + 1; x <= to; x++) {
    const step = Math.abs(values[x]! - values[x - 1]!);
    if (step > height) [at, height] = [x, step];
  }
  return { at, height };
}
