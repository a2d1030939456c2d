/** A triangle mesh in a right-handed space: y up, z towards the camera, the floor at y = 0. */
export interface Mesh {
  /** x, y, z a vertex */
  readonly positions: number[];
  /** unit x, y, z a vertex */
  readonly normals: number[];
  /** u, v a vertex, 0–1 across the surface */
  readonly uvs: number[];
  /** three vertices a triangle */
  readonly triangles: number[];
}

export type Vector = readonly [number, number, number];

export const emptyMesh = (): Mesh => ({ positions: [], normals: [], uvs: [], triangles: [] });

/** Appends a vertex and returns its index. */
export function addVertex(mesh: Mesh, position: Vector, normal: Vector, u: number, v: number): number {
  mesh.positions.push(...position);
  const length = Math.hypot(...normal) || 1;
  mesh.normals.push(normal[0] / length, normal[1] / length, normal[2] / length);
  mesh.uvs.push(u, v);
  return mesh.positions.length / 3 - 1;
}

/** Joins a grid of (rows + 1) × (columns + 1) vertices, row by row from `first`, into triangles. */
export function joinGrid(mesh: Mesh, first: number, rows: number, columns: number): void {
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const corner = first + row * (columns + 1) + column;
      const below = corner + columns + 1;
      mesh.triangles.push(corner, below, corner + 1, corner + 1, below, below + 1);
    }
  }
}

export interface Placement {
  readonly move?: Vector;
  readonly scale?: number | Vector;
  /** degrees about x, then y, then z */
  readonly turn?: Vector;
}

/** A moved copy: scaled, then turned, then moved. */
export function place(mesh: Mesh, { move = [0, 0, 0], scale = 1, turn = [0, 0, 0] }: Placement): Mesh {
  const [sx, sy, sz] = typeof scale === 'number' ? [scale, scale, scale] : scale;
  const placed = emptyMesh();
  placed.uvs.push(...mesh.uvs);
  placed.triangles.push(...mesh.triangles);
  for (let i = 0; i < mesh.positions.length; i += 3) {
    const position = rotate([at(mesh.positions, i) * sx, at(mesh.positions, i + 1) * sy, at(mesh.positions, i + 2) * sz], turn);
    placed.positions.push(position[0] + move[0], position[1] + move[1], position[2] + move[2]);
    const normal = rotate([at(mesh.normals, i) / sx, at(mesh.normals, i + 1) / sy, at(mesh.normals, i + 2) / sz], turn);
    const length = Math.hypot(...normal) || 1;
    placed.normals.push(normal[0] / length, normal[1] / length, normal[2] / length);
  }
  return placed;
}

export function rotate([x, y, z]: Vector, [ax, ay, az]: Vector): Vector {
  const radians = Math.PI / 180;
  const [cx, sx] = [Math.cos(ax * radians), Math.sin(ax * radians)];
  const [cy, sy] = [Math.cos(ay * radians), Math.sin(ay * radians)];
  const [cz, sz] = [Math.cos(az * radians), Math.sin(az * radians)];
  const [y1, z1] = [y * cx - z * sx, y * sx + z * cx];
  const [x2, z2] = [x * cy + z1 * sy, z1 * cy - x * sy];
  return [x2 * cz - y1 * sz, x2 * sz + y1 * cz, z2];
}

/** The number at an index that is known to be there. */
export const at = (numbers: ArrayLike<number>, index: number): number => numbers[index] ?? 0;
