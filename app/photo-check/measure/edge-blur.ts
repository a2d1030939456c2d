/** A grey picture of 8-bit levels. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Standard deviation of the known second blur, in pixels, and its weights from the middle on. */
const reblurSigma = 1;
const [g0, g1, g2, g3] = [0.39894228, 0.24197072, 0.05399097, 0.00443185] as const;
/** Weights of the difference between its values one pixel further and one pixel back, by distance from the middle. */
const [d1, d2, d3, d4] = [g0 - g2, g1 - g3, g2, g3] as const;
/** Edges closer than this to the rim of what is looked at are left out: they and their blur need so many pixels around them. */
export const edgeMargin = 5;

/** Central differences, not halved yet: whole numbers. */
const across = (data: Uint8Array, at: number): number => data[at + 1]! - data[at - 1]!;
const down = (data: Uint8Array, at: number, width: number): number => data[at + width]! - data[at - width]!;

/** Whether the gradient at a pixel is at least half of `leastChange` and a local maximum across the edge. */
export function isEdge(data: Uint8Array, at: number, width: number, leastChange: number): boolean {
  const dx = Math.abs(across(data, at));
  const dy = Math.abs(down(data, at, width));
  const horizontal = dx >= dy;
  const change = horizontal ? dx : dy;
  if (change < leastChange) return false;
  const step = horizontal ? 1 : width;
  return change >= Math.abs(data[at]! - data[at - 2 * step]!) && change > Math.abs(data[at + 2 * step]! - data[at]!);
}

/** Gradient in levels a pixel. */
export function gradientAt(data: Uint8Array, at: number, width: number): number {
  const dx = across(data, at) / 2;
  const dy = down(data, at, width) / 2;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Twice the slope along `step` of a line that is blurred once more along itself. */
const slopeOn = (data: Uint8Array, at: number, step: number): number =>
  d1 * (data[at + step]! - data[at - step]!) +
  d2 * (data[at + 2 * step]! - data[at - 2 * step]!) +
  d3 * (data[at + 3 * step]! - data[at - 3 * step]!) +
  d4 * (data[at + 4 * step]! - data[at - 4 * step]!);

/** Slope along `step` of the picture blurred once more; `side` leads from line to line. */
const slopeOf = (data: Uint8Array, at: number, step: number, side: number): number =>
  (g0 * slopeOn(data, at, step) +
    g1 * (slopeOn(data, at - side, step) + slopeOn(data, at + side, step)) +
    g2 * (slopeOn(data, at - 2 * side, step) + slopeOn(data, at + 2 * side, step)) +
    g3 * (slopeOn(data, at - 3 * side, step) + slopeOn(data, at + 3 * side, step))) / 2;

/**
 * Blur of an edge pixel: the standard deviation of the Gaussian that an ideal step would need, in pixels, from the
 * gradient ratio R of the picture and its re-blurred copy: σ = σ₀ / √(R² − 1)
 * (S. Zhuo, T. Sim, "Defocus map estimation from a single image", Pattern Recognition 44, 2011, eq. 7).
 */
export function blurAt(data: Uint8Array, at: number, width: number): number {
  const sx = slopeOf(data, at, 1, width);
  const sy = slopeOf(data, at, width, 1);
  const ratio = gradientAt(data, at, width) / Math.max(Math.sqrt(sx * sx + sy * sy), 1e-6);
  return ratio <= 1.0005 ? Infinity : reblurSigma / Math.sqrt(ratio * ratio - 1);
}
