import type * as TensorFlow from '@tensorflow/tfjs';
import type { TfjsGraph } from '../files/tfjs-graph.ts';
import type { Tensor, Tensors } from '../tensor/tensor.ts';
import type { LoadableModel, LoadedModel } from './runtime.ts';

/** The part of TensorFlow.js that both its Node and its browser builds have. */
export type Tf = typeof TensorFlow;

/** Whatever of a CommonJS module Node shows as named exports, or all of it. */
export const namespaceOf = <T extends object>(module: T): T =>
  'default' in module && typeof module.default === 'object' && module.default !== null
    ? (module.default as T)
    : module;

/** Loads a graph model into a TensorFlow.js backend that is ready. */
export async function loadGraphModel(
  tf: Tf,
  backend: string,
  device: string,
  model: LoadableModel,
): Promise<LoadedModel> {
  await useBackend(tf, backend);
  const graph = await tf.loadGraphModel(tf.io.fromMemory(artifactsOf(model.tfjsGraph())));
  return {
    device,
    deviceNote: null,
    run: async (inputs) => {
      await useBackend(tf, backend);
      return execute(tf, graph, inputs, model.outputs);
    },
    close: () => {
      graph.dispose();
      return Promise.resolve();
    },
  };
}

/**
 * TensorFlow.js has one active backend for all; another model may have switched it meanwhile, or be starting it just
 * now. Not `getBackend()`: before the first backend it starts the one of highest priority, which may be one that must
 * not or cannot run.
 * @throws where the backend cannot be started
 */
export async function useBackend(tf: Tf, backend: string): Promise<void> {
  do {
    if (tf.engine().backendName !== backend && !(await tf.setBackend(backend))) {
      throw new Error(`TensorFlow.js could not start its backend ${backend}`);
    }
    await tf.ready();
  } while (tf.engine().backendName !== backend);
}

function artifactsOf(graph: TfjsGraph): TensorFlow.io.ModelArtifacts {
  return {
    modelTopology: graph.topology,
    weightSpecs: graph.weightSpecs.map(({ quantization, ...spec }) =>
      quantization === undefined
        ? spec
        : { ...spec, quantization: { dtype: quantization.dtype, scale: quantization.scale ?? 1, min: quantization.min ?? 0 } },
    ),
    weightData: Uint8Array.from(graph.weightData).buffer,
  };
}

async function execute(
  tf: Tf,
  graph: TensorFlow.GraphModel,
  inputs: Tensors,
  outputNames: readonly string[],
): Promise<Tensors> {
  const given: Record<string, TensorFlow.Tensor> = {};
  for (const [name, { data, dims, type }] of Object.entries(inputs)) given[name] = tf.tensor(data, [...dims], type);
  const results = [graph.execute(given, [...outputNames])].flat();
  try {
    const outputs: Record<string, Tensor> = {};
    for (const [index, name] of outputNames.entries()) {
      const result = results[index];
      if (result === undefined) throw new Error(`the graph gave no output "${name}"`);
      outputs[name] = toTensor(await result.data(), result.shape);
    }
    return outputs;
  } finally {
    tf.dispose(results);
    tf.dispose(given);
  }
}

const toTensor = (data: Float32Array | Int32Array | Uint8Array, dims: number[]): Tensor =>
  data instanceof Float32Array
    ? { type: 'float32', dims, data }
    : { type: 'int32', dims, data: Int32Array.from(data) };
