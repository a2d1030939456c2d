import type { FixRow } from '../../../../app/contract/fixes.ts';

/** Where the original lies when it is laid over its copy, product on product: shares of the copy's width and height. */
export interface Alignment {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** By the copy's frame in pixels of the original; without one, both show the same. */
export function alignmentOf({ steps, original }: Pick<FixRow, 'steps' | 'original'>): Alignment {
  const frame = steps.find((step) => step.kind === 'frame') ?? steps.find((step) => step.kind === 'border');
  if (!frame) return { left: 0, top: 0, width: 1, height: 1 };
  const { x, y, width, height } = frame.rect;
  return { left: -x / width, top: -y / height, width: original.width / width, height: original.height / height };
}
