import { createRequire } from 'node:module';
import path from 'node:path';
import { causeOf } from '../failure.ts';
import type { ModelRuntime, RuntimeProbe } from './runtime.ts';
import { loadGraphModel, namespaceOf, type Tf } from './tfjs-graph-model.ts';

/**
 * TensorFlow.js on WebAssembly with SIMD, one thread: its own threads do not work under Node, so parallel work takes
 * one instance a worker thread. Without SIMD it would be slower than anyone can wait for, and is refused.
 */
export function tfjsWasmRuntime(): ModelRuntime {
  let opened: Promise<Tf> | undefined;
  const open = (): Promise<Tf> => {
    opened ??= start();
    return opened;
  };
  return {
    id: 'tfjs-wasm',
    accepts: new Set(['tfjs-graph'] as const),
    probe: async (): Promise<RuntimeProbe> => {
      try {
        const tf = await open();
        if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
          return { available: false, reason: 'no-simd', detail: 'this processor or Node has no WebAssembly SIMD' };
        }
        return { available: true, device: 'wasm-simd', version: tf.version_core };
      } catch (cause) {
        return { available: false, reason: 'library-broken', detail: `@tensorflow/tfjs-backend-wasm: ${causeOf(cause)}` };
      }
    },
    load: async (model) => loadGraphModel(await open(), 'wasm', 'wasm-simd', model),
  };
}

async function start(): Promise<Tf> {
  const tf = namespaceOf(await import('@tensorflow/tfjs'));
  const wasm = namespaceOf(await import('@tensorflow/tfjs-backend-wasm'));
  const home = path.dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  wasm.setWasmPaths(path.join(home, 'wasm-out') + path.sep);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
  await tf.ready();
  return tf;
}
