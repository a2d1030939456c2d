import { RuntimeId } from '../../app/contract/models.ts';
import type { WritableDb } from './db.ts';
import type { z } from 'zod';

type Runtime = z.infer<typeof RuntimeId>;
export interface Measurement {
  readonly runtime: Runtime;
  readonly device: string;
  /** best milliseconds of one inference */
  readonly ms: number;
  readonly at: number;
}

/** What a person chose for a model, and how fast it ran here. A runtime this version does not know is passed over. */
export function modelRecordsOf(db: WritableDb) {
  const choices = db.prepare<[], { model_id: string; runtime: string }>('select model_id, runtime from model_choices');
  const choose = db.prepare<[string, string, number]>('insert or replace into model_choices (model_id, runtime, chosen_at) values (?, ?, ?)');
  const unchoose = db.prepare<[string]>('delete from model_choices where model_id = ?');
  const measured = db.prepare<[], { model_id: string; runtime: string; device: string; ms: number; at: number }>(
    'select model_id, runtime, device, ms, at from model_measurements order by model_id, ms',
  );
  const put = db.prepare<[string, string, string, number, number]>(
    'insert or replace into model_measurements (model_id, runtime, device, ms, at) values (?, ?, ?, ?, ?)',
  );

  return {
    choices(): ReadonlyMap<string, Runtime> {
      return new Map(
        choices.all().flatMap((row): [string, Runtime][] => {
          const runtime = RuntimeId.safeParse(row.runtime);
          return runtime.success ? [[row.model_id, runtime.data]] : [];
        }),
      );
    },
    /** null = the best there is */
    choose(modelId: string, runtime: Runtime | null, at: number): void {
      if (runtime === null) unchoose.run(modelId);
      else choose.run(modelId, runtime, at);
    },
    /** by model id, fastest first */
    allMeasurements(): Record<string, Measurement[]> {
      const all: Record<string, Measurement[]> = {};
      for (const { model_id, device, ms, at, ...row } of measured.all()) {
        const runtime = RuntimeId.safeParse(row.runtime);
        if (runtime.success) (all[model_id] ??= []).push({ runtime: runtime.data, device, ms, at });
      }
      return all;
    },
    putMeasurement: (modelId: string, { runtime, device, ms, at }: Measurement): void => void put.run(modelId, runtime, device, ms, at),
  };
}
export type ModelRecords = ReturnType<typeof modelRecordsOf>;
