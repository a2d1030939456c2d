import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { ModelRow, RuntimeState } from '../app/contract/models.ts';
import type { Result } from '../app/kernel/result.ts';
import { formsOf } from './files/loadable.ts';
import { goldenInputs } from './golden/golden.ts';
import { modelBytes, modelSource, type ModelEntry } from './manifest.ts';
import type { ModelStore, OpenModel } from './model-store.ts';
import { preferredFirst } from './runtime/choose.ts';
import { acceptsForm, type LoadableModel, type ModelRuntime, type RuntimeId } from './runtime/runtime.ts';
import type { ModelFailure } from './vision.ts';

export type ModelRowData = z.infer<typeof ModelRow>;
export type RuntimeStateData = z.infer<typeof RuntimeState>;
type Measured = ModelRowData['measured'][number];

/** What the Models page shows and does. */
export interface ModelCatalogue {
  /** every model with the state of its files; loads none */
  list(): Promise<ModelRowData[]>;
  runtimes(): Promise<RuntimeStateData[]>;
  /** checks the hashes afresh, loads the model anew and runs its golden vector */
  verify(id: string): Promise<ModelRowData>;
  /** best milliseconds of one inference on each runtime that is available */
  measure(id: string): Promise<ModelRowData>;
  /** prefers a runtime (null = the best there is) and loads the model on it; `fellBack` says where that failed */
  choose(id: string, runtime: RuntimeId | null): Promise<ModelRowData>;
  close(): Promise<void>;
}

export interface CatalogueOptions {
  /** the folder that holds a folder a model with its card.md */
  readonly cardsDir: string;
  /** earlier measurements, by model id */
  readonly measured?: Readonly<Record<string, readonly Measured[]>>;
  /** milliseconds since 1970 */
  readonly now: () => number;
}

const measureRuns = 8;
const measureLimitMs = 2_000;

/** The catalogue of a store's models. */
export function modelCatalogue(store: ModelStore, options: CatalogueOptions): ModelCatalogue {
  const measured = new Map<string, readonly Measured[]>(Object.entries(options.measured ?? {}));

  const row = async (id: string): Promise<ModelRowData> => {
    const entry = store.entry(id);
    const files = await store.checkFiles(id, false);
    const opened = await store.opened(id);
    return {
      id,
      task: entry.task,
      version: entry.version,
      licence: entry.licence.spdx,
      licenceFlag: entry.licence.flagged,
      source: modelSource(entry),
      bytes: modelBytes(entry),
      card: await readCard(options.cardsDir, id),
      ...integrityOf(files),
      golden: goldenOf(store, id),
      ...(opened?.ok === true ? runningOn(opened.value) : await wouldRunOn(store, entry, files.ok)),
      chosen: store.preferred(id),
      fellBack: opened === null ? null : opened.ok ? opened.value.fellBack : opened.error.detail,
      measured: [...(measured.get(id) ?? [])],
      usedBy: [...entry.usedBy],
    };
  };

  return {
    list: () => Promise.all(store.manifest.models.map(({ id }) => row(id))),
    runtimes: () => Promise.all(store.runtimes.map(stateOf)),
    verify: async (id) => {
      await store.forget(id);
      await store.checkFiles(id, true);
      await store.open(id);
      return row(id);
    },
    measure: async (id) => {
      const model = await store.loadable(id);
      if (model.ok) measured.set(id, await measureAll(store, model.value, options.now));
      return row(id);
    },
    choose: async (id, runtime) => {
      store.prefer(id, runtime);
      await store.forget(id);
      await store.open(id);
      return row(id);
    },
    close: () => store.close(),
  };
}

async function readCard(folder: string, id: string): Promise<string> {
  const file = path.join(folder, id, 'card.md');
  return existsSync(file) ? readFile(file, 'utf8') : '';
}

const integrityCodes: Partial<Record<ModelFailure['code'], ModelRowData['integrity']>> = {
  'model-missing': 'missing',
  'model-truncated': 'truncated',
  'model-tampered': 'tampered',
};

function integrityOf(files: Result<null, ModelFailure>): Pick<ModelRowData, 'integrity' | 'integrityDetail'> {
  if (files.ok) return { integrity: 'verified', integrityDetail: null };
  return { integrity: integrityCodes[files.error.code] ?? 'unchecked', integrityDetail: files.error.detail };
}

/** Numbers that a message can carry: no infinity. */
function goldenOf(store: ModelStore, id: string): ModelRowData['golden'] {
  const outcome = store.goldenOutcome(id);
  return outcome === null
    ? null
    : { ...outcome, maxRelativeDifference: Math.min(outcome.maxRelativeDifference, Number.MAX_VALUE) };
}

const runningOn = ({ runtime, stamp }: OpenModel): { runtime: RuntimeId; device: string } => ({
  runtime,
  device: stamp.device,
});

/** The first runtime that is available, the preferred one before all; nothing where the files are not sound. */
async function wouldRunOn(
  store: ModelStore,
  entry: ModelEntry,
  sound: boolean,
): Promise<{ runtime: RuntimeId | null; device: string | null }> {
  const candidates = sound ? preferredFirst(store.runtimes, store.preferred(entry.id)) : [];
  for (const runtime of candidates.filter((candidate) => acceptsForm(candidate, formsOf(entry)))) {
    const probe = await runtime.probe();
    if (probe.available) return { runtime: runtime.id, device: probe.device };
  }
  return { runtime: null, device: null };
}

async function stateOf(runtime: ModelRuntime): Promise<RuntimeStateData> {
  const probe = await runtime.probe();
  return probe.available
    ? { id: runtime.id, available: true, device: probe.device, version: probe.version, reason: null, detail: null }
    : { id: runtime.id, available: false, device: null, version: null, reason: probe.reason, detail: probe.detail };
}

async function measureAll(store: ModelStore, model: LoadableModel, now: () => number): Promise<Measured[]> {
  const golden = store.golden(model.id);
  if (golden === undefined) return [];
  const results: Measured[] = [];
  for (const runtime of store.runtimes) {
    if (!acceptsForm(runtime, model.forms) || !(await runtime.probe()).available) continue;
    const timed = await bestTime(runtime, model, () => goldenInputs(golden)).catch(() => null);
    if (timed !== null) results.push({ runtime: runtime.id, ...timed, at: now() });
  }
  return results;
}

/** The quickest of a few inferences after one that warms up, in milliseconds. */
export async function bestTime(
  runtime: ModelRuntime,
  model: LoadableModel,
  inputs: () => Parameters<Awaited<ReturnType<ModelRuntime['load']>>['run']>[0],
): Promise<{ device: string; ms: number }> {
  const loaded = await runtime.load(model);
  try {
    const given = inputs();
    await loaded.run(given);
    let best = Infinity;
    const end = performance.now() + measureLimitMs;
    for (let i = 0; i < measureRuns && performance.now() < end; i += 1) {
      const start = performance.now();
      await loaded.run(given);
      best = Math.min(best, performance.now() - start);
    }
    return { device: loaded.device, ms: Math.round(best * 10) / 10 };
  } finally {
    await loaded.close();
  }
}
