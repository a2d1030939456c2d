import type { CallError } from '../../../app/contract/define.ts';
import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import type { ModelRow } from '../../../app/contract/models.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import type { ModelRecords } from '../../store/models.ts';
import type { Emit } from '../emitter.ts';
import type { ModelDesk, ModelFacts } from '../model-desk.ts';

export interface ModelsParts {
  readonly records: ModelRecords;
  /** opened on the first question: an engine that shows photos needs no models */
  readonly desk: () => Promise<ModelDesk>;
  readonly emit: Emit;
  /** a choice changed: what runs next must heed it */
  readonly choiceChanged: () => Promise<void>;
}

export function modelsHandlers({ records, desk, emit, choiceChanged }: ModelsParts): Handlers<Contract['models']> {
  const rowOf = (facts: ModelFacts): ModelRow => ({
    ...facts,
    chosen: records.choices().get(facts.id) ?? null,
    measured: records.measurements(facts.id),
  });

  async function row(id: string): Promise<Result<ModelRow, CallError>> {
    const { models } = await (await desk()).list(records.choices());
    const facts = models.find((model) => model.id === id);
    return facts === undefined ? err({ code: 'model-not-found', params: { id } }) : ok(rowOf(facts));
  }

  /** Does `work` where the model is known, tells the windows, and answers its row as it then is. */
  async function change(id: string, work: () => Promise<Result<unknown, CallError>>): Promise<Result<ModelRow, CallError>> {
    const known = await row(id);
    if (!known.ok) return known;
    const done = await work();
    if (!done.ok) return done;
    emit('models.changed', { id });
    return row(id);
  }

  return {
    async list() {
      const { models, runtimes } = await (await desk()).list(records.choices());
      return ok({ models: models.map(rowOf), runtimes: [...runtimes] });
    },
    verify: ({ id }) => change(id, async () => (await desk()).verify(id, records.choices())),
    measure: ({ id }) =>
      change(id, async () => {
        const measured = await (await desk()).measure(id, records.choices());
        if (measured.ok) for (const measurement of measured.value) records.putMeasurement(id, measurement);
        return measured;
      }),
    choose: ({ id, runtime }, { at }) =>
      change(id, async () => {
        records.choose(id, runtime, at);
        await choiceChanged();
        return ok(null);
      }),
  };
}
