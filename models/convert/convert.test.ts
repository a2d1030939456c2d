import { beforeAll, describe, expect, it } from 'vitest';
import { loadableModel } from '../files/loadable.ts';
import { packageLocator } from '../files/locate.ts';
import { fileVerifier } from '../files/verify.ts';
import { readWeights } from '../files/weights.ts';
import { bundledGoldens } from '../golden/bundled.ts';
import { goldenInputs, relativeDifference } from '../golden/golden.ts';
import { bundledManifest } from '../manifest.ts';
import { onnxRuntime } from '../runtime/onnxruntime.ts';
import type { ModelRuntime } from '../runtime/runtime.ts';
import { tfjsWasmRuntime } from '../runtime/tfjs-wasm.ts';

const noCache = { obtain: (_key: unknown, convert: () => Uint8Array) => Promise.resolve(convert()) };
const tfjsModels = bundledManifest.models.filter(({ format }) => format === 'tfjs-graph');

describe('a converted model answers as TensorFlow.js does', () => {
  let reference: ModelRuntime;
  let converted: ModelRuntime;
  beforeAll(() => {
    reference = tfjsWasmRuntime();
    converted = onnxRuntime({ threads: 1 });
  });

  it('covers every TensorFlow.js model of the manifest', () => {
    expect(tfjsModels.map(({ id }) => id)).toEqual(['centernet', 'nanodet', 'blazeface', 'nsfw-mobilenet']);
  });

  it.each(tfjsModels.map((entry) => [entry.id, entry] as const))('%s, every value of every output', async (id, entry) => {
    const weights = await readWeights(entry, fileVerifier(packageLocator()));
    if (!weights.ok) throw new Error(weights.error.detail);
    const model = loadableModel(entry, weights.value, noCache);
    const inputs = goldenInputs(bundledGoldens.get(id)!);
    const [a, b] = await Promise.all([converted.load(model), reference.load(model)]);
    const [actual, expected] = await Promise.all([a.run(inputs), b.run(inputs)]);
    await Promise.all([a.close(), b.close()]);

    expect(Object.keys(actual)).toEqual(entry.outputs.map(({ name }) => name));
    for (const { name, shape } of entry.outputs) {
      expect(actual[name]!.dims).toEqual(shape);
      expect(relativeDifference(actual[name]!.data, expected[name]!.data)).toBeLessThanOrEqual(1e-3);
    }
  });
});
