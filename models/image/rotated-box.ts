import type { Box } from '../../app/kernel/geometry.ts';
import type { Picture } from '../../app/kernel/picture.ts';
import { clippedBox } from '../boxes/clip.ts';
import { halvedPicture } from './resize.ts';

/** A rectangle turned about its centre; pixels, angle in radians clockwise on the screen (y grows downwards). */
export interface RotatedBox {
  readonly cx: number;
  readonly cy: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** The upright box around a rotated one, inside a picture of the given size. */
export function uprightBox(box: RotatedBox, size: { readonly width: number; readonly height: number }): Box {
  const [cos, sin] = [Math.abs(Math.cos(box.angle)), Math.abs(Math.sin(box.angle))];
  const halfWidth = (box.width * cos + box.height * sin) / 2;
  const halfHeight = (box.width * sin + box.height * cos) / 2;
  return clippedBox(
    box.cx - halfWidth,
    box.cy - halfHeight,
    box.cx + halfWidth,
    box.cy + halfHeight,
    size.width,
    size.height,
  );
}

/** What a rotated box shows, turned upright and scaled to width × height pixels; bilinear, borders repeated. */
export function sampleRotated(picture: Picture, box: RotatedBox, width: number, height: number): Picture {
  const source = halvedPicture(picture, Math.min(box.width / width, box.height / height));
  const shrink = source.width / picture.width;
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const [stepX, stepY] = [(box.width / width) * shrink, (box.height / height) * shrink];
  const { data } = source;
  const stride = source.width * 3;
  const [maxX, maxY] = [source.width - 1, source.height - 1];
  const out = new Uint8Array(width * height * 3);
  let to = 0;
  for (let row = 0; row < height; row += 1) {
    const v = (row + 0.5 - height / 2) * stepY;
    for (let column = 0; column < width; column += 1, to += 3) {
      const u = (column + 0.5 - width / 2) * stepX;
      const x = Math.min(Math.max(box.cx * shrink + u * cos - v * sin - 0.5, 0), maxX);
      const y = Math.min(Math.max(box.cy * shrink + u * sin + v * cos - 0.5, 0), maxY);
      const left = Math.floor(x);
      const top = Math.floor(y);
      const fx = x - left;
      const fy = y - top;
      const at = top * stride + left * 3;
      const right = left < maxX ? 3 : 0;
      const below = top < maxY ? stride : 0;
      for (let c = 0; c < 3; c += 1) {
        const upper = data[at + c]! * (1 - fx) + data[at + right + c]! * fx;
        const lower = data[at + below + c]! * (1 - fx) + data[at + below + right + c]! * fx;
        out[to + c] = upper * (1 - fy) + lower * fy + 0.5;
      }
    }
  }
  return { width, height, channels: 3, data: out };
}
