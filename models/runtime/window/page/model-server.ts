import type { TfjsGraph } from '../../../files/tfjs-graph.ts';
import type { LoadedModel } from '../../runtime.ts';
import { loadGraphModel, useBackend, type Tf } from '../../tfjs-graph-model.ts';
import { CloseRequest, LoadRequest, RunRequest, windowCalls, type ProbeReply } from '../protocol.ts';
import type { AdapterChoice } from './adapter.ts';

export interface ModelServerParts {
  readonly tf: Tf;
  readonly chooseAdapter: () => Promise<AdapterChoice>;
}

/** Answers the engine's calls; each handler throws where it cannot, and the caller turns that into a failure. */
export function modelServer({ tf, chooseAdapter }: ModelServerParts): (name: string, input: unknown) => Promise<unknown> {
  const loaded = new Map<number, LoadedModel>();
  let lastHandle = 0;

  /** The best real adapter on which TensorFlow.js starts; found out once. */
  const start = async (): Promise<ProbeReply> => {
    const choice = await chooseAdapter();
    if (choice.real === null) return { available: false, reason: choice.reason, detail: choice.detail };
    const causes: string[] = [];
    for (const { device, description } of choice.real) {
      try {
        await useBackend(tf, device);
        return { available: true, device, version: tf.version_core };
      } catch (cause) {
        causes.push(`${device} on ${description}: ${cause instanceof Error ? cause.message : String(cause)}`);
      }
    }
    return { available: false, reason: 'library-broken', detail: causes.join('; ') };
  };
  let started: Promise<ProbeReply> | undefined;
  const probe = (): Promise<ProbeReply> => {
    started ??= start();
    return started;
  };

  const load = async (input: unknown): Promise<{ handle: number; device: string }> => {
    const request = LoadRequest.parse(input);
    const found = await probe();
    if (!found.available) throw new Error(found.detail);
    const graph: TfjsGraph = {
      nodes: [],
      topology: request.topology,
      weightSpecs: request.weightSpecs,
      weightData: request.weightData,
    };
    const model = await loadGraphModel(tf, found.device, found.device, {
      id: request.id,
      outputs: request.outputs,
      forms: new Set(['tfjs-graph'] as const),
      tfjsGraph: () => graph,
      onnx: () => Promise.reject(new Error('this runtime takes no ONNX')),
    });
    lastHandle += 1;
    loaded.set(lastHandle, model);
    return { handle: lastHandle, device: model.device };
  };

  const run = async (input: unknown): Promise<unknown> => {
    const { handle, inputs } = RunRequest.parse(input);
    const model = loaded.get(handle);
    if (model === undefined) throw new Error(`no model is loaded under ${handle}`);
    return { outputs: await model.run(inputs) };
  };

  const close = async (input: unknown): Promise<unknown> => {
    const { handle } = CloseRequest.parse(input);
    await loaded.get(handle)?.close();
    loaded.delete(handle);
    return {};
  };

  const handlers: Readonly<Record<string, (input: unknown) => Promise<unknown>>> = {
    [windowCalls.probe]: probe,
    [windowCalls.load]: load,
    [windowCalls.run]: run,
    [windowCalls.close]: close,
  };
  return (name, input) => {
    const handler = handlers[name];
    return handler === undefined ? Promise.reject(new Error(`no call "${name}"`)) : handler(input);
  };
}
