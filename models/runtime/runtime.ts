import type { z } from 'zod';
import type { RuntimeId as RuntimeIdSchema } from '../../app/contract/models.ts';
import type { TfjsGraph } from '../files/tfjs-graph.ts';
import type { Tensors } from '../tensor/tensor.ts';

export type RuntimeId = z.infer<typeof RuntimeIdSchema>;

/** Why a runtime cannot be used here; also the key of the sentence in the locale files (`models.reason.<reason>`). */
export type UnavailableReason =
  | 'not-installed'
  | 'library-broken'
  | 'no-gpu'
  | 'software-gpu'
  | 'no-window'
  | 'no-simd';

export type RuntimeProbe =
  | { readonly available: true; readonly device: string; readonly version: string }
  | { readonly available: false; readonly reason: UnavailableReason; readonly detail: string };

export type WeightsForm = 'onnx' | 'tfjs-graph';

/** Verified weights in the forms that exist; a runtime takes the one it understands. */
export interface LoadableModel {
  readonly id: string;
  /** node names, as in the manifest */
  readonly outputs: readonly string[];
  readonly forms: ReadonlySet<WeightsForm>;
  /** the bytes of an .onnx file, converted from TensorFlow.js or fused (`models/fuse`) on the first call, and cached */
  onnx(): Promise<Uint8Array>;
  /** throws where the model has no such form */
  tfjsGraph(): TfjsGraph;
}

/** A model in memory, ready to be asked. */
export interface LoadedModel {
  /** e.g. 'cpu', 'cuda', 'webgpu' */
  readonly device: string;
  /** why this is not the device that the runtime would rather have used; null = it is */
  readonly deviceNote: string | null;
  /**
   * One inference. Inputs and outputs have the names, shapes and layouts of the manifest.
   * Rejects where the runtime fails.
   */
  run(inputs: Tensors): Promise<Tensors>;
  close(): Promise<void>;
}

/** A way of running models: one library on one kind of device. */
export interface ModelRuntime {
  readonly id: RuntimeId;
  /** the forms of weights it runs */
  readonly accepts: ReadonlySet<WeightsForm>;
  /** Whether it can be used here, on which device; asks the library once and remembers. Never rejects. */
  probe(): Promise<RuntimeProbe>;
  /** Rejects where the model cannot be loaded. */
  load(model: LoadableModel): Promise<LoadedModel>;
}

/** Whether a runtime runs one of these forms. */
export const acceptsForm = (runtime: ModelRuntime, forms: ReadonlySet<WeightsForm>): boolean =>
  [...runtime.accepts].some((form) => forms.has(form));
