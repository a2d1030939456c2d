import { z } from 'zod';
import { command, defineFeature, query } from './define.ts';

export const RuntimeId = z.enum(['tfjs-node-gpu', 'onnxruntime', 'tfjs-window', 'tfjs-wasm']);

export const RuntimeState = z.object({
  id: RuntimeId,
  available: z.boolean(),
  /** e.g. 'cpu', 'cuda', 'webgpu'; null where unavailable */
  device: z.string().nullable(),
  version: z.string().nullable(),
  /** key of the reason in the locale files, and its detail, where unavailable */
  reason: z.string().nullable(),
  detail: z.string().nullable(),
});

export const ModelRow = z.object({
  id: z.string(),
  /** mask, objects, text-detection, text-recognition, faces, moderation, embedding… */
  task: z.string(),
  version: z.string(),
  licence: z.string(),
  /** true where the licence of the weights is not beyond doubt; the card says why */
  licenceFlag: z.boolean(),
  source: z.string(),
  bytes: z.number(),
  /** the card, Markdown */
  card: z.string(),
  integrity: z.enum(['verified', 'unchecked', 'missing', 'truncated', 'tampered']),
  integrityDetail: z.string().nullable(),
  /** how its golden vector came out, worst relative difference; null = not run yet */
  golden: z.object({ passed: z.boolean(), maxRelativeDifference: z.number() }).nullable(),
  runtime: RuntimeId.nullable(),
  device: z.string().nullable(),
  /** the runtime a person asked for; null = the best there is */
  chosen: RuntimeId.nullable(),
  /** says why a slower runtime is in use than the one asked for */
  fellBack: z.string().nullable(),
  /** best milliseconds of one inference on each runtime that was measured here */
  measured: z.array(z.object({ runtime: RuntimeId, device: z.string(), ms: z.number(), at: z.number() })),
  /** features that need it */
  usedBy: z.array(z.string()),
});
export type ModelRow = z.infer<typeof ModelRow>;

const Id = z.object({ id: z.string() });

export const models = defineFeature({
  calls: {
    list: query({ input: z.object({}), output: z.object({ models: z.array(ModelRow), runtimes: z.array(RuntimeState) }) }),
    /** checks the hash and the golden vector again */
    verify: command({ input: Id, output: ModelRow }),
    /** times the model on every runtime that is available */
    measure: command({ input: Id, output: ModelRow }),
    choose: command({ roles: [], input: z.object({ id: z.string(), runtime: RuntimeId.nullable() }), output: ModelRow }),
  },
  events: { changed: z.object({ id: z.string().nullable() }) },
});
