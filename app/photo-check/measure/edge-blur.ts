/** A grey patch of floating-point levels, 0–255. */
export interface Patch {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Blur of one edge pixel: the standard deviation of the Gaussian that an ideal step would need, in pixels. */
export type EdgeVisitor = (sigma: number, gradient: number, x: number, y: number) => void;

/** Standard deviation of the known second blur, in pixels. */
const reblurSigma = 1;
const kernel = [0.00443185, 0.05399097, 0.24197072, 0.39894228, 0.24197072, 0.05399097, 0.00443185] as const;
const kernelRadius = 3;
/** Edges closer than this to the patch's rim are not visited: the second blur is not exact there. */
export const patchMargin = kernelRadius + 2;

/** Separable Gaussian of `reblurSigma`; the rim of `kernelRadius` pixels is left as it was. */
function reblur({ width, height, data }: Patch, row: Float32Array, out: Float32Array): void {
  const [k0, k1, k2, k3] = kernel;
  row.set(data);
  for (let y = 0; y < height; y++) {
    for (let at = y * width + 3, end = (y + 1) * width - 3; at < end; at++) {
      row[at] =
        k3 * data[at]! + k2 * (data[at - 1]! + data[at + 1]!) + k1 * (data[at - 2]! + data[at + 2]!) + k0 * (data[at - 3]! + data[at + 3]!);
    }
  }
  out.set(row);
  for (let at = 3 * width, end = (height - 3) * width; at < end; at++) {
    out[at] =
      k3 * row[at]! +
      k2 * (row[at - width]! + row[at + width]!) +
      k1 * (row[at - 2 * width]! + row[at + 2 * width]!) +
      k0 * (row[at - 3 * width]! + row[at + 3 * width]!);
  }
}

/** Buffers that one caller reuses from patch to patch. */
export interface Scratch {
  readonly row: Float32Array;
  readonly blurred: Float32Array;
}

export const scratchFor = (pixels: number): Scratch => ({ row: new Float32Array(pixels), blurred: new Float32Array(pixels) });

/**
 * Visits the edge pixels whose gradient is at least `leastGradient` levels a pixel and a local maximum across the
 * edge, with their blur from the gradient ratio R of the patch and its re-blurred copy: σ = σ₀ / √(R² − 1)
 * (S. Zhuo, T. Sim, "Defocus map estimation from a single image", Pattern Recognition 44, 2011, eq. 7).
 */
export function visitEdges(patch: Patch, leastGradient: number, scratch: Scratch, visit: EdgeVisitor): void {
  const { width, height, data } = patch;
  const { blurred } = scratch;
  reblur(patch, scratch.row, blurred);
  for (let y = patchMargin; y < height - patchMargin; y++) {
    for (let x = patchMargin; x < width - patchMargin; x++) {
      const at = y * width + x;
      const gx = (data[at + 1]! - data[at - 1]!) / 2;
      const gy = (data[at + width]! - data[at - width]!) / 2;
      const horizontal = Math.abs(gx) >= Math.abs(gy);
      const along = Math.abs(horizontal ? gx : gy);
      if (along < leastGradient) continue;
      const step = horizontal ? 1 : width;
      const before = Math.abs(data[at]! - data[at - 2 * step]!) / 2;
      const after = Math.abs(data[at + 2 * step]! - data[at]!) / 2;
      if (along < before || along <= after) continue;
      const gradient = Math.sqrt(gx * gx + gy * gy);
      const sx = (blurred[at + 1]! - blurred[at - 1]!) / 2;
      const sy = (blurred[at + width]! - blurred[at - width]!) / 2;
      const softened = Math.sqrt(sx * sx + sy * sy);
      const ratio = gradient / Math.max(softened, 1e-6);
      visit(ratio <= 1.0005 ? Infinity : reblurSigma / Math.sqrt(ratio * ratio - 1), gradient, x, y);
    }
  }
}
