import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import { plain, GraphBuilder } from '../convert/builder.ts';
import { encodeOnnx } from '../convert/onnx-schema.ts';
import { causeOf } from '../failure.ts';
import type { Tensor, Tensors } from '../tensor/tensor.ts';
import type { LoadableModel, LoadedModel, ModelRuntime, RuntimeProbe } from './runtime.ts';

type Ort = typeof import('onnxruntime-node');

export interface OnnxRuntimeOptions {
  /** CPU threads of one inference, ≥ 1 */
  readonly threads: number;
  /** replaced in tests */
  readonly importLibrary?: () => Promise<Ort>;
}

/**
 * Execution providers that run on a real accelerator, best first. The library's WebGPU provider is left out: it does
 * not say which adapter it took, and a software adapter is far slower than the CPU provider.
 */
const accelerators: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['cuda'],
  win32: ['cuda', 'dml'],
  darwin: ['coreml'],
};

/** Libraries that an execution provider needs beside the binding; trying it without them only prints errors. */
const providerLibraries: Readonly<Record<string, string>> = {
  cuda: process.platform === 'win32' ? 'onnxruntime_providers_cuda.dll' : 'libonnxruntime_providers_cuda.so',
};

function hasLibrary(device: string): boolean {
  const library = providerLibraries[device];
  if (library === undefined) return true;
  const home = path.dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));
  return existsSync(path.join(home, 'bin', 'napi-v6', process.platform, process.arch, library));
}

/** ONNX Runtime on the accelerator that this computer really has, else on the CPU. */
export function onnxRuntime(options: OnnxRuntimeOptions): ModelRuntime {
  const importLibrary = options.importLibrary ?? (() => import('onnxruntime-node'));
  let opened: Promise<{ ort: Ort; device: string }> | undefined;
  const open = (): Promise<{ ort: Ort; device: string }> => {
    opened ??= importLibrary().then(async (module) => {
      // a CommonJS module: its exports may come as the default export alone
      const ort = 'default' in module ? (module.default as Ort) : module;
      return { ort, device: await bestDevice(ort) };
    });
    return opened;
  };

  return {
    id: 'onnxruntime',
    accepts: new Set(['onnx', 'tfjs-graph'] as const),
    probe: async (): Promise<RuntimeProbe> => {
      try {
        const { ort, device } = await open();
        return { available: true, device, version: ort.env.versions.node ?? ort.env.versions.common };
      } catch (cause) {
        return { available: false, reason: 'library-broken', detail: `onnxruntime-node: ${causeOf(cause)}` };
      }
    },
    load: async (model) => {
      const { ort, device } = await open();
      return loadOn(ort, device, model, options.threads);
    },
  };
}

const session = (ort: Ort, bytes: Uint8Array, device: string, threads: number): Promise<InferenceSession> =>
  ort.InferenceSession.create(bytes, {
    executionProviders: device === 'cpu' ? ['cpu'] : [device, 'cpu'],
    graphOptimizationLevel: 'all',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // An arena would spare the mask a fifth of its time, but keeps the most that any inference ever took, once a model and
    // thread: 600 MB more with two workers, and over a gigabyte with texts of every length.
    enableCpuMemArena: false,
    logSeverityLevel: 3,
    // threads that wait by spinning stall one another as soon as other work needs the cores, and a shop's computer has other work
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });

/** The first accelerator on which a graph of one addition really runs; 'cpu' where none does. */
async function bestDevice(ort: Ort): Promise<string> {
  const builder = new GraphBuilder();
  builder.emitNamed('Neg', [builder.asPlain(plain('x', 1))], 'y');
  const port = { type: 'float32', dims: [1] } as const;
  const trial = encodeOnnx(
    { nodes: builder.nodes, initializers: [], inputs: [{ name: 'x', ...port }], outputs: [{ name: 'y', ...port }] },
    'probe',
  );
  const listed = ort.listSupportedBackends().map(({ name }) => name);
  for (const device of accelerators[process.platform] ?? []) {
    if (!listed.includes(device) || !hasLibrary(device)) continue;
    try {
      const attempt = await session(ort, trial, device, 1);
      await attempt.run({ x: new ort.Tensor('float32', Float32Array.of(1), [1]) });
      await attempt.release();
      return device;
    } catch {
      // its library or its hardware is not here: the next one may be
    }
  }
  return 'cpu';
}

async function loadOn(ort: Ort, device: string, model: LoadableModel, threads: number): Promise<LoadedModel> {
  const bytes = await model.onnx();
  if (device !== 'cpu') {
    try {
      return loaded(ort, await session(ort, bytes, device, threads), model, device, null);
    } catch (cause) {
      const note = `${device} refused ${model.id}: ${causeOf(cause)}`;
      return loaded(ort, await session(ort, bytes, 'cpu', threads), model, 'cpu', note);
    }
  }
  return loaded(ort, await session(ort, bytes, 'cpu', threads), model, 'cpu', null);
}

function loaded(
  ort: Ort,
  active: InferenceSession,
  model: LoadableModel,
  device: string,
  deviceNote: string | null,
): LoadedModel {
  return {
    device,
    deviceNote,
    run: async (inputs) => {
      const feeds = Object.fromEntries(Object.entries(inputs).map(([name, tensor]) => [name, toOrt(ort, tensor)]));
      const results = await active.run(feeds, [...model.outputs]);
      const outputs: Record<string, Tensor> = {};
      for (const name of model.outputs) outputs[name] = fromOrt(name, results[name]);
      return outputs satisfies Tensors;
    },
    close: () => active.release(),
  };
}

function toOrt(ort: Ort, tensor: Tensor): OrtTensor {
  return tensor.data instanceof Float32Array
    ? new ort.Tensor('float32', tensor.data, tensor.dims)
    : new ort.Tensor('int32', tensor.data, tensor.dims);
}

function fromOrt(name: string, tensor: OrtTensor | undefined): Tensor {
  const data = tensor?.data;
  if (tensor === undefined || !(data instanceof Float32Array || data instanceof Int32Array)) {
    throw new TypeError(`output "${name}" is missing or of a type that is not supported`);
  }
  return { type: data instanceof Float32Array ? 'float32' : 'int32', dims: tensor.dims, data };
}
