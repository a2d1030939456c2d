import { at, rotate, type Mesh, type Vector } from './mesh.ts';
import { surfaceBuffer, type SurfaceBuffer } from './surface-buffer.ts';

export interface View {
  /** degrees the camera looks down */
  readonly elevation: number;
  /** degrees the goods are turned about their own axis first */
  readonly turn?: number;
  /** distance of the camera in units of the goods' radius; a longer lens flattens */
  readonly distance?: number;
}

interface Projected {
  /** x, y in pixels and depth a vertex */
  readonly points: Float32Array;
  readonly normals: Float32Array;
}

/** Draws meshes with a z-buffer into a buffer whose longer side is `longSide` pixels and that they fill to the edge. */
export function rasterise(meshes: readonly Mesh[], view: View, longSide: number): SurfaceBuffer {
  const seen = meshes.map((mesh) => project(mesh, view));
  const bounds = boundsOf(seen);
  const margin = 2;
  const scale = (longSide - 2 * margin) / Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY);
  const width = Math.ceil((bounds.maxX - bounds.minX) * scale) + 2 * margin;
  const height = Math.ceil((bounds.maxY - bounds.minY) * scale) + 2 * margin;
  const buffer = surfaceBuffer(width, height);
  meshes.forEach((mesh, index) => {
    const projected = seen[index];
    if (!projected) return;
    const { points } = projected;
    for (let i = 0; i < points.length; i += 3) {
      points[i] = (at(points, i) - bounds.minX) * scale + margin;
      points[i + 1] = (bounds.maxY - at(points, i + 1)) * scale + margin;
      points[i + 2] = at(points, i + 2) * scale;
    }
    for (let t = 0; t < mesh.triangles.length; t += 3) {
      fill(buffer, mesh, projected, at(mesh.triangles, t), at(mesh.triangles, t + 1), at(mesh.triangles, t + 2), index + 1);
    }
  });
  return buffer;
}

function project(mesh: Mesh, { elevation, turn = 0, distance = 9 }: View): Projected {
  const points = new Float32Array(mesh.positions.length);
  const normals = new Float32Array(mesh.normals.length);
  // the columns of the rotation: where the three axes point once seen by the camera
  const toCamera = (axis: Vector): Vector => rotate(rotate(axis, [0, turn, 0]), [elevation, 0, 0]);
  const [[xx, xy, xz], [yx, yy, yz], [zx, zy, zz]] = [toCamera([1, 0, 0]), toCamera([0, 1, 0]), toCamera([0, 0, 1])];
  for (let i = 0; i < points.length; i += 3) {
    const px = at(mesh.positions, i);
    const py = at(mesh.positions, i + 1);
    const pz = at(mesh.positions, i + 2);
    const depth = px * xz + py * yz + pz * zz;
    const perspective = distance / (distance - depth);
    points[i] = (px * xx + py * yx + pz * zx) * perspective;
    points[i + 1] = (px * xy + py * yy + pz * zy) * perspective;
    points[i + 2] = depth;
    const nx = at(mesh.normals, i);
    const ny = at(mesh.normals, i + 1);
    const nz = at(mesh.normals, i + 2);
    normals[i] = nx * xx + ny * yx + nz * zx;
    normals[i + 1] = nx * xy + ny * yy + nz * zy;
    normals[i + 2] = nx * xz + ny * yz + nz * zz;
  }
  return { points, normals };
}

function boundsOf(seen: readonly Projected[]): { minX: number; maxX: number; minY: number; maxY: number } {
  const bounds = { minX: Infinity, maxX: -Infinity, minY: Infinity, maxY: -Infinity };
  for (const { points } of seen) {
    for (let i = 0; i < points.length; i += 3) {
      bounds.minX = Math.min(bounds.minX, at(points, i));
      bounds.maxX = Math.max(bounds.maxX, at(points, i));
      bounds.minY = Math.min(bounds.minY, at(points, i + 1));
      bounds.maxY = Math.max(bounds.maxY, at(points, i + 1));
    }
  }
  return bounds;
}

/** One triangle by barycentric coordinates (Pineda 1988), stepped along each row; the innermost loop allocates nothing. */
function fill(buffer: SurfaceBuffer, mesh: Mesh, { points, normals }: Projected, a: number, b: number, c: number, material: number): void {
  const ax = at(points, a * 3);
  const ay = at(points, a * 3 + 1);
  const az = at(points, a * 3 + 2);
  const abx = at(points, b * 3) - ax;
  const aby = at(points, b * 3 + 1) - ay;
  const acx = at(points, c * 3) - ax;
  const acy = at(points, c * 3 + 1) - ay;
  const area = abx * acy - aby * acx;
  if (Math.abs(area) < 1e-9) return;
  const abz = at(points, b * 3 + 2) - az;
  const acz = at(points, c * 3 + 2) - az;
  const minY = Math.max(0, Math.ceil(ay + Math.min(0, aby, acy) - 0.5));
  const maxY = Math.min(buffer.height - 1, Math.floor(ay + Math.max(0, aby, acy) - 0.5));
  const minX = Math.max(0, Math.ceil(ax + Math.min(0, abx, acx) - 0.5));
  const maxX = Math.min(buffer.width - 1, Math.floor(ax + Math.max(0, abx, acx) - 0.5));
  const stepB = acy / area;
  const stepC = -aby / area;
  for (let y = minY; y <= maxY; y += 1) {
    const dx = minX + 0.5 - ax;
    const dy = y + 0.5 - ay;
    let wb = (dx * acy - dy * acx) / area;
    let wc = (abx * dy - aby * dx) / area;
    for (let x = minX; x <= maxX; x += 1, wb += stepB, wc += stepC) {
      if (wb < -1e-6 || wc < -1e-6 || wb + wc > 1.000001) continue;
      const z = az + wb * abz + wc * acz;
      const pixel = y * buffer.width + x;
      if (z <= at(buffer.depth, pixel)) continue;
      buffer.depth[pixel] = z;
      buffer.material[pixel] = material;
      mix(normals, 3, a, b, c, wb, wc, buffer.normals, pixel);
      mix(mesh.uvs, 2, a, b, c, wb, wc, buffer.uvs, pixel);
    }
  }
}

/** Writes the mean of three vertices' values, weighted by where in the triangle the pixel lies. */
function mix(values: ArrayLike<number>, size: number, a: number, b: number, c: number, wb: number, wc: number, out: Float32Array, pixel: number): void {
  const wa = 1 - wb - wc;
  for (let k = 0; k < size; k += 1) {
    out[pixel * size + k] = wa * at(values, a * size + k) + wb * at(values, b * size + k) + wc * at(values, c * size + k);
  }
}
