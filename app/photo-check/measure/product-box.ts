import type { Box } from '../../kernel/geometry.ts';
import type { Edge } from '../types.ts';
import { Part, type Cut } from './cut.ts';

/** A product runs into an edge where it covers at least this share of it … */
const leastContact = 0.02;
/** … and at least this many pixels of the working copy, so that a cord's end does not count. */
const leastContactPixels = 6;

export interface ProductBox {
  /** pixels of the original */
  readonly box: Box;
  /** longer side of the box over that side of the frame, 0–1: what marketplaces call fill */
  readonly fill: number;
  /** product pixels over all pixels, 0–1 */
  readonly areaShare: number;
  readonly croppedEdges: readonly Edge[];
}

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Number of product pixels on each edge of the working copy. */
function contacts({ width, height, parts }: Cut): Record<Edge, number> {
  const count = (length: number, at: (i: number) => number): number => {
    let touching = 0;
    for (let i = 0; i < length; i++) if (parts[at(i)] === Part.product) touching += 1;
    return touching;
  };
  return {
    top: count(width, (x) => x),
    right: count(height, (y) => y * width + width - 1),
    bottom: count(width, (x) => (height - 1) * width + x),
    left: count(height, (y) => y * width),
  };
}

/** Box, fill, area share and cropped edges of a cut product; null where there is none. */
export function measureProductBox(cut: Cut, frame: Frame, factor: number): ProductBox | null {
  const { width, height, parts } = cut;
  let left = width, right = -1, top = height, bottom = -1, count = 0;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (parts[at] !== Part.product) continue;
      count += 1;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (count === 0) return null;
  const x = left * factor;
  const y = top * factor;
  const box = { x, y, width: Math.min(frame.width, (right + 1) * factor) - x, height: Math.min(frame.height, (bottom + 1) * factor) - y };
  const fill = box.width >= box.height ? box.width / frame.width : box.height / frame.height;
  const touching = contacts(cut);
  const isCropped = (edge: Edge, length: number): boolean => touching[edge] >= Math.max(leastContactPixels, leastContact * length);
  const croppedEdges = (['top', 'right', 'bottom', 'left'] as const).filter((edge) => isCropped(edge, edge === 'top' || edge === 'bottom' ? width : height));
  return { box, fill, areaShare: count / (width * height), croppedEdges };
}
