import type { ModelRow } from '../../../app/contract/models.ts';
import type { Status } from '../../design/index.ts';

export interface Health {
  readonly status: Status;
  /** key of the word in models.json */
  readonly key: string;
}

/** Whether a model may be trusted here: its file first, then its golden vector. */
export function healthOf(model: Pick<ModelRow, 'integrity' | 'golden'>): Health {
  if (model.integrity === 'unchecked') return { status: 'neutral', key: 'models:health.unchecked' };
  if (model.integrity !== 'verified') return { status: 'fail', key: `models:health.${model.integrity}` };
  if (model.golden === null) return { status: 'info', key: 'models:health.hash' };
  return model.golden.passed ? { status: 'pass', key: 'models:health.golden' } : { status: 'fail', key: 'models:health.mismatch' };
}

/** The best milliseconds of a model on one runtime; null where it was not measured. */
export function bestMs(model: Pick<ModelRow, 'measured'>, runtime: ModelRow['measured'][number]['runtime']): number | null {
  const times = model.measured.filter((one) => one.runtime === runtime).map((one) => one.ms);
  return times.length === 0 ? null : Math.min(...times);
}
