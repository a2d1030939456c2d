import { addVertex, at, emptyMesh, joinGrid, type Mesh, type Vector } from './mesh.ts';

/** Radius and height of a point on a turned outline. */
export type ProfilePoint = readonly [radius: number, height: number];

interface LatheOptions {
  readonly segments?: number;
  /** degrees; the outline is turned from `from` to `to`, 0 facing the camera */
  readonly from?: number;
  readonly to?: number;
  /** corners sharper than this (degrees) stay edges */
  readonly crease?: number;
}

/** Turns an outline about the y axis. The outline runs from the top outside to the bottom, or inside first for vessels. */
export function lathe(profile: readonly ProfilePoint[], { segments = 96, from = -180, to = 180, crease = 40 }: LatheOptions = {}): Mesh {
  const mesh = emptyMesh();
  const rings = outlineNormals(profile, Math.cos((crease * Math.PI) / 180));
  for (const [start, end] of rings) {
    const first = mesh.positions.length / 3;
    for (const ring of [start, end]) {
      for (let i = 0; i <= segments; i += 1) {
        const share = i / segments;
        const angle = ((from + (to - from) * share) * Math.PI) / 180;
        const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
        addVertex(mesh, [ring.radius * sin, ring.height, ring.radius * cos], [ring.nr * sin, ring.ny, ring.nr * cos], share, ring.along);
      }
    }
    joinGrid(mesh, first, 1, segments);
  }
  return mesh;
}

interface Ring { readonly radius: number; readonly height: number; readonly nr: number; readonly ny: number; readonly along: number }

function outlineNormals(profile: readonly ProfilePoint[], creaseCosine: number): (readonly [Ring, Ring])[] {
  const spans = profile.slice(1).map((point, i) => {
    const before = profile[i] ?? point;
    const [dr, dy] = [point[0] - before[0], point[1] - before[1]];
    const length = Math.hypot(dr, dy) || 1;
    return { before, point, nr: -dy / length, ny: dr / length, length };
  });
  const total = spans.reduce((sum, span) => sum + span.length, 0);
  let along = 0;
  return spans.map((span, i) => {
    const start = blend(span, spans[i - 1], creaseCosine);
    const end = blend(span, spans[i + 1], creaseCosine);
    const from = along / total;
    along += span.length;
    return [
      { radius: span.before[0], height: span.before[1], ...start, along: from },
      { radius: span.point[0], height: span.point[1], ...end, along: along / total },
    ] as const;
  });
}

interface Direction { readonly nr: number; readonly ny: number }

function blend(a: Direction, b: Direction | undefined, creaseCosine: number): Direction {
  if (!b || a.nr * b.nr + a.ny * b.ny < creaseCosine) return { nr: a.nr, ny: a.ny };
  return { nr: a.nr + b.nr, ny: a.ny + b.ny };
}

/** A Catmull–Rom curve through the points, `steps` spans between each two. */
export function smooth(points: readonly ProfilePoint[], steps = 10): ProfilePoint[] {
  const curve: ProfilePoint[] = [];
  const point = (i: number): ProfilePoint => points[Math.min(points.length - 1, Math.max(0, i))] ?? [0, 0];
  for (let i = 0; i < points.length - 1; i += 1) {
    for (let step = 0; step < steps; step += 1) {
      const t = step / steps;
      const axis = (k: 0 | 1): number => {
        const [a, b, c, d] = [point(i - 1)[k], point(i)[k], point(i + 1)[k], point(i + 2)[k]];
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
      };
      curve.push([Math.max(0, axis(0)), axis(1)]);
    }
  }
  curve.push(point(points.length - 1));
  return curve;
}

/** An upright ball stretched to three radii about its centre. */
export function ellipsoid([rx, ry, rz]: Vector, centre: Vector = [0, 0, 0], segments = 64): Mesh {
  const mesh = emptyMesh();
  const rows = segments / 2;
  for (let row = 0; row <= rows; row += 1) {
    const polar = (row / rows) * Math.PI;
    for (let column = 0; column <= segments; column += 1) {
      const angle = (column / segments) * Math.PI * 2 - Math.PI;
      const [x, y, z] = [Math.sin(polar) * Math.sin(angle), Math.cos(polar), Math.sin(polar) * Math.cos(angle)];
      addVertex(mesh, [centre[0] + x * rx, centre[1] + y * ry, centre[2] + z * rz], [x / rx, y / ry, z / rz], column / segments, row / rows);
    }
  }
  joinGrid(mesh, 0, rows, segments);
  return mesh;
}

