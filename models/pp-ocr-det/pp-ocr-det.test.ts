import { describe, expect, it } from 'vitest';
import { connectedComponents } from './components.ts';
import { ppOcrDetInput, ppOcrDetLines, searchedSize, textView } from './pp-ocr-det.ts';
import { convexHull, smallestBox } from './smallest-box.ts';

const thresholds = { pixel: 0.3, box: 0.6, unclip: 1.6 };

/** A probability map with filled shapes. */
function mapOf(width: number, height: number, inside: (x: number, y: number) => number): Float32Array {
  return Float32Array.from({ length: width * height }, (_, i) => inside(i % width, Math.floor(i / width)));
}

describe('connected components', () => {
  it('are groups that touch, corners included, and are large enough', () => {
    const map = mapOf(8, 4, (x, y) => Number('11000011\n11000010\n00100000\n00010010'.split('\n')[y]![x]));
    const found = connectedComponents(map, 8, 4, 0.3, 2);
    expect(found.map(({ pixels }) => pixels)).toEqual([6, 3]);
    expect(found[1]!.outline).toEqual([{ x: 6, y: 0 }, { x: 7, y: 0 }, { x: 6, y: 1 }]);
  });

  it('know the mean of their values', () => {
    const map = mapOf(3, 1, (x) => [0.4, 0.8, 0.2][x]!);
    expect(connectedComponents(map, 3, 1, 0.3, 1)[0]!.mean).toBeCloseTo(0.6, 6);
  });
});

describe('the smallest box', () => {
  it('counts every pixel whole', () => {
    const box = smallestBox([{ x: 2, y: 3 }, { x: 9, y: 3 }, { x: 2, y: 5 }, { x: 9, y: 5 }]);
    expect(box).toEqual({ cx: 6, cy: 4.5, width: 8, height: 3, angle: 0 });
  });

  it('turns with its points', () => {
    const angle = (30 * Math.PI) / 180;
    const corners = [[-40, -8], [40, -8], [40, 8], [-40, 8]].map(([u, v]) => ({
      x: 100 + u! * Math.cos(angle) - v! * Math.sin(angle),
      y: 80 + u! * Math.sin(angle) + v! * Math.cos(angle),
    }));
    const box = smallestBox(corners.sort((a, b) => a.y - b.y || a.x - b.x));
    expect(box.angle).toBeCloseTo(angle, 3);
    expect([box.width, box.height].map(Math.round)).toEqual([81, 17]);
    expect([box.cx, box.cy].map(Math.round)).toEqual([101, 81]);
  });

  it('rests on the convex hull', () => {
    const points = [{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 2, y: 1 }, { x: 0, y: 4 }, { x: 4, y: 4 }];
    expect(convexHull(points)).toHaveLength(4);
    expect(convexHull(points)).not.toContainEqual({ x: 2, y: 1 });
  });
});

describe('the search for text', () => {
  it.each([
    [{ width: 960, height: 960 }, { width: 960, height: 960 }],
    [{ width: 3000, height: 1500 }, { width: 960, height: 480 }],
    [{ width: 800, height: 600 }, { width: 800, height: 608 }],
    [{ width: 200, height: 100 }, { width: 416, height: 192 }],
    [{ width: 2000, height: 10 }, { width: 960, height: 32 }],
  ])('looks at %o as %o', (asked, searched) => {
    expect(searchedSize(asked)).toEqual(searched);
  });

  it('gives planes in the order blue, green, red', () => {
    const data = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (i % 3 === 0 ? 255 : 0));
    const { x } = ppOcrDetInput(textView({ width: 64, height: 64, channels: 3, data }));
    expect(x!.dims).toEqual([1, 3, 128, 128]);
    expect(x!.data[2 * 128 * 128]).toBeGreaterThan(x!.data[0]!);
  });

  it('grows each box by area × 1.6 / perimeter and gives it in pixels of the picture', () => {
    const map = mapOf(960, 480, (x, y) => (x >= 100 && x < 180 && y >= 50 && y < 70 ? 0.9 : 0.01));
    const tensor = { type: 'float32', dims: [1, 1, 480, 960], data: map } as const;
    const lines = ppOcrDetLines({ 'sigmoid_0.tmp_0': tensor }, { picture: { width: 1920, height: 960 }, left: 0, top: 0, scale: 0.5 }, thresholds);
    expect(lines).toEqual([{ cx: 280, cy: 120, width: 211.2, height: 91.2, angle: 0, detection: expect.closeTo(0.9, 5) as number }]);
  });

  it.each([
    { region: { x: 700, y: 100, width: 100, height: 60 }, seen: [640, 68, 192, 128] },
    { region: { x: 0, y: 0, width: 5, height: 5 }, seen: [0, 0, 64, 64] },
    { region: { x: 810, y: 590, width: 22, height: 10 }, seen: [768, 536, 64, 64] },
    { region: { x: 0, y: 0, width: 832, height: 600 }, seen: [0, 0, 832, 600] },
  ])('of a region $region looks a little around it, in whole steps and at the scale of the picture', ({ region, seen }) => {
    const picture = { width: 832, height: 600, channels: 3, data: new Uint8Array(832 * 600 * 3) } as const;
    const view = textView(picture, region);
    expect([view.left, view.top, view.picture.width, view.picture.height]).toEqual(seen);
    expect(view.scale).toBe(1);
  });

  it('gives boxes where they lie in the whole picture', () => {
    const map = mapOf(64, 64, (x, y) => (x >= 10 && x < 40 && y >= 10 && y < 20 ? 0.9 : 0));
    const tensor = { type: 'float32', dims: [1, 1, 64, 64], data: map } as const;
    const [line] = ppOcrDetLines({ 'sigmoid_0.tmp_0': tensor }, { picture: { width: 64, height: 64 }, left: 300, top: 200, scale: 1 }, thresholds);
    expect([line!.cx, line!.cy]).toEqual([325, 215]);
  });

  it('drops groups that are not surely text', () => {
    const map = mapOf(64, 64, (x, y) => (x >= 10 && x < 40 && y >= 10 && y < 20 ? 0.5 : 0));
    const tensor = { type: 'float32', dims: [1, 1, 64, 64], data: map } as const;
    expect(ppOcrDetLines({ 'sigmoid_0.tmp_0': tensor }, { picture: { width: 32, height: 32 }, left: 0, top: 0, scale: 2 }, thresholds)).toEqual([]);
  });
});
