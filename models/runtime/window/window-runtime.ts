import type { z } from 'zod';
import type { CallResult } from '../../../app/contract/define.ts';
import { causeOf } from '../../failure.ts';
import type { ModelRuntime, RuntimeProbe } from '../runtime.ts';
import { LoadReply, ProbeReply, RunReply, windowCalls, type LoadRequest } from './protocol.ts';

/** Asks the page of the hidden window, through the desktop host. */
export type HostCall = (name: string, input: unknown) => Promise<CallResult<unknown>>;

/**
 * TensorFlow.js on the GPU of Chromium, in a hidden sandboxed window: WebGPU where there is a real adapter, else
 * WebGL. A process without a desktop host (command line, worker thread) has no such window.
 */
export function tfjsWindowRuntime(hostCall: HostCall | null): ModelRuntime {
  let asked: Promise<RuntimeProbe> | undefined;
  return {
    id: 'tfjs-window',
    accepts: new Set(['tfjs-graph'] as const),
    probe: () => {
      asked ??= hostCall === null ? Promise.resolve(noWindow('this process has no desktop window')) : probe(hostCall);
      return asked;
    },
    load: async (model) => {
      if (hostCall === null) throw new Error('this process has no desktop window');
      const { topology, weightSpecs, weightData } = model.tfjsGraph();
      const request: LoadRequest = {
        id: model.id,
        outputs: [...model.outputs],
        topology: { ...topology },
        weightSpecs: [...weightSpecs],
        weightData,
      };
      const { handle, device } = await ask(hostCall, windowCalls.load, request, LoadReply);
      return {
        device,
        deviceNote: null,
        run: async (inputs) => (await ask(hostCall, windowCalls.run, { handle, inputs }, RunReply)).outputs,
        close: async () => {
          await hostCall(windowCalls.close, { handle });
        },
      };
    },
  };
}

const noWindow = (detail: string): RuntimeProbe => ({ available: false, reason: 'no-window', detail });

async function probe(hostCall: HostCall): Promise<RuntimeProbe> {
  try {
    return await ask(hostCall, windowCalls.probe, {}, ProbeReply);
  } catch (cause) {
    return noWindow(causeOf(cause));
  }
}

async function ask<T extends z.ZodType>(hostCall: HostCall, name: string, input: unknown, reply: T): Promise<z.infer<T>> {
  const result = await hostCall(name, input);
  if (!result.ok) throw new Error(result.error.detail ?? result.error.code);
  return reply.parse(result.value);
}
