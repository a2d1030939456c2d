import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledManifest } from '../manifest.ts';
import { openModelCatalogue, type ModelCatalogue } from '../index.ts';
import { bundledGoldens } from './bundled.ts';
import { compareGolden, goldenInputs, relativeDifference, type GoldenVector } from './golden.ts';
import { drawScene } from './scene.ts';

describe('a drawn scene', () => {
  it('is the same on every computer', () => {
    const { data } = drawScene({ name: 'x', shape: [1, 3, 64, 96], seed: 7, scale: 1, offset: 0 });
    const digest = createHash('sha256').update(Uint8Array.from(data)).digest('hex');
    expect(digest).toBe('382fc50e28b8661410505806febff9ab819458f243e72817cd6d0f94314d0ac6');
  });

  it('holds the same pixels channels first and channels last', () => {
    const first = drawScene({ name: 'x', shape: [1, 3, 20, 30], seed: 1, scale: 1, offset: 0 }).data;
    const last = drawScene({ name: 'x', shape: [1, 20, 30, 3], seed: 1, scale: 1, offset: 0 }).data;
    const moved = Float32Array.from(last, (_, i) => last[(i % 600) * 3 + Math.floor(i / 600)]!);
    expect(moved).toEqual(first);
  });
});

describe('comparing with a golden vector', () => {
  const golden: GoldenVector = {
    reference: 'by hand',
    tolerance: 1e-3,
    inputs: [],
    outputs: [{ name: 'y', shape: [3], peak: 10, samples: [[0, 1], [2, -10]] }],
  };
  const output = (...values: number[]) => ({ y: { type: 'float32', dims: [values.length], data: Float32Array.from(values) } }) as const;

  it('passes within the tolerance of the peak', () => {
    expect(compareGolden(golden, output(1.009, 99, -10))).toMatchObject({ passed: true });
    expect(compareGolden(golden, output(1.02, 99, -10)).maxRelativeDifference).toBeCloseTo(0.002, 6);
    expect(compareGolden(golden, output(1.02, 99, -10)).passed).toBe(false);
  });

  it.each([
    ['another shape', output(1, 0)],
    ['no such output', {}],
    ['not a number', output(NaN, 0, -10)],
  ])('fails for %s', (_what, outputs) => {
    expect(compareGolden(golden, outputs)).toEqual({ passed: false, maxRelativeDifference: Infinity });
  });

  it('takes differences against the peak of the reference', () => {
    expect(relativeDifference([1, 2.5], [1, 2])).toBe(0.25);
    expect(relativeDifference([1], [1, 2])).toBe(Infinity);
  });
});

describe('the bundled models', () => {
  let cacheDir: string;
  let catalogue: ModelCatalogue;
  beforeAll(() => {
    cacheDir = mkdtempSync(path.join(os.tmpdir(), 'golden-'));
    catalogue = openModelCatalogue({ cacheDir, threads: 1 });
  });
  afterAll(async () => {
    await catalogue.close();
    rmSync(cacheDir, { recursive: true, force: true });
  });

  it('each have a golden vector of their own inputs and outputs', () => {
    for (const entry of bundledManifest.models) {
      const golden = bundledGoldens.get(entry.id)!;
      expect(Object.keys(goldenInputs(golden))).toEqual(entry.inputs.map(({ name }) => name));
      expect(golden.outputs.map(({ name }) => name)).toEqual(entry.outputs.map(({ name }) => name));
      expect(golden.tolerance).toBeLessThanOrEqual(1e-3);
      for (const { samples } of golden.outputs) expect(samples.length).toBeGreaterThan(4);
    }
  });

  it.each(bundledManifest.models.map(({ id }) => id))('%s gives its golden answer', async (id) => {
    const row = await catalogue.verify(id);
    expect(row).toMatchObject({ integrity: 'verified', golden: { passed: true }, runtime: 'onnxruntime', fellBack: null });
  });
});
