import type { ConversionCache } from '../convert/cache.ts';
import { convertToOnnx, type GraphPort } from '../convert/convert.ts';
import { fuseOnnx } from '../fuse/fuse.ts';
import type { ModelEntry } from '../manifest.ts';
import type { LoadableModel, WeightsForm } from '../runtime/runtime.ts';
import type { Weights } from './weights.ts';

/** Inputs or outputs of a graph model, whose shapes are all fixed. */
function fixedPorts(entry: ModelEntry, ports: ModelEntry['inputs']): GraphPort[] {
  return ports.map(({ name, type, shape }) => {
    const sides = shape.filter((side) => side !== null);
    if (sides.length !== shape.length) throw new Error(`${entry.id}: the shape of "${name}" must be fixed to convert`);
    return { name, type, shape: sides };
  });
}

/** The forms in which a model can be loaded. */
export const formsOf = ({ format }: Pick<ModelEntry, 'format'>): ReadonlySet<WeightsForm> =>
  new Set(format === 'onnx' ? ['onnx'] : ['onnx', 'tfjs-graph']);

/** Verified weights in the forms that runtimes take. */
export function loadableModel(entry: ModelEntry, weights: Weights, cache: ConversionCache): LoadableModel {
  const common = { id: entry.id, outputs: entry.outputs.map(({ name }) => name), forms: formsOf(entry) };
  const fileHashes = entry.files.map(({ sha512 }) => sha512);
  if (weights.format === 'onnx') {
    return {
      ...common,
      onnx: () => cache.obtain({ fileHashes, inputs: [], outputs: [] }, () => fuseOnnx(weights.bytes)),
      tfjsGraph: () => {
        throw new Error(`${entry.id} has no TensorFlow.js form`);
      },
    };
  }
  const inputs = fixedPorts(entry, entry.inputs);
  const outputs = fixedPorts(entry, entry.outputs);
  return {
    ...common,
    tfjsGraph: () => weights.graph,
    onnx: () =>
      cache.obtain({ fileHashes, inputs, outputs }, () =>
        convertToOnnx(weights.graph, inputs, outputs),
      ),
  };
}
