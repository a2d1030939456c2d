import { ok, type Result } from '../../app/kernel/result.ts';
import { causeOf, modelFailure } from '../failure.ts';
import type { ModelFailure } from '../vision.ts';
import { acceptsForm, type LoadableModel, type LoadedModel, type ModelRuntime, type RuntimeId } from './runtime.ts';

export interface ChosenRuntime {
  readonly runtime: RuntimeId;
  readonly loaded: LoadedModel;
  /** why this is not the runtime or device that was asked for or would be faster; null = it is the best there is */
  readonly fellBack: string | null;
}

/** A last check before a loaded model is used, e.g. its golden vector; a text says why it failed. */
export type AcceptLoaded = (loaded: LoadedModel, runtime: RuntimeId) => Promise<string | null>;

/**
 * Loads a model on the first runtime that is available and passes: the preferred one, then the others in order, best
 * first. Never falls to another one without saying so; a failure lists what each one said.
 * @param preferred the one a person asked for; null = best first
 */
export async function loadOnBest(
  model: LoadableModel,
  runtimes: readonly ModelRuntime[],
  preferred: RuntimeId | null,
  accept: AcceptLoaded,
): Promise<Result<ChosenRuntime, ModelFailure>> {
  const ordered = preferredFirst(runtimes, preferred);
  const said: string[] = [];
  const worthSaying: string[] = [];
  let mismatch = false;
  for (const runtime of ordered) {
    const refusal = await refusalOf(runtime, model);
    if (refusal !== null) {
      said.push(`${runtime.id}: ${refusal}`);
      // that a computer has no such device is no fall; not getting what one asked for is
      if (runtime.id === preferred) worthSaying.push(`${runtime.id}: ${refusal}`);
      continue;
    }
    const attempt = await attemptLoad(runtime, model, accept);
    if ('loaded' in attempt) {
      const notes = [...worthSaying, ...(attempt.loaded.deviceNote === null ? [] : [attempt.loaded.deviceNote])];
      const fellBack = notes.length === 0 ? null : notes.join('; ');
      return ok({ runtime: runtime.id, loaded: attempt.loaded, fellBack });
    }
    mismatch ||= attempt.mismatch;
    said.push(`${runtime.id}: ${attempt.cause}`);
    worthSaying.push(`${runtime.id}: ${attempt.cause}`);
  }
  const code = mismatch ? 'golden-mismatch' : 'runtime-unavailable';
  return modelFailure(model.id, code, `no runtime can run ${model.id} on this computer. ${said.join('; ')}`);
}

/** The preferred runtime, then the others as they stand. */
export const preferredFirst = (runtimes: readonly ModelRuntime[], preferred: RuntimeId | null): ModelRuntime[] =>
  [...runtimes].sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred));

async function refusalOf(runtime: ModelRuntime, model: LoadableModel): Promise<string | null> {
  if (!acceptsForm(runtime, model.forms)) return `does not run the form of ${model.id}`;
  const probe = await runtime.probe();
  return probe.available ? null : `${probe.reason} (${probe.detail})`;
}

async function attemptLoad(
  runtime: ModelRuntime,
  model: LoadableModel,
  accept: AcceptLoaded,
): Promise<{ loaded: LoadedModel } | { cause: string; mismatch: boolean }> {
  let loaded: LoadedModel | undefined;
  try {
    loaded = await runtime.load(model);
    const complaint = await accept(loaded, runtime.id);
    if (complaint === null) return { loaded };
    await loaded.close();
    return { cause: complaint, mismatch: true };
  } catch (cause) {
    await loaded?.close();
    return { cause: causeOf(cause), mismatch: false };
  }
}
