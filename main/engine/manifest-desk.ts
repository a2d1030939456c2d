import { bundledManifest, modelBytes, modelSource, type ModelEntry } from '../../models/manifest.ts';
import { err } from '../../app/kernel/result.ts';
import type { ModelDesk, ModelFacts } from './model-desk.ts';

const factsOf = (entry: ModelEntry): ModelFacts => ({
  id: entry.id,
  task: entry.task,
  version: entry.version,
  licence: entry.licence.spdx,
  licenceFlag: entry.licence.flagged,
  source: modelSource(entry),
  bytes: modelBytes(entry),
  card: '',
  integrity: 'unchecked',
  integrityDetail: null,
  golden: null,
  runtime: null,
  device: null,
  fellBack: null,
  usedBy: entry.usedBy,
});

/** What the manifest alone knows. */
export function manifestDesk(): ModelDesk {
  const unavailable = async () => err({ code: 'model-unavailable' });
  return {
    list: async () => ({ models: bundledManifest.models.map(factsOf), runtimes: [] }),
    verify: unavailable,
    measure: unavailable,
  };
}
