import type { Box } from './geometry.ts';

/** One 4-connected region of a binary grid. */
export interface Component {
  /** its number in `labels`, from 1 */
  readonly label: number;
  /** pixels */
  readonly area: number;
  readonly box: Box;
}

export interface Components {
  /** 0 = not set; otherwise the number of the pixel's component */
  readonly labels: Int32Array;
  readonly list: readonly Component[];
}

/** Labels the 4-connected regions of non-zero cells in a width × height grid. */
export function labelComponents(cells: Uint8Array, width: number, height: number): Components {
  const labels = new Int32Array(width * height);
  const stack = new Int32Array(width * height);
  const list: Component[] = [];
  for (let seed = 0; seed < cells.length; seed++) {
    if (cells[seed] === 0 || labels[seed] !== 0) continue;
    const label = list.length + 1;
    let size = 0;
    let area = 0;
    let left = width, right = 0, top = height, bottom = 0;
    const push = (at: number): void => {
      if (cells[at] === 0 || labels[at] !== 0) return;
      labels[at] = label;
      stack[size++] = at;
    };
    push(seed);
    while (size > 0) {
      const at = stack[--size] ?? 0;
      const x = at % width;
      const y = (at - x) / width;
      area += 1;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      if (x > 0) push(at - 1);
      if (x < width - 1) push(at + 1);
      if (y > 0) push(at - width);
      if (y < height - 1) push(at + width);
    }
    list.push({ label, area, box: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 } });
  }
  return { labels, list };
}
