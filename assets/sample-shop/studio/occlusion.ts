import { at } from './mesh.ts';
import type { SurfaceBuffer } from './surface-buffer.ts';

/** A coarse picture of how open each place is: 1 open, 0 shut in. */
export interface Openness {
  readonly width: number;
  readonly height: number;
  readonly step: number;
  readonly values: Float32Array;
}

const directions = Array.from({ length: 12 }, (_, i) => {
  const angle = (i / 12) * Math.PI * 2 + 0.3;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

/**
 * Screen-space ambient occlusion: for each place, how high the horizon stands in twelve directions
 * (Bavoil and Sainz 2008, without the tangent term), taken every few pixels and smoothed.
 */
export function openness(buffer: SurfaceBuffer): Openness {
  const step = Math.max(2, Math.round(Math.max(buffer.width, buffer.height) / 300));
  const width = Math.ceil(buffer.width / step);
  const height = Math.ceil(buffer.height / step);
  const values = new Float32Array(width * height).fill(1);
  const reach = Math.max(buffer.width, buffer.height) * 0.09;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      values[y * width + x] = openAt(buffer, x * step, y * step, reach);
    }
  }
  return { width, height, step, values: boxBlur(values, width, height) };
}

function openAt({ width, height, depth, material, normals }: SurfaceBuffer, x: number, y: number, reach: number): number {
  const pixel = y * width + x;
  if (!at(material, pixel)) return 1;
  const own = at(depth, pixel);
  const [nx, ny, nz] = [at(normals, pixel * 3), at(normals, pixel * 3 + 1), Math.max(0.25, Math.abs(at(normals, pixel * 3 + 2)))];
  let shut = 0;
  for (const [dx, dy] of directions) {
    let highest = 0;
    for (let k = 1; k <= 4; k += 1) {
      const distance = (reach * k * k) / 16;
      const sx = Math.round(x + dx * distance);
      const sy = Math.round(y + dy * distance);
      if (sx < 0 || sy < 0 || sx >= width || sy >= height || !at(material, sy * width + sx)) continue;
      // height above the tangent plane, so that a slanted plane does not shade itself
      const plane = own - (nx * dx - ny * dy) / nz * distance;
      const rise = (at(depth, sy * width + sx) - plane) / distance;
      const fade = Math.max(0, 1 - Math.max(0, at(depth, sy * width + sx) - own) / (reach * 2.5));
      highest = Math.max(highest, Math.min(1.5, rise) * fade);
    }
    shut += Math.max(0, highest - 0.12);
  }
  return Math.max(0.25, 1 - 0.75 * (shut / directions.length));
}

function boxBlur(values: Float32Array, width: number, height: number): Float32Array {
  const blurred = new Float32Array(values.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      let count = 0;
      for (let sy = Math.max(0, y - 1); sy <= Math.min(height - 1, y + 1); sy += 1) {
        for (let sx = Math.max(0, x - 1); sx <= Math.min(width - 1, x + 1); sx += 1) {
          sum += at(values, sy * width + sx);
          count += 1;
        }
      }
      blurred[y * width + x] = sum / count;
    }
  }
  return blurred;
}

/** Bilinear look-up at a pixel of the full picture. */
export function opennessAt({ width, height, step, values }: Openness, x: number, y: number): number {
  const [fx, fy] = [x / step, y / step];
  const x0 = Math.min(width - 1, Math.floor(fx));
  const y0 = Math.min(height - 1, Math.floor(fy));
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
  const [tx, ty] = [fx - x0, fy - y0];
  const top = at(values, y0 * width + x0) * (1 - tx) + at(values, y0 * width + x1) * tx;
  const bottom = at(values, y1 * width + x0) * (1 - tx) + at(values, y1 * width + x1) * tx;
  return top * (1 - ty) + bottom * ty;
}
