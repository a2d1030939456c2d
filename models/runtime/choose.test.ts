import { describe, expect, it } from 'vitest';
import { loadOnBest } from './choose.ts';
import type { LoadableModel, LoadedModel, ModelRuntime, RuntimeId, WeightsForm } from './runtime.ts';

const model = (...forms: WeightsForm[]): LoadableModel => ({
  id: 'model',
  outputs: [],
  forms: new Set(forms),
  onnx: () => Promise.resolve(new Uint8Array()),
  tfjsGraph: () => {
    throw new Error('not asked for');
  },
});

interface Behaviour {
  readonly absent?: string;
  readonly broken?: string;
  readonly note?: string;
  readonly accepts?: WeightsForm[];
}

function runtime(id: RuntimeId, behaviour: Behaviour = {}): ModelRuntime & { closed: () => number } {
  let closed = 0;
  const loaded: LoadedModel = {
    device: `${id}-device`,
    deviceNote: behaviour.note ?? null,
    run: () => Promise.resolve({}),
    close: () => {
      closed += 1;
      return Promise.resolve();
    },
  };
  return {
    id,
    closed: () => closed,
    accepts: new Set(behaviour.accepts ?? ['onnx', 'tfjs-graph']),
    probe: () =>
      Promise.resolve(
        behaviour.absent === undefined
          ? { available: true, device: `${id}-device`, version: '1' }
          : { available: false, reason: 'no-gpu', detail: behaviour.absent },
      ),
    load: () => (behaviour.broken === undefined ? Promise.resolve(loaded) : Promise.reject(new Error(behaviour.broken))),
  };
}

const anything = () => Promise.resolve(null);

describe('choosing a runtime', () => {
  it('takes the first that is available, and says nothing where the others are just not there', async () => {
    const runtimes = [runtime('tfjs-node-gpu', { absent: 'no GPU' }), runtime('onnxruntime'), runtime('tfjs-wasm')];
    const chosen = await loadOnBest(model('onnx'), runtimes, null, anything);
    expect(chosen).toMatchObject({ ok: true, value: { runtime: 'onnxruntime', fellBack: null } });
  });

  it('takes the preferred one before a better one', async () => {
    const runtimes = [runtime('onnxruntime'), runtime('tfjs-wasm')];
    const chosen = await loadOnBest(model('tfjs-graph'), runtimes, 'tfjs-wasm', anything);
    expect(chosen).toMatchObject({ ok: true, value: { runtime: 'tfjs-wasm', fellBack: null } });
  });

  it('says why the preferred one could not be taken', async () => {
    const runtimes = [runtime('onnxruntime'), runtime('tfjs-wasm', { accepts: ['tfjs-graph'] }), runtime('tfjs-window', { absent: 'no window here' })];
    const wrongForm = await loadOnBest(model('onnx'), runtimes, 'tfjs-wasm', anything);
    expect(wrongForm.ok && wrongForm.value.fellBack).toContain('tfjs-wasm: does not run the form');
    const absent = await loadOnBest(model('onnx'), runtimes, 'tfjs-window', anything);
    expect(absent.ok && absent.value.fellBack).toContain('no window here');
  });

  it('says why a better one that should have worked did not', async () => {
    const runtimes = [runtime('tfjs-node-gpu', { broken: 'CUDA ran out of memory' }), runtime('onnxruntime')];
    const chosen = await loadOnBest(model('tfjs-graph'), runtimes, null, anything);
    expect(chosen).toMatchObject({ ok: true, value: { runtime: 'onnxruntime' } });
    expect(chosen.ok && chosen.value.fellBack).toContain('CUDA ran out of memory');
  });

  it('passes on what the runtime says of its device', async () => {
    const chosen = await loadOnBest(model('onnx'), [runtime('onnxruntime', { note: 'cuda refused it' })], null, anything);
    expect(chosen.ok && chosen.value.fellBack).toBe('cuda refused it');
  });

  it('leaves a runtime that computes wrongly, and closes its model', async () => {
    const wrong = runtime('onnxruntime');
    const right = runtime('tfjs-wasm');
    const chosen = await loadOnBest(model('tfjs-graph'), [wrong, right], null, (_loaded, id) =>
      Promise.resolve(id === 'onnxruntime' ? 'golden vector missed by 0.2' : null),
    );
    expect(chosen).toMatchObject({ ok: true, value: { runtime: 'tfjs-wasm' } });
    expect(chosen.ok && chosen.value.fellBack).toContain('missed by 0.2');
    expect([wrong.closed(), right.closed()]).toEqual([1, 0]);
  });

  it('refuses with every reason where none works', async () => {
    const runtimes = [runtime('tfjs-node-gpu', { absent: 'no GPU' }), runtime('onnxruntime', { broken: 'wrong architecture' })];
    const refused = await loadOnBest(model('onnx'), runtimes, null, anything);
    expect(refused).toMatchObject({ ok: false, error: { code: 'runtime-unavailable', model: 'model' } });
    expect(!refused.ok && refused.error.detail).toMatch(/no GPU.*wrong architecture/);
  });

  it('calls it a golden mismatch where a runtime ran but answered wrongly', async () => {
    const refused = await loadOnBest(model('onnx'), [runtime('onnxruntime')], null, () => Promise.resolve('missed'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'golden-mismatch' } });
  });
});
