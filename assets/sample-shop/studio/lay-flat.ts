import sharp from 'sharp';
import type { Material } from './material.ts';
import { at } from './mesh.ts';
import { surfaceBuffer, type SurfaceBuffer } from './surface-buffer.ts';

/** One piece of cloth seen from above, over the pieces before it. */
export interface Piece {
  /** SVG path in the units of the spread */
  readonly path: string;
  readonly material: Material;
  /** how far its edge curls up, in units of the spread */
  readonly puff: number;
  /** SVG paths along which the cloth folds */
  readonly folds?: readonly string[];
}

/** Cloth laid out flat on a square of `size` units. */
export interface Spread {
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** Turns a spread into a buffer `pixels` wide and high: outlines become puffed heights, heights become normals. */
export async function layFlat({ size, pieces }: Spread, pixels: number): Promise<SurfaceBuffer> {
  const buffer = surfaceBuffer(pixels, pixels);
  const scale = pixels / size;
  for (const [index, piece] of pieces.entries()) {
    const shape = `<path d="${piece.path}" fill="#fff"/>`;
    const folds = (piece.folds ?? []).map((fold) => `<path d="${fold}" fill="none" stroke="#000" stroke-width="${size / 110}" stroke-linecap="round"/>`);
    const [mask, edge, body] = await Promise.all([
      draw(shape, size, pixels, 0),
      draw(shape, size, pixels, piece.puff * scale * 0.35),
      draw(shape + folds.join(''), size, pixels, piece.puff * scale),
    ]);
    stamp(buffer, index + 1, piece.puff * scale, mask, edge, body);
  }
  return buffer;
}

async function draw(content: string, size: number, pixels: number, sigma: number): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#000"/>${content}</svg>`;
  const image = sharp(Buffer.from(svg)).removeAlpha().toColourspace('b-w');
  const drawn = sigma > 0.3 ? image.blur(sigma) : image;
  return drawn.extractChannel(0).raw().toBuffer();
}

function stamp(buffer: SurfaceBuffer, material: number, puff: number, mask: Uint8Array, edge: Uint8Array, body: Uint8Array): void {
  const { width, height } = buffer;
  const rise = heights(puff, edge, body);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const pixel = y * width + x;
      if (at(mask, pixel) < 128) continue;
      const slopeX = at(rise, pixel + 1) - at(rise, pixel - 1);
      const slopeY = at(rise, pixel + width) - at(rise, pixel - width);
      const length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
      buffer.normals[pixel * 3] = -slopeX / length;
      buffer.normals[pixel * 3 + 1] = slopeY / length;
      buffer.normals[pixel * 3 + 2] = 1 / length;
      buffer.depth[pixel] = at(rise, pixel) + material * 2;
      buffer.uvs[pixel * 2] = x / width;
      buffer.uvs[pixel * 2 + 1] = y / height;
      buffer.material[pixel] = material;
    }
  }
}

function heights(puff: number, edge: Uint8Array, body: Uint8Array): Float32Array {
  const rise = new Float32Array(edge.length);
  const scale = (puff * 1.6) / 255;
  for (let pixel = 0; pixel < rise.length; pixel += 1) rise[pixel] = (at(edge, pixel) * 0.35 + at(body, pixel) * 0.65) * scale;
  return rise;
}
