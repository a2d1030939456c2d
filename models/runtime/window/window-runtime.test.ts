import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadableModel } from '../../files/loadable.ts';
import { packageLocator } from '../../files/locate.ts';
import { fileVerifier } from '../../files/verify.ts';
import { readWeights } from '../../files/weights.ts';
import { bundledGoldens } from '../../golden/bundled.ts';
import { runGolden } from '../../golden/golden.ts';
import { bundledManifest } from '../../manifest.ts';
import type { LoadableModel } from '../runtime.ts';
import { modelServer } from './page/model-server.ts';
import { tfjsWindowRuntime, type HostCall } from './window-runtime.ts';

/** The host and the page's end of the port; what is sent is copied as between processes. */
const through =
  (serve: ReturnType<typeof modelServer>): HostCall =>
  async (name, input) => {
    try {
      return { ok: true, value: structuredClone(await serve(name, structuredClone(input))) };
    } catch (cause) {
      return { ok: false, error: { code: 'runtime-unavailable', detail: String(cause) } };
    }
  };

async function blazeface(): Promise<LoadableModel> {
  const entry = bundledManifest.models.find(({ id }) => id === 'blazeface')!;
  const weights = await readWeights(entry, fileVerifier(packageLocator()));
  if (!weights.ok) throw new Error(weights.error.detail);
  return loadableModel(entry, weights.value, { obtain: (_key, convert) => Promise.resolve(convert()) });
}

const realAdapter = () => Promise.resolve({ real: [{ device: 'webgpu', description: 'one that fails' }, { device: 'webgl', description: 'a real one' }] } as const);

describe('models in the hidden window', () => {
  beforeAll(() => {
    tf.enableProdMode();
    // this test has no GPU: TensorFlow.js's plain backend stands in under the name of the one that a GPU would have
    tf.copyRegisteredKernels('cpu', 'webgl');
    tf.registerBackend('webgl', tf.findBackendFactory('cpu'));
    tf.registerBackend('webgpu', () => Promise.reject(new Error('no device')));
  });

  it('are loaded, asked and closed through the host, on the best adapter that starts', async () => {
    const runtime = tfjsWindowRuntime(through(modelServer({ tf, chooseAdapter: realAdapter })));
    expect(await runtime.probe()).toMatchObject({ available: true, device: 'webgl' });
    const loaded = await runtime.load(await blazeface());
    const outcome = await runGolden(bundledGoldens.get('blazeface')!, (inputs) => loaded.run(inputs));
    expect(outcome.passed).toBe(true);
    await loaded.close();
    await expect(loaded.run({})).rejects.toThrow('no model is loaded');
  });

  it('are refused on a software renderer', async () => {
    const software = () => Promise.resolve({ real: null, reason: 'software-gpu', detail: 'SwiftShader' } as const);
    const runtime = tfjsWindowRuntime(through(modelServer({ tf, chooseAdapter: software })));
    expect(await runtime.probe()).toEqual({ available: false, reason: 'software-gpu', detail: 'SwiftShader' });
    await expect(runtime.load(await blazeface())).rejects.toThrow('SwiftShader');
  });

  it('need a desktop host', async () => {
    expect(await tfjsWindowRuntime(null).probe()).toMatchObject({ available: false, reason: 'no-window' });
    const gone: HostCall = () => Promise.resolve({ ok: false, error: { code: 'runtime-unavailable', detail: 'the hidden window closed' } });
    const probe = await tfjsWindowRuntime(gone).probe();
    expect(probe).toEqual({ available: false, reason: 'no-window', detail: 'the hidden window closed' });
  });

  it('refuse a reply of another shape', async () => {
    const wrong: HostCall = () => Promise.resolve({ ok: true, value: { available: 'yes' } });
    expect(await tfjsWindowRuntime(wrong).probe()).toMatchObject({ available: false });
  });
});
