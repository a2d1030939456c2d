import type { Box } from '../../app/kernel/geometry.ts';

/** The part of a box, given by its corners, that lies inside a picture of width × height pixels. */
export function clippedBox(
  left: number,
  top: number,
  right: number,
  bottom: number,
  width: number,
  height: number,
): Box {
  const x = Math.min(Math.max(left, 0), width);
  const y = Math.min(Math.max(top, 0), height);
  return {
    x,
    y,
    width: Math.max(0, Math.min(right, width) - x),
    height: Math.max(0, Math.min(bottom, height) - y),
  };
}
