import { at } from './mesh.ts';
import type { Material, Relief, Texture } from './material.ts';
import { openness, opennessAt } from './occlusion.ts';
import type { SurfaceBuffer } from './surface-buffer.ts';

/** RGBA, 8 bits, row by row. */
export interface CutOut {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const key = direction(-0.55, 0.7, 0.62);
const fill = direction(0.85, 0.25, 0.55);

const linear = Float32Array.from({ length: 256 }, (_, i) => (i / 255) ** 2.2);
const encoded = Uint8Array.from({ length: 4097 }, (_, i) => Math.round(255 * (i / 4096) ** (1 / 2.2)));

/** Lights a buffer as in a small photo tent: a softbox at the upper left, a strip at the right, white all round. */
export function light(buffer: SurfaceBuffer, materials: readonly Material[], textures: readonly (Texture | null)[]): CutOut {
  const { width, height } = buffer;
  const data = new Uint8Array(width * height * 4);
  const open = openness(buffer);
  const relief: Relief = { shade: 1, tiltX: 0, tiltY: 0 };
  const bases = Float32Array.from(materials.flatMap(({ colour }) => colour.map((value) => at(linear, value))));
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const index = at(buffer.material, pixel) - 1;
    const material = materials[index];
    if (!material) continue;
    const u = at(buffer.uvs, pixel * 2);
    const v = at(buffer.uvs, pixel * 2 + 1);
    let r = at(bases, index * 3);
    let g = at(bases, index * 3 + 1);
    let b = at(bases, index * 3 + 2);
    const texture = textures[index];
    if (texture) {
      const x = Math.min(texture.width - 1, Math.max(0, Math.floor(u * texture.width)));
      const y = Math.min(texture.height - 1, Math.max(0, Math.floor(v * texture.height)));
      const texel = (y * texture.width + x) * 3;
      r = at(linear, at(texture.data, texel));
      g = at(linear, at(texture.data, texel + 1));
      b = at(linear, at(texture.data, texel + 2));
    }
    relief.shade = 1;
    relief.tiltX = 0;
    relief.tiltY = 0;
    material.relief?.(u, v, relief);
    let nx = at(buffer.normals, pixel * 3);
    let ny = at(buffer.normals, pixel * 3 + 1);
    let nz = at(buffer.normals, pixel * 3 + 2);
    if (nz < 0) {
      nx = -nx;
      ny = -ny;
      nz = -nz;
    }
    nx += relief.tiltX;
    ny += relief.tiltY;
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
    nx /= length;
    ny /= length;
    nz /= length;
    const air = opennessAt(open, pixel % width, Math.floor(pixel / width));
    const metal = material.metal ?? 0;
    const diffuse = lambert(nx, ny, nz) * air * relief.shade * (1 - metal);
    const gleam = mirrored(nx, ny, nz, material.roughness) * (0.4 + 0.6 * air);
    const rim = (1 - nz) ** 5;
    const fresnel = (0.045 + 0.95 * rim * (1 - material.roughness)) * (1 - 0.75 * material.roughness) * (1 - metal);
    const sheen = (material.sheen ?? 0) * (1 - nz) ** 3 * air;
    const metallic = metal * relief.shade;
    const out = pixel * 4;
    data[out] = tone(r * (diffuse + sheen + gleam * metallic) + gleam * fresnel);
    data[out + 1] = tone(g * (diffuse + sheen + gleam * metallic) + gleam * fresnel);
    data[out + 2] = tone(b * (diffuse + sheen + gleam * metallic) + gleam * fresnel);
    data[out + 3] = 255;
  }
  return { width, height, data };
}

function lambert(nx: number, ny: number, nz: number): number {
  const wrapped = Math.max(0, (nx * key[0] + ny * key[1] + nz * key[2] + 0.3) / 1.3);
  const filled = Math.max(0, (nx * fill[0] + ny * fill[1] + nz * fill[2] + 0.4) / 1.4);
  return 0.92 * wrapped * wrapped + 0.3 * filled + 0.22 * (0.5 + 0.5 * ny) + 0.14 * (0.5 - 0.5 * ny);
}

/** What the tent looks like in the mirror direction of a viewer far away on +z. */
function mirrored(nx: number, ny: number, nz: number, roughness: number): number {
  const x = 2 * nz * nx;
  const y = 2 * nz * ny;
  const z = 2 * nz * nz - 1;
  const soft = 0.05 + roughness * 0.5;
  const box = band((x + 0.55) / 0.3, soft) * band((y - 0.55) / 0.42, soft);
  const strip = band((x - 0.82) / 0.1, soft) * band((y - 0.15) / 0.6, soft) * (z > -0.3 ? 1 : 0);
  const tent = 0.34 + 0.5 * step(y, soft * 1.5) + 0.18 * step(-x - 0.2, soft * 2) - 0.26 * band((y + 0.08) / 0.12, soft + 0.3);
  const strength = 1 / (0.55 + roughness * 2);
  return tent + (7 * box + 3.5 * strip) * strength * 0.55;
}

/** 1 within ±1, falling to 0 over `soft`. */
const band = (value: number, soft: number): number => step(1 - Math.abs(value), soft * 2);

function step(value: number, soft: number): number {
  const t = Math.min(1, Math.max(0, value / soft / 2 + 0.5));
  return t * t * (3 - 2 * t);
}

/** Linear light to an 8-bit value; a soft shoulder keeps goods off pure white. */
function tone(value: number): number {
  const shouldered = value < 0.7 ? value : 0.7 + 0.26 * (1 - Math.exp(-(value - 0.7) / 0.26));
  return at(encoded, Math.min(4096, Math.max(0, Math.round(shouldered * 4096))));
}

function direction(x: number, y: number, z: number): readonly [number, number, number] {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
