import { describe, expect, it } from 'vitest';
import type { Tensors } from '../tensor/tensor.ts';
import { cocoLabels } from '../labels/coco.ts';
import { centernetInput, centernetObjects } from './centernet.ts';

interface Point {
  readonly label: string;
  readonly column: number;
  readonly row: number;
  readonly heat: number;
  readonly reach?: readonly [number, number, number, number];
}

/** Outputs with the given heat and reach at the given cells, zero elsewhere. */
function outputs(points: readonly Point[]): Tensors {
  const heat = new Float32Array(128 * 128 * 80);
  const reach = new Float32Array(128 * 128 * 4);
  for (const point of points) {
    const cell = point.row * 128 + point.column;
    heat[cell * 80 + cocoLabels.indexOf(point.label)] = point.heat;
    reach.set(point.reach ?? [20, 40, 20, 40], cell * 4);
  }
  return {
    'tower_0/keypoints': { type: 'float32', dims: [1, 128, 128, 80], data: heat },
    'tower_0/wh': { type: 'float32', dims: [1, 128, 128, 4], data: reach },
  };
}

const square = { width: 512, height: 512 };
const thresholds = { confidence: 0.35, overlap: 0.5 };

describe('centernet', () => {
  it('knows the 80 classes', () => {
    expect(cocoLabels).toHaveLength(80);
    expect(new Set(cocoLabels).size).toBe(80);
    expect([cocoLabels[0], cocoLabels[39], cocoLabels[79]]).toEqual(['person', 'bottle', 'toothbrush']);
  });

  it('reads a box as the four distances from four times its cell', () => {
    const found = centernetObjects(outputs([{ label: 'person', column: 30, row: 50, heat: 0.75, reach: [10, 20, 30, 40] }]), square, thresholds);
    expect(found).toEqual([{ label: 'person', confidence: 0.75, box: { x: 110, y: 180, width: 40, height: 60 } }]);
  });

  it('gives boxes in pixels of a wide picture, inside it', () => {
    const [found] = centernetObjects(outputs([{ label: 'dog', column: 100, row: 60, heat: 0.9, reach: [100, 40, 200, 200] }]), { width: 1024, height: 576 }, thresholds);
    expect(found!.box).toEqual({ x: 600, y: 400, width: 424, height: 176 });
  });

  it('keeps only local maxima and what is confident enough', () => {
    const found = centernetObjects(
      outputs([
        { label: 'cup', column: 10, row: 10, heat: 0.6 },
        { label: 'cup', column: 11, row: 11, heat: 0.5 },
        { label: 'cup', column: 90, row: 90, heat: 0.34 },
        { label: 'book', column: 11, row: 10, heat: 0.4 },
      ]),
      square,
      thresholds,
    );
    expect(found.map(({ label, confidence }) => [label, Number(confidence.toFixed(2))])).toEqual([['cup', 0.6], ['book', 0.4]]);
  });

  it('suppresses boxes of one class that cover the same thing, the weaker one', () => {
    const found = centernetObjects(
      outputs([
        { label: 'cup', column: 40, row: 40, heat: 0.5, reach: [40, 40, 40, 40] },
        { label: 'cup', column: 42, row: 40, heat: 0.8, reach: [40, 40, 40, 40] },
        { label: 'vase', column: 44, row: 40, heat: 0.4, reach: [40, 40, 40, 40] },
      ]),
      square,
      thresholds,
    );
    expect(found.map(({ label }) => label)).toEqual(['cup', 'vase']);
  });

  it('is asked with the picture in the top-left corner of a square, aspect kept', () => {
    const data = new Uint8Array(64 * 32 * 3).fill(200);
    const { 'tower_0/images': input } = centernetInput({ width: 64, height: 32, channels: 3, data });
    expect(input!.dims).toEqual([1, 512, 512, 3]);
    expect([input!.data[0], input!.data[(255 * 512 + 511) * 3], input!.data[256 * 512 * 3]]).toEqual([200, 200, 128]);
  });
});
