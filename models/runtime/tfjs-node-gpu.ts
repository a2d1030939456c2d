import { createRequire } from 'node:module';
import { causeOf } from '../failure.ts';
import type { ModelRuntime, RuntimeProbe, UnavailableReason } from './runtime.ts';
import { loadGraphModel, type Tf } from './tfjs-graph-model.ts';

const packageName = '@tensorflow/tfjs-node-gpu';
const backend = 'tensorflow';

class Unavailable extends Error {
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/**
 * TensorFlow's native library on an NVIDIA GPU, where a person has installed it (`npm run setup:gpu`). It counts only
 * where it really computes on a GPU: its CPU build is slower than ONNX Runtime.
 * @param requireLibrary replaced in tests
 */
export function tfjsNodeGpuRuntime(
  requireLibrary: () => unknown = () => createRequire(import.meta.url)(packageName),
): ModelRuntime {
  let opened: Promise<Tf> | undefined;
  const open = (): Promise<Tf> => {
    opened ??= start(requireLibrary);
    return opened;
  };
  return {
    id: 'tfjs-node-gpu',
    accepts: new Set(['tfjs-graph'] as const),
    probe: async (): Promise<RuntimeProbe> => {
      try {
        const tf = await open();
        return { available: true, device: 'cuda', version: tf.version_core };
      } catch (cause) {
        const reason = cause instanceof Unavailable ? cause.reason : 'library-broken';
        return { available: false, reason, detail: causeOf(cause) };
      }
    },
    load: async (model) => loadGraphModel(await open(), backend, 'cuda', model),
  };
}

async function start(requireLibrary: () => unknown): Promise<Tf> {
  restoreRemovedChecks();
  let tf: Tf;
  try {
    tf = requireLibrary() as Tf;
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'MODULE_NOT_FOUND';
    throw missing
      ? new Unavailable('not-installed', `${packageName} is not installed; npm run setup:gpu installs it`)
      : new Unavailable('library-broken', `${packageName}: ${causeOf(cause)}`);
  }
  await tf.ready();
  if (!(await tf.setBackend(backend))) {
    throw new Unavailable('library-broken', `${packageName} has no working backend "${backend}"`);
  }
  if (!usesGpu(tf.backend())) {
    throw new Unavailable('no-gpu', `${packageName} started without a CUDA device`);
  }
  return tf;
}

/** What the backend says of itself: NodeJSKernelBackend.isUsingGpuDevice of tfjs-node 4. */
const usesGpu = (active: object): boolean => 'isUsingGpuDevice' in active && active.isUsingGpuDevice === true;

/** tfjs-node 4.22 calls two functions of node:util that Node 23 removed. */
function restoreRemovedChecks(): void {
  const target: Record<string, unknown> = createRequire(import.meta.url)('node:util');
  target['isNullOrUndefined'] ??= (value: unknown) => value === null || value === undefined;
  target['isArray'] ??= Array.isArray;
}
