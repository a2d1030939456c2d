import type { CallError } from '../../../app/contract/define.ts';
import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import type { ModelRow } from '../../../app/contract/models.ts';
import { bundledManifest } from '../../../models/manifest.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import type { ModelRecords } from '../../store/models.ts';
import type { Emit } from '../emitter.ts';
import type { ModelDesk } from '../models/model-desk.ts';

export interface ModelsParts {
  readonly records: ModelRecords;
  readonly desk: ModelDesk;
  readonly emit: Emit;
  /** a choice changed: what runs next must heed it */
  readonly choiceChanged: () => Promise<void>;
}

const isKnown = (id: string): boolean => bundledManifest.models.some((model) => model.id === id);

/** Calls about models: which there are, whether they are sound and how fast, and on what each is to run. */
export function modelsHandlers({ records, desk, emit, choiceChanged }: ModelsParts): Handlers<Contract['models']> {
  /** Does `work` where the model is known, keeps what came of it, and tells the windows. */
  async function change(
    id: string,
    work: () => Promise<Result<ModelRow, CallError>>,
    keep: (row: ModelRow) => void = () => {},
  ): Promise<Result<ModelRow, CallError>> {
    if (!isKnown(id)) return err({ code: 'model-not-found', params: { id } });
    const row = await work();
    if (row.ok) keep(row.value);
    emit('models.changed', { id });
    return row;
  }

  return {
    async list() {
      const listed = await desk.list();
      return listed.ok ? ok({ models: [...listed.value.models], runtimes: [...listed.value.runtimes] }) : listed;
    },
    verify: ({ id }) => change(id, () => desk.verify(id)),
    measure: ({ id }) =>
      change(id, () => desk.measure(id), (row) => row.measured.forEach((measurement) => records.putMeasurement(id, measurement))),
    choose: ({ id, runtime }, { at }) =>
      change(id, async () => {
        records.choose(id, runtime, at);
        await choiceChanged();
        return desk.choose(id, runtime);
      }),
  };
}
