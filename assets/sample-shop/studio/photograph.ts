import sharp from 'sharp';
import { layFlat, type Spread } from './lay-flat.ts';
import { light, type CutOut } from './light.ts';
import type { Material, Texture } from './material.ts';
import type { Mesh } from './mesh.ts';
import { rasterise, type View } from './rasterise.ts';

/** One mesh with its surface. */
export interface Part {
  readonly mesh: Mesh;
  readonly material: Material;
}

/** Goods as they stand before the camera. */
export interface Standing {
  readonly parts: readonly Part[];
  readonly view: View;
}

export type Scene = Standing | Spread;

/** Takes the picture of a scene: goods on a transparent ground, cut to their edge, about `longSide` pixels on the longer side. */
export async function photograph(scene: Scene, longSide: number): Promise<CutOut> {
  const surfaces = 'parts' in scene ? scene.parts : scene.pieces;
  const materials = surfaces.map(({ material }) => material);
  const textures = await Promise.all(materials.map(({ art }) => drawTexture(art)));
  const buffer =
    'parts' in scene ? rasterise(scene.parts.map(({ mesh }) => mesh), scene.view, longSide) : await layFlat(scene, longSide);
  return trim(light(buffer, materials, textures));
}

/** Cuts away the empty margin, so that the fill of a picture can be set exactly. */
function trim({ width, height, data }: CutOut): CutOut {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!data[(y * width + x) * 4 + 3]) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  const [cutWidth, cutHeight] = [right - left + 1, bottom - top + 1];
  const cut = new Uint8Array(cutWidth * cutHeight * 4);
  for (let y = 0; y < cutHeight; y += 1) {
    const from = ((y + top) * width + left) * 4;
    cut.set(data.subarray(from, from + cutWidth * 4), y * cutWidth * 4);
  }
  return { width: cutWidth, height: cutHeight, data: cut };
}

/** The picture on a surface; null where it has none. */
async function drawTexture(svg: string | undefined): Promise<Texture | null> {
  if (svg === undefined) return null;
  const { data, info } = await sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