/** A box with rounded edges, standing on its centre; u, v run over its front. */
export function roundedBox([width, height, depth]: Vector, radius: number, centre: Vector = [0, 0, 0]): Mesh {
  const mesh = emptyMesh();
  const half: Vector = [width / 2 - radius, height / 2 - radius, depth / 2 - radius];
  const arcs = quarterArcs(6);
  const polars = halfArcs(6);
  const columns = arcs.length - 1;
  const row = (polar: number, signY: number, inset: number): void => {
    for (const [angle, sx, sz] of arcs) {
      const normal: Vector = [Math.sin(polar) * Math.sin(angle), Math.cos(polar), Math.sin(polar) * Math.cos(angle)];
      const x = sx * half[0] * inset + normal[0] * radius;
      const y = signY * half[1] + normal[1] * radius;
      const z = sz * half[2] * inset + normal[2] * radius;
      addVertex(mesh, [centre[0] + x, centre[1] + y, centre[2] + z], normal, x / width + 0.5, 0.5 - y / height);
    }
  };
  row(0, 1, 0);
  for (const [polar, signY] of polars) row(polar, signY, 1);
  row(Math.PI, -1, 0);
  joinGrid(mesh, 0, polars.length + 1, columns);
  return mesh;
}

/** Angles round a box with the signs of their corner; each corner's arc starts and ends on its faces. */
function quarterArcs(steps: number): (readonly [angle: number, sx: number, sz: number])[] {
  const corners = [[1, 1], [1, -1], [-1, -1], [-1, 1]] as const;
  const arcs = corners.flatMap(([sx, sz], corner) =>
    Array.from({ length: steps + 1 }, (_, i) => [(corner + i / steps) * (Math.PI / 2), sx, sz] as const),
  );
  return [...arcs, [Math.PI * 2, 1, 1] as const];
}

function halfArcs(steps: number): (readonly [polar: number, sign: number])[] {
  return [1, -1].flatMap((sign, half) => Array.from({ length: steps + 1 }, (_, i) => [(half + i / steps) * (Math.PI / 2), sign] as const));
}

/** A tube along points; `radius` may change from 0 (start) to 1 (end). Ends stay open. */
export function tube(path: readonly Vector[], radius: (share: number) => number, segments = 24): Mesh {
  const mesh = emptyMesh();
  path.forEach((point, i) => {
    const before = path[i - 1] ?? point;
    const after = path[i + 1] ?? point;
    const tangent = unit([after[0] - before[0], after[1] - before[1], after[2] - before[2]]);
    const side = unit(cross(tangent, Math.abs(tangent[2]) < 0.9 ? [0, 0, 1] : [0, 1, 0]));
    const over = cross(side, tangent);
    const share = i / (path.length - 1);
    for (let k = 0; k <= segments; k += 1) {
      const angle = (k / segments) * Math.PI * 2;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const normal: Vector = [side[0] * c + over[0] * s, side[1] * c + over[1] * s, side[2] * c + over[2] * s];
      const r = radius(share);
      addVertex(mesh, [point[0] + normal[0] * r, point[1] + normal[1] * r, point[2] + normal[2] * r], normal, k / segments, share);
    }
  });
  joinGrid(mesh, 0, path.length - 1, segments);
  return mesh;
}

/** A ring lying flat: `major` to the middle of its tube. */
export function ring(major: number, minor: number, centre: Vector = [0, 0, 0]): Mesh {
  const circle = Array.from({ length: 33 }, (_, i): ProfilePoint => {
    const angle = (i / 32) * Math.PI * 2;
    return [major + minor * Math.cos(angle), minor * Math.sin(-angle)];
  });
  const mesh = lathe(circle.map(([r, y]): ProfilePoint => [r, centre[1] + y]));
  for (let i = 0; i < mesh.positions.length; i += 3) {
    mesh.positions[i] = at(mesh.positions, i) + centre[0];
    mesh.positions[i + 2] = at(mesh.positions, i + 2) + centre[2];
  }
  return mesh;
}

/** Points along a curve in space, for {@link tube}. */
export const curve = (steps: number, point: (share: number) => Vector): Vector[] => Array.from({ length: steps + 1 }, (_, i) => point(i / steps));

const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

function unit(v: Vector): Vector {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}
