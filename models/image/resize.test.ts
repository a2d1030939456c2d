import { describe, expect, it } from 'vitest';
import type { Picture } from '../../app/kernel/picture.ts';
import { cropPicture } from './crop.ts';
import { packNchw, packNhwc } from './pack.ts';
import { resizePicture, resizePlane } from './resize.ts';
import { sampleRotated, uprightBox } from './rotated-box.ts';

/** A picture whose red is x, green is y and blue is 7. */
function ramp(width: number, height: number): Picture {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i += 1) data.set([i % width, Math.floor(i / width), 7], i * 3);
  return { width, height, channels: 3, data };
}
const pixel = ({ data, width }: Picture, x: number, y: number): number[] => [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];

describe('resizing', () => {
  it('keeps a picture of the right size', () => {
    const picture = ramp(5, 4);
    expect(resizePicture(picture, 5, 4)).toBe(picture);
  });

  it('takes the mean of four pixels for half the size', () => {
    expect(pixel(resizePicture(ramp(8, 8), 4, 4), 1, 2)).toEqual([3, 5, 7]);
  });

  it.each([[100, 60], [37, 91], [150, 150], [10, 200]])('keeps a ramp a ramp at %i × %i', (width, height) => {
    const small = resizePicture(ramp(200, 200), width, height);
    expect([small.width, small.height]).toEqual([width, height]);
    for (const [x, y] of [[0, 0], [width >> 1, height >> 1], [width - 1, height - 1]] as const) {
      const [red, green, blue] = pixel(small, x, y);
      expect(Math.abs(red! - (((x + 0.5) * 200) / width - 0.5))).toBeLessThanOrEqual(1.5);
      expect(Math.abs(green! - (((y + 0.5) * 200) / height - 0.5))).toBeLessThanOrEqual(1.5);
      expect(blue).toBe(7);
    }
  });

  it('does not alias: a fine chequer becomes grey', () => {
    const data = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => ((Math.floor(i / 3) + Math.floor(i / 192)) % 2) * 255);
    const small = resizePicture({ width: 64, height: 64, channels: 3, data }, 13, 13);
    expect(small.data.every((value) => value > 110 && value < 146)).toBe(true);
  });

  it('enlarges one plane between its values', () => {
    const plane = resizePlane(Uint8Array.of(0, 100), { width: 2, height: 1 }, { width: 4, height: 2 });
    expect([...plane]).toEqual([0, 25, 75, 100, 0, 25, 75, 100]);
  });
});

describe('packing', () => {
  const picture: Picture = { width: 2, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

  it('orders planes', () => {
    const plain = { mean: [0, 0, 0], deviation: [1, 2, 1] } as const;
    expect([...packNchw(picture, plain, 'rgb').data]).toEqual([1, 4, 1, 2.5, 3, 6]);
    expect([...packNchw(picture, plain, 'bgr').data]).toEqual([3, 6, 1, 2.5, 1, 4]);
  });

  it('scales and shifts', () => {
    expect([...packNhwc(picture, 2, -1).data]).toEqual([1, 3, 5, 7, 9, 11]);
  });
});

describe('cutting', () => {
  it('fills with grey what lies outside', () => {
    const cut = cropPicture(ramp(4, 4), { x: 3, y: -1, width: 2, height: 2 });
    expect([pixel(cut, 0, 0), pixel(cut, 0, 1), pixel(cut, 1, 1)]).toEqual([[128, 128, 128], [3, 0, 7], [128, 128, 128]]);
  });

  it('turns a rotated box upright', () => {
    const box = { cx: 50, cy: 40, width: 20, height: 10, angle: Math.PI / 2 };
    const cut = sampleRotated(ramp(100, 100), box, 20, 10);
    // the box's own right is the picture's down
    expect(pixel(cut, 19, 5)[1]! - pixel(cut, 0, 5)[1]!).toBe(19);
    expect(uprightBox(box, { width: 100, height: 100 })).toMatchObject({ width: 10, height: 20 });
  });
});
