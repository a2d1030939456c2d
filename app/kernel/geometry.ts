/** An axis-aligned box in pixels of the upright picture; x, y is the top-left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const area = (box: Box): number => Math.max(0, box.width) * Math.max(0, box.height);

/** The overlap of two boxes, in square pixels; 0 where they do not touch. */
export function intersectionArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Intersection over union (Jaccard index) of two boxes, 0–1. */
export function iou(a: Box, b: Box): number {
  const shared = intersectionArea(a, b);
  const union = area(a) + area(b) - shared;
  return union > 0 ? shared / union : 0;
}

/** The same box in a picture scaled by `factor`. */
export const scaleBox = (box: Box, factor: number): Box => ({
  x: box.x * factor,
  y: box.y * factor,
  width: box.width * factor,
  height: box.height * factor,
});
