import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { iou } from '../../app/kernel/geometry.ts';
import { openModelStore } from '../index.ts';
import { drawn, stopSign } from '../testing/pictures.ts';
import type { Tensors } from '../tensor/tensor.ts';
import { nanodetInput, nanodetObjects } from './nanodet.ts';

const thresholds = { confidence: 0.35, overlap: 0.5 };

/** One confident cell at stride 16; its four sides surely in the given bins. */
function outputs(cell: number, label: number, bins: readonly [number, number, number, number]): Tensors {
  const sizes = [2704, 676, 169];
  const tensors: Record<string, Tensors[string]> = {};
  sizes.forEach((cells, grid) => {
    const name = (index: number): string => (index === 0 ? 'Identity' : `Identity_${index}`);
    const classes = new Float32Array(cells * 80);
    const sides = new Float32Array(cells * 44);
    if (grid === 1) {
      classes[cell * 80 + label] = 0.9;
      bins.forEach((bin, side) => sides.fill(50, cell * 44 + side * 11 + bin, cell * 44 + side * 11 + bin + 1));
    }
    tensors[name(grid)] = { type: 'float32', dims: [1, cells, 80], data: classes };
    tensors[name(grid + 3)] = { type: 'float32', dims: [1, cells, 44], data: sides };
  });
  return tensors;
}

describe('nanodet', () => {
  it('reads sides as expected bins times the stride, from the middle of the cell', () => {
    const [found, ...others] = nanodetObjects(outputs(10 * 26 + 5, 0, [1, 2, 3, 4]), { width: 416, height: 416 }, thresholds);
    expect(others).toEqual([]);
    expect(found!.label).toBe('person');
    const { x, y, width, height } = found!.box;
    expect([x, y, width, height].map(Math.round)).toEqual([72, 136, 64, 96]);
  });

  it('finds a stop sign in a wide picture', async () => {
    const cacheDir = mkdtempSync(path.join(os.tmpdir(), 'nanodet-'));
    const store = openModelStore({ cacheDir, threads: 1 });
    const model = await store.open('nanodet');
    if (!model.ok) throw new Error(model.error.detail);
    const picture = await drawn(stopSign, 600, 400);
    const answer = await model.value.run(nanodetInput(picture));
    await store.close();
    rmSync(cacheDir, { recursive: true, force: true });
    const [best] = answer.ok ? nanodetObjects(answer.value, picture, thresholds) : [];
    expect(best!.label).toBe('stop sign');
    expect(iou(best!.box, { x: 140, y: 40, width: 320, height: 320 })).toBeGreaterThan(0.8);
  });
});
