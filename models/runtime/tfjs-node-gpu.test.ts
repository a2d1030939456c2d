import util from 'node:util';
import { describe, expect, it } from 'vitest';
import { tfjsNodeGpuRuntime } from './tfjs-node-gpu.ts';

/** As much of the library as a probe touches. */
const library = (backend: object, starts = true) => ({
  version_core: '4.22.0',
  ready: () => Promise.resolve(),
  setBackend: () => Promise.resolve(starts),
  backend: () => backend,
});

describe('the TensorFlow GPU runtime', () => {
  it('says that the optional package is not installed', async () => {
    expect(await tfjsNodeGpuRuntime().probe()).toMatchObject({ available: false, reason: 'not-installed' });
  });

  it('is available where the library computes on a GPU', async () => {
    const probe = await tfjsNodeGpuRuntime(() => library({ isUsingGpuDevice: true })).probe();
    expect(probe).toEqual({ available: true, device: 'cuda', version: '4.22.0' });
  });

  it('is never taken for its CPU build', async () => {
    const probe = await tfjsNodeGpuRuntime(() => library({ isUsingGpuDevice: false })).probe();
    expect(probe).toMatchObject({ available: false, reason: 'no-gpu' });
  });

  it('says what is wrong with a library that cannot be loaded or started', async () => {
    const broken = await tfjsNodeGpuRuntime(() => {
      throw new Error('libcudart.so.11.0: cannot open shared object file');
    }).probe();
    expect(broken).toMatchObject({ available: false, reason: 'library-broken' });
    expect(!broken.available && broken.detail).toContain('libcudart.so.11.0');
    expect(await tfjsNodeGpuRuntime(() => library({}, false)).probe()).toMatchObject({ reason: 'library-broken' });
  });

  it('gives the library the checks that newer Node versions took away', async () => {
    await tfjsNodeGpuRuntime(() => library({ isUsingGpuDevice: true })).probe();
    const restored = util as unknown as { isNullOrUndefined: (value: unknown) => boolean };
    expect([null, undefined, 0, ''].map((value) => restored.isNullOrUndefined(value))).toEqual([true, true, false, false]);
  });
});
