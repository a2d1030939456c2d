/** A grey patch of 8-bit levels within a larger picture. */
export interface Patch {
  readonly width: number;
  readonly height: number;
  /** from the patch's first pixel on */
  readonly data: Uint8Array;
  /** pixels from one row to the next */
  readonly stride: number;
}

/** Blur of one edge pixel: the standard deviation of the Gaussian that an ideal step would need, in pixels. */
export type EdgeVisitor = (sigma: number, gradient: number, x: number, y: number) => void;

/** Standard deviation of the known second blur, in pixels. */
const reblurSigma = 1;
const kernel = [0.00443185, 0.05399097, 0.24197072, 0.39894228, 0.24197072, 0.05399097, 0.00443185] as const;
const kernelRadius = 3;
/** Edges closer than this to the patch's rim are not visited: the second blur is not exact there. */
export const patchMargin = kernelRadius + 2;

/** Convolves every row with the Gaussian of `reblurSigma`, but for its first and last `kernelRadius` pixels. */
function reblurRows({ width, height, data, stride }: Patch, out: Float32Array): void {
  const [k0, k1, k2, k3] = kernel;
  for (let y = 0; y < height; y++) {
    const rowEnd = y * width + width - kernelRadius;
    for (let to = y * width + kernelRadius, at = y * stride + kernelRadius; to < rowEnd; to++, at++) {
      out[to] =
        k3 * data[at]! + k2 * (data[at - 1]! + data[at + 1]!) + k1 * (data[at - 2]! + data[at + 2]!) + k0 * (data[at - 3]! + data[at + 3]!);
    }
  }
}

/** One pixel of the re-blurred patch: the rows' convolution, convolved along its column. */
function reblurred(rows: Float32Array, at: number, width: number): number {
  const [k0, k1, k2, k3] = kernel;
  return Math.fround(
    k3 * rows[at]! +
      k2 * (rows[at - width]! + rows[at + width]!) +
      k1 * (rows[at - 2 * width]! + rows[at + 2 * width]!) +
      k0 * (rows[at - 3 * width]! + rows[at + 3 * width]!),
  );
}

/** The buffer that one caller reuses from patch to patch. */
export const scratchFor = (pixels: number): Float32Array => new Float32Array(pixels);

/**
 * Visits the edge pixels whose gradient is at least `leastGradient` levels a pixel and a local maximum across the
 * edge, with their blur from the gradient ratio R of the patch and its re-blurred copy: σ = σ₀ / √(R² − 1)
 * (S. Zhuo, T. Sim, "Defocus map estimation from a single image", Pattern Recognition 44, 2011, eq. 7).
 */
export function visitEdges(patch: Patch, leastGradient: number, rows: Float32Array, visit: EdgeVisitor): void {
  const { width, height, data, stride } = patch;
  const leastChange = 2 * leastGradient;
  reblurRows(patch, rows);
  for (let y = patchMargin; y < height - patchMargin; y++) {
    for (let x = patchMargin, at = y * stride + x; x < width - patchMargin; x++, at++) {
      // Central differences, not halved yet: whole numbers.
      const dx = data[at + 1]! - data[at - 1]!;
      const dy = data[at + stride]! - data[at - stride]!;
      const horizontal = Math.abs(dx) >= Math.abs(dy);
      const along = Math.abs(horizontal ? dx : dy);
      if (along < leastChange) continue;
      const step = horizontal ? 1 : stride;
      const before = Math.abs(data[at]! - data[at - 2 * step]!);
      const after = Math.abs(data[at + 2 * step]! - data[at]!);
      if (along < before || along <= after) continue;
      const gradient = Math.sqrt((dx / 2) * (dx / 2) + (dy / 2) * (dy / 2));
      const to = y * width + x;
      const sx = (reblurred(rows, to + 1, width) - reblurred(rows, to - 1, width)) / 2;
      const sy = (reblurred(rows, to + width, width) - reblurred(rows, to - width, width)) / 2;
      const softened = Math.sqrt(sx * sx + sy * sy);
      const ratio = gradient / Math.max(softened, 1e-6);
      visit(ratio <= 1.0005 ? Infinity : reblurSigma / Math.sqrt(ratio * ratio - 1), gradient, x, y);
    }
  }
}
