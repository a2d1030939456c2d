import { ok, type Result } from '../../app/kernel/result.ts';
import { causeOf, modelFailure } from '../failure.ts';
import type { ModelEntry, ModelFile } from '../manifest.ts';
import type { ModelFailure } from '../vision.ts';
import { decodeBytes, decodeJson } from './decode.ts';
import { parseTfjsGraph, type TfjsGraph } from './tfjs-graph.ts';
import type { FileVerifier } from './verify.ts';

/** The verified weights of a model, in the form its package ships them. */
export type Weights =
  | { readonly format: 'onnx'; readonly bytes: Uint8Array }
  | { readonly format: 'tfjs-graph'; readonly graph: TfjsGraph };

/** Reads and verifies every file of a model. */
export async function readWeights(entry: ModelEntry, verifier: FileVerifier): Promise<Result<Weights, ModelFailure>> {
  const contents: { file: ModelFile; bytes: Buffer }[] = [];
  for (const file of entry.files) {
    const bytes = await verifier.read(entry, file);
    if (!bytes.ok) return bytes;
    contents.push({ file, bytes: bytes.value });
  }
  const withRole = (role: ModelFile['role']): typeof contents => contents.filter(({ file }) => file.role === role);
  try {
    if (entry.format === 'onnx') {
      const [onnx] = withRole('onnx');
      if (onnx === undefined) throw new Error(`the manifest names no onnx file for ${entry.id}`);
      return ok({ format: 'onnx', bytes: decodeBytes(onnx.file, onnx.bytes) });
    }
    const [graph] = withRole('tfjs-graph');
    if (graph === undefined) throw new Error(`the manifest names no graph for ${entry.id}`);
    const weights = withRole('tfjs-weights').map(({ file, bytes }) => decodeBytes(file, bytes));
    return ok({ format: 'tfjs-graph', graph: parseTfjsGraph(decodeJson(graph.file, graph.bytes), weights) });
  } catch (cause) {
    return modelFailure(entry.id, 'model-tampered', `${entry.files[0]?.path ?? entry.id}: ${causeOf(cause)}`);
  }
}

/** The verified text file of a model with this role, e.g. the characters of a recogniser. */
export async function readKeys(entry: ModelEntry, verifier: FileVerifier): Promise<Result<string, ModelFailure>> {
  const file = entry.files.find(({ role }) => role === 'keys');
  if (file === undefined) throw new Error(`the manifest names no keys for ${entry.id}`);
  const bytes = await verifier.read(entry, file);
  return bytes.ok ? ok(bytes.value.toString('utf8')) : bytes;
}
