/** Red, green, blue, 0–255 sRGB. */
export type Colour = readonly [number, number, number];

/** What a surface does at (u, v): multiplies its colour and tilts its normal. */
export interface Relief {
  /** 1 leaves the colour as it is */
  shade: number;
  /** tilt to the right and upwards, about −1…1 */
  tiltX: number;
  tiltY: number;
}

export interface Texture {
  readonly width: number;
  readonly height: number;
  /** RGB, row by row */
  readonly data: Uint8Array;
}

export interface Material {
  readonly colour: Colour;
  /** SVG drawn over the surface instead of `colour`; u runs to the right, v downwards */
  readonly art?: string;
  /** 0 mirror … 1 matt */
  readonly roughness: number;
  /** 0 plastic, ceramic, cloth … 1 bare metal */
  readonly metal?: number;
  /** how much the rim catches light, as fuzzy cloth does */
  readonly sheen?: number;
  /** written into `out`, so that shading a picture allocates nothing */
  readonly relief?: (u: number, v: number, out: Relief) => void;
}

/** Deterministic value noise, 0–1, one cell a unit. */
export function noise(x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const [sx, sy] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)];
  const top = lattice(x0, y0) * (1 - sx) + lattice(x0 + 1, y0) * sx;
  const bottom = lattice(x0, y0 + 1) * (1 - sx) + lattice(x0 + 1, y0 + 1) * sx;
  return top * (1 - sy) + bottom * sy;
}

function lattice(x: number, y: number): number {
  let hash = Math.imul(x, 374761393) ^ Math.imul(y, 668265263);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

const speckled = (amount: number, scale: number) => (u: number, v: number, out: Relief): void => {
  const grain = noise(u * scale, v * scale * 0.6);
  out.shade = grain > 0.83 ? 1 - amount : 1 - amount * 0.15 * noise(u * 40, v * 40);
};

const knitted = (columns: number, rows: number) => (u: number, v: number, out: Relief): void => {
  const column = u * columns;
  const row = v * rows + Math.abs((column % 1) - 0.5);
  out.tiltX = 0.45 * Math.sin(column * Math.PI * 2);
  out.tiltY = 0.3 * Math.sin(row * Math.PI * 2);
  out.shade = 0.86 + 0.14 * Math.cos(row * Math.PI * 2) * Math.abs(Math.cos(column * Math.PI));
};

const woven = (threads: number) => (u: number, v: number, out: Relief): void => {
  const [x, y] = [u * threads, v * threads];
  out.tiltX = 0.16 * Math.sin(x * Math.PI * 2);
  out.tiltY = 0.16 * Math.sin(y * Math.PI * 2);
  out.shade = 0.93 + 0.07 * noise(x * 0.7, y * 0.7) + 0.03 * Math.sin((x + y) * Math.PI);
};

const grained = (rings: number) => (u: number, v: number, out: Relief): void => {
  const bend = noise(u * 3, v * 2) * 1.6;
  const line = Math.sin((v * rings + bend) * Math.PI * 2);
  out.shade = 0.9 + 0.1 * line * noise(u * 9, v * rings) - 0.1 * noise(u * 14, v * rings * 5);
};

const brushed = (u: number, v: number, out: Relief): void => {
  out.tiltY = 0.06 * (noise(u * 8, v * 420) - 0.5);
  out.shade = 0.95 + 0.08 * noise(u * 12, v * 300);
};

const fuzzy = (scale: number) => (u: number, v: number, out: Relief): void => {
  const [x, y] = [u * scale, v * scale];
  out.tiltX = 1.1 * (noise(x, y * 0.7) - 0.5);
  out.tiltY = 1.1 * (noise(x + 91, y * 0.7) - 0.5);
  out.shade = 0.8 + 0.3 * noise(x * 1.3, y);
};

const wicker = (strands: number, rows: number) => (u: number, v: number, out: Relief): void => {
  const row = v * rows;
  const odd = Math.floor(row) % 2 ? 0.5 : 0;
  const across = u * strands + odd;
  out.tiltX = 0.7 * Math.sin(across * Math.PI * 2);
  out.tiltY = 0.6 * Math.cos((row % 1) * Math.PI);
  out.shade = 0.5 + 0.5 * Math.sin((row % 1) * Math.PI) * (0.75 + 0.25 * Math.cos(across * Math.PI * 2));
};

export const glaze = (colour: Colour): Material => ({ colour, roughness: 0.12 });
export const stoneware = (colour: Colour): Material => ({ colour, roughness: 0.35, relief: speckled(0.3, 260) });
export const clay = (colour: Colour): Material => ({ colour, roughness: 0.8, relief: speckled(0.12, 400) });
export const plastic = (colour: Colour): Material => ({ colour, roughness: 0.3 });
export const rubber = (colour: Colour): Material => ({ colour, roughness: 0.7 });
export const lacquer = (colour: Colour): Material => ({ colour, roughness: 0.18 });
export const wood = (colour: Colour, rings = 14): Material => ({ colour, roughness: 0.55, relief: grained(rings) });
export const steel = (colour: Colour = [205, 207, 210]): Material => ({ colour, roughness: 0.25, metal: 1, relief: brushed });
export const brass: Material = { colour: [214, 172, 92], roughness: 0.2, metal: 1 };
export const knit = (colour: Colour, columns = 70, rows = 90): Material => ({ colour, roughness: 0.95, sheen: 0.35, relief: knitted(columns, rows) });
export const cloth = (colour: Colour, threads = 150): Material => ({ colour, roughness: 0.95, sheen: 0.2, relief: woven(threads) });
export const plush = (colour: Colour, scale = 120): Material => ({ colour, roughness: 1, sheen: 0.6, relief: fuzzy(scale) });
export const basketry = (colour: Colour, strands = 44, rows = 18): Material => ({ colour, roughness: 0.7, relief: wicker(strands, rows) });
/** Printed paper or enamel; `art` is an SVG. */
export const printed = (art: string, roughness = 0.5): Material => ({ colour: [255, 255, 255], art, roughness });
