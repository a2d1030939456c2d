import type { ModelStamp } from '../app/kernel/vision.ts';
import { ok, type Result } from '../app/kernel/result.ts';
import type { ConversionCache } from './convert/cache.ts';
import { causeOf, modelFailure } from './failure.ts';
import { loadableModel } from './files/loadable.ts';
import type { FileVerifier } from './files/verify.ts';
import { readWeights } from './files/weights.ts';
import { runGolden, type GoldenOutcome, type GoldenVector } from './golden/golden.ts';
import type { Manifest, ModelEntry } from './manifest.ts';
import { loadOnBest, type ChosenRuntime } from './runtime/choose.ts';
import type { LoadableModel, ModelRuntime, RuntimeId } from './runtime/runtime.ts';
import type { Tensors } from './tensor/tensor.ts';
import type { ModelFailure } from './vision.ts';

/** A verified, loaded model that passed its golden vector. */
export interface OpenModel {
  readonly entry: ModelEntry;
  readonly stamp: ModelStamp;
  readonly runtime: RuntimeId;
  readonly fellBack: string | null;
  run(inputs: Tensors): Promise<Result<Tensors, ModelFailure>>;
}

export interface ModelStoreParts {
  readonly manifest: Manifest;
  readonly goldens: ReadonlyMap<string, GoldenVector>;
  readonly verifier: FileVerifier;
  readonly cache: ConversionCache;
  /** best first */
  readonly runtimes: readonly ModelRuntime[];
  /** the runtime that a person asked for, by model id */
  readonly preferences: Readonly<Record<string, RuntimeId | null>>;
}

export interface ModelStore {
  readonly manifest: Manifest;
  readonly runtimes: readonly ModelRuntime[];
  entry(id: string): ModelEntry;
  /** The model, loaded on the first call; all callers share one session. A failure is remembered. */
  open(id: string): Promise<Result<OpenModel, ModelFailure>>;
  /** What `open` has come to, without opening: null = not asked yet. */
  opened(id: string): Promise<Result<OpenModel, ModelFailure>> | null;
  /** Forgets a model, failure and all, and checks its files afresh; the next `open` begins anew. */
  forget(id: string): Promise<void>;
  /** The verified weights in loadable form. */
  loadable(id: string): Promise<Result<LoadableModel, ModelFailure>>;
  /** whether its files are sound; `afresh` hashes them again */
  checkFiles(id: string, afresh: boolean): Promise<Result<null, ModelFailure>>;
  prefer(id: string, runtime: RuntimeId | null): void;
  preferred(id: string): RuntimeId | null;
  golden(id: string): GoldenVector | undefined;
  /** how its golden vector came out when it was last loaded; null = not run yet */
  goldenOutcome(id: string): GoldenOutcome | null;
  close(): Promise<void>;
}

interface Slot {
  readonly opening: Promise<Result<OpenModel, ModelFailure>>;
  readonly close: () => Promise<void>;
}

/** Opens models on demand and keeps them. */
export function modelStore(parts: ModelStoreParts): ModelStore {
  const slots = new Map<string, Slot>();
  const preferences = new Map(Object.entries(parts.preferences));
  const outcomes = new Map<string, GoldenOutcome>();

  const entry = (id: string): ModelEntry => {
    const found = parts.manifest.models.find((model) => model.id === id);
    if (found === undefined) throw new Error(`no model "${id}" in the manifest`);
    return found;
  };

  const loadable: ModelStore['loadable'] = async (id) => {
    const weights = await readWeights(entry(id), parts.verifier);
    return weights.ok ? ok(loadableModel(entry(id), weights.value, parts.cache)) : weights;
  };

  const start = (id: string): Slot => {
    let chosen: ChosenRuntime | undefined;
    const opening = (async (): Promise<Result<OpenModel, ModelFailure>> => {
      const model = await loadable(id);
      if (!model.ok) return model;
      const golden = parts.goldens.get(id);
      const best = await loadOnBest(model.value, parts.runtimes, preferences.get(id) ?? null, async (loaded) => {
        if (golden === undefined) return null;
        const outcome = await runGolden(golden, (inputs) => loaded.run(inputs));
        outcomes.set(id, outcome);
        return outcome.passed ? null : `golden vector missed by ${outcome.maxRelativeDifference.toPrecision(3)}`;
      });
      if (!best.ok) return best;
      chosen = best.value;
      return ok(openModel(entry(id), best.value));
    })().catch((cause: unknown) => modelFailure(id, 'runtime-unavailable', `${id}: ${causeOf(cause)}`));
    return {
      opening,
      close: async () => {
        await opening;
        await chosen?.loaded.close();
      },
    };
  };

  return {
    manifest: parts.manifest,
    runtimes: parts.runtimes,
    entry,
    loadable,
    open: (id) => {
      const slot = slots.get(id) ?? start(id);
      slots.set(id, slot);
      return slot.opening;
    },
    opened: (id) => slots.get(id)?.opening ?? null,
    forget: async (id) => {
      const slot = slots.get(id);
      slots.delete(id);
      await slot?.close();
    },
    checkFiles: (id, afresh) => (afresh ? parts.verifier.recheck(entry(id)) : parts.verifier.check(entry(id))),
    prefer: (id, runtime) => preferences.set(entry(id).id, runtime),
    preferred: (id) => preferences.get(id) ?? null,
    golden: (id) => parts.goldens.get(id),
    goldenOutcome: (id) => outcomes.get(id) ?? null,
    close: async () => {
      const all = [...slots.values()];
      slots.clear();
      await Promise.all(all.map(({ close }) => close()));
    },
  };
}

function openModel(entry: ModelEntry, { runtime, loaded, fellBack }: ChosenRuntime): OpenModel {
  return {
    entry,
    runtime,
    fellBack,
    stamp: { id: entry.id, version: entry.version, runtime, device: loaded.device },
    run: async (inputs) => {
      try {
        return ok(await loaded.run(inputs));
      } catch (cause) {
        return modelFailure(entry.id, 'inference-failed', `${entry.id} on ${runtime} (${loaded.device}): ${causeOf(cause)}`);
      }
    },
  };
}
