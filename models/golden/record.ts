/**
 * Records the golden vectors of all models anew: `node models/golden/record.ts`. TensorFlow.js models are asked
 * through TensorFlow.js itself; models that exist only as ONNX, through ONNX Runtime on one CPU thread.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { conversionCache } from '../convert/cache.ts';
import { loadableModel } from '../files/loadable.ts';
import { packageLocator } from '../files/locate.ts';
import { fileVerifier } from '../files/verify.ts';
import { readWeights } from '../files/weights.ts';
import { bundledManifest } from '../manifest.ts';
import { onnxRuntime } from '../runtime/onnxruntime.ts';
import { tfjsWasmRuntime } from '../runtime/tfjs-wasm.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { goldenInputs, type GoldenVector } from './golden.ts';

type Shape = GoldenVector['inputs'][number]['shape'];

/** What each model is asked: shape, and how a pixel of 0–255 becomes a value of about the range it was trained on. */
const scenes: Readonly<Record<string, { shape: Shape; scale: number; offset: number }>> = {
  u2netp: { shape: [1, 3, 320, 320], scale: 1 / 57, offset: -2.1 },
  centernet: { shape: [1, 512, 512, 3], scale: 1, offset: 0 },
  nanodet: { shape: [1, 3, 416, 416], scale: 1 / 57, offset: -2 },
  'pp-ocr-det': { shape: [1, 3, 160, 224], scale: 1 / 57, offset: -2.1 },
  'pp-ocr-rec': { shape: [1, 3, 48, 160], scale: 1 / 127.5, offset: -1 },
  blazeface: { shape: [1, 256, 256, 3], scale: 1 / 127.5, offset: -1 },
  'nsfw-mobilenet': { shape: [1, 224, 224, 3], scale: 1 / 255, offset: 0 },
};

const strongest = 16;
const spread = 32;

function samplesOf(tensor: Tensor): { peak: number; samples: [number, number][] } {
  const { data } = tensor;
  const byMagnitude = Array.from(data.keys()).sort((a, b) => Math.abs(data[b]!) - Math.abs(data[a]!));
  const regular = Array.from({ length: spread }, (_, i) => Math.floor(((i + 0.5) * data.length) / spread));
  const positions = [...new Set([...byMagnitude.slice(0, strongest), ...regular])].sort((a, b) => a - b);
  return {
    peak: Number(Math.abs(data[byMagnitude[0]!]!).toPrecision(7)),
    samples: positions.map((position) => [position, Number(data[position]!.toPrecision(7))]),
  };
}

const verifier = fileVerifier(packageLocator());
const cache = conversionCache(process.env['VITRINE_CACHE'] ?? '');
for (const [index, entry] of bundledManifest.models.entries()) {
  const scene = scenes[entry.id];
  const weights = await readWeights(entry, verifier);
  if (scene === undefined || !weights.ok) throw new Error(`cannot record ${entry.id}`);
  const runtime = entry.format === 'onnx' ? onnxRuntime({ threads: 1 }) : tfjsWasmRuntime();
  const probe = await runtime.probe();
  if (!probe.available) throw new Error(probe.detail);
  const loaded = await runtime.load(loadableModel(entry, weights.value, cache));
  const input = { name: entry.inputs[0]!.name, seed: 2026 + index, ...scene };
  const golden: GoldenVector = {
    reference: `${runtime.id} ${probe.version} (${probe.device})`,
    tolerance: 1e-3,
    inputs: [input],
    outputs: [],
  };
  const outputs = await loaded.run(goldenInputs(golden));
  for (const [name, tensor] of Object.entries(outputs)) {
    golden.outputs.push({ name, shape: [...tensor.dims], ...samplesOf(tensor) });
  }
  const file = path.join(import.meta.dirname, '..', entry.id, 'golden.json');
  writeFileSync(file, `${JSON.stringify(golden)}\n`);
  console.log(entry.id, golden.reference, golden.outputs.map(({ peak }) => peak).join(' '));
  await loaded.close();
}
