import { z } from 'zod';
import { WeightSpec } from '../../files/tfjs-graph.ts';

/** The calls between the engine and the page of the hidden window; the host passes them on unread. */
export const windowCalls = {
  probe: 'window-runtime.probe',
  load: 'window-runtime.load',
  run: 'window-runtime.run',
  close: 'window-runtime.close',
} as const;

export const ProbeReply = z.discriminatedUnion('available', [
  z.object({ available: z.literal(true), device: z.enum(['webgpu', 'webgl']), version: z.string() }),
  z.object({
    available: z.literal(false),
    reason: z.enum(['no-gpu', 'software-gpu', 'library-broken']),
    detail: z.string(),
  }),
]);
export type ProbeReply = z.infer<typeof ProbeReply>;

export const LoadRequest = z.object({
  id: z.string(),
  outputs: z.array(z.string()),
  topology: z.record(z.string(), z.unknown()),
  weightSpecs: z.array(WeightSpec),
  weightData: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type LoadRequest = z.infer<typeof LoadRequest>;

const Handle = z.number().int().nonnegative();
export const LoadReply = z.object({ handle: Handle, device: z.string() });

const TensorMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('float32'), dims: z.array(z.number().int()), data: z.custom<Float32Array>((value) => value instanceof Float32Array) }),
  z.object({ type: z.literal('int32'), dims: z.array(z.number().int()), data: z.custom<Int32Array>((value) => value instanceof Int32Array) }),
]);
const TensorMessages = z.record(z.string(), TensorMessage);

export const RunRequest = z.object({ handle: Handle, inputs: TensorMessages });
export const RunReply = z.object({ outputs: TensorMessages });
export const CloseRequest = z.object({ handle: Handle });
