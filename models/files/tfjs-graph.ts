import { z } from 'zod';

const DataType = z.enum(['float32', 'int32', 'bool', 'string']);

export const WeightSpec = z.object({
  name: z.string(),
  shape: z.array(z.number().int()),
  dtype: DataType,
  quantization: z
    .object({ dtype: z.enum(['float16', 'uint8', 'uint16']), scale: z.number().optional(), min: z.number().optional() })
    .optional(),
});
export type WeightSpec = z.infer<typeof WeightSpec>;

const GraphNode = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z.record(z.string(), z.unknown()).default({}),
});
export type GraphNode = z.infer<typeof GraphNode>;

const GraphFile = z.object({
  modelTopology: z.looseObject({ node: z.array(GraphNode) }),
  weightsManifest: z.array(z.object({ paths: z.array(z.string()), weights: z.array(WeightSpec) })),
});

/** A TensorFlow.js graph model in memory: nodes, and all weights in one buffer, one spec after the other. */
export interface TfjsGraph {
  readonly nodes: readonly GraphNode[];
  readonly weightSpecs: readonly WeightSpec[];
  readonly weightData: Uint8Array;
  /** the topology as it stood in the file, for TensorFlow.js itself */
  readonly topology: object;
}

/**
 * @param graph the parsed model.json
 * @param weights the weight files, in the order of the manifest
 * @throws ZodError where it is no graph model
 */
export function parseTfjsGraph(graph: unknown, weights: readonly Uint8Array[]): TfjsGraph {
  const file = GraphFile.parse(graph);
  return {
    nodes: file.modelTopology.node,
    weightSpecs: file.weightsManifest.flatMap((group) => group.weights),
    weightData: joined(weights),
    topology: file.modelTopology,
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
