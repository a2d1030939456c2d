/** What a pixel of the working copy belongs to, once text and stray marks are told from the product. */
export const Part = { background: 0, shadow: 1, product: 2, overlay: 3 } as const;

export interface Cut {
  readonly width: number;
  readonly height: number;
  /** a `Part` a pixel */
  readonly parts: Uint8Array;
  readonly source: 'white-background' | 'model' | 'none';
  /** 0–1 */
  readonly confidence: number;
}

/** 1 where a pixel is of one part, else 0. */
export function cellsOf({ parts }: Pick<Cut, 'parts'>, part: number): Uint8Array {
  const cells = new Uint8Array(parts.length);
  for (let at = 0; at < parts.length; at++) if (parts[at] === part) cells[at] = 1;
  return cells;
}

/** How many cells of a grid hold a value. */
export function countCells(cells: Uint8Array, value: number): number {
  let count = 0;
  for (let at = 0; at < cells.length; at++) if (cells[at] === value) count += 1;
  return count;
}
