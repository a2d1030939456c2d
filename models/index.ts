import { availableParallelism } from 'node:os';
import { modelCatalogue, type CatalogueOptions, type ModelCatalogue } from './catalogue.ts';
import { conversionCache } from './convert/cache.ts';
import { packageLocator } from './files/locate.ts';
import { fileVerifier, type FileVerifier } from './files/verify.ts';
import { bundledGoldens } from './golden/bundled.ts';
import { bundledManifest, type Manifest } from './manifest.ts';
import { modelStore, type ModelStore } from './model-store.ts';
import { onnxRuntime } from './runtime/onnxruntime.ts';
import type { ModelRuntime, RuntimeId } from './runtime/runtime.ts';
import { tfjsNodeGpuRuntime } from './runtime/tfjs-node-gpu.ts';
import { tfjsWasmRuntime } from './runtime/tfjs-wasm.ts';
import { tfjsWindowRuntime, type HostCall } from './runtime/window/window-runtime.ts';
import { visionModels } from './vision-models.ts';
import type { VisionModels } from './vision.ts';

export type { ModelCatalogue, ModelRowData, RuntimeStateData } from './catalogue.ts';
export { bundledManifest, type Manifest, type ModelEntry } from './manifest.ts';
export type { HostCall } from './runtime/window/window-runtime.ts';
export type { RuntimeId } from './runtime/runtime.ts';
export type { Answer, ModelFailure, VisionModels } from './vision.ts';

export interface OpenModelsOptions {
  /** where converted models are kept; safe to delete, and shared by all processes */
  readonly cacheDir: string;
  /** a folder laid out like node_modules; without it, the node_modules folders above this package */
  readonly packagesDir?: string;
  /** CPU threads of one inference; 1 in a pool of workers, else all cores up to four */
  readonly threads?: number;
  /** the runtime that a person asked for, by model id */
  readonly preferences?: Readonly<Record<string, RuntimeId | null>>;
  readonly manifest?: Manifest;
  /** the way to the hidden window of the desktop host; without it, that runtime is not available */
  readonly hostCall?: HostCall;
}

interface Opened {
  readonly store: ModelStore;
  readonly verifier: FileVerifier;
}

/** All runtimes, best first; the order in which they are tried. */
function runtimesInOrder(options: OpenModelsOptions): ModelRuntime[] {
  const threads = options.threads ?? Math.min(4, availableParallelism());
  return [
    tfjsNodeGpuRuntime(),
    onnxRuntime({ threads }),
    tfjsWindowRuntime(options.hostCall ?? null),
    tfjsWasmRuntime(),
  ];
}

/** The models themselves, for features that prepare and decode by hand. */
export const openModelStore = (options: OpenModelsOptions): ModelStore => openStore(options).store;

function openStore(options: OpenModelsOptions): Opened {
  const verifier = fileVerifier(packageLocator(options.packagesDir));
  const store = modelStore({
    manifest: options.manifest ?? bundledManifest,
    goldens: bundledGoldens,
    verifier,
    cache: conversionCache(options.cacheDir),
    runtimes: runtimesInOrder(options),
    preferences: options.preferences ?? {},
  });
  return { store, verifier };
}

/**
 * The models behind the questions of `VisionModels`. Nothing is read or loaded before the first question; each
 * question loads only the models it needs. Works in any thread, each with its own sessions.
 */
export function openVisionModels(options: OpenModelsOptions): VisionModels {
  const { store, verifier } = openStore(options);
  return visionModels(store, verifier);
}

/** The same models as rows of the Models page. Lists without loading; `verify`, `measure` and `choose` load. */
export function openModelCatalogue(options: OpenModelsOptions & Partial<CatalogueOptions>): ModelCatalogue {
  return modelCatalogue(openStore(options).store, {
    cardsDir: options.cardsDir ?? import.meta.dirname,
    now: options.now ?? Date.now,
    ...(options.measured === undefined ? {} : { measured: options.measured }),
  });
}
