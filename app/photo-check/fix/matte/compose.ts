import type { Mask, Picture } from '../../../kernel/picture.ts';
import { colourAt, type ColourField } from './field.ts';

/**
 * The product on pure white: a pixel that it covers to α keeps its own light and gets the light that the background
 * lacks in the share in which the background shows, C + (1 − α)(255 − B), so that no rim of the old ground is left.
 */
export function onWhite(picture: Picture, alpha: Mask, behind: ColourField, factor: number): Picture {
  const { width, height, data } = picture;
  const out = new Uint8Array(data);
  const b = new Float32Array(3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const covered = alpha.data[at]!;
      if (covered === 255) continue;
      if (covered === 0) {
        out[at * 3] = 255;
        out[at * 3 + 1] = 255;
        out[at * 3 + 2] = 255;
        continue;
      }
      colourAt(behind, (x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5, b);
      for (let c = 0; c < 3; c++) out[at * 3 + c] = Math.min(255, Math.round(data[at * 3 + c]! + (1 - covered / 255) * (255 - b[c]!)));
    }
  }
  return { width, height, channels: 3, data: out };
}
