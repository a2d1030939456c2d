import type { z } from 'zod';
import type { JobRow } from '../../../app/contract/jobs.ts';
import type { CallError } from '../../../app/contract/define.ts';
import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import type { Store } from '../../store/index.ts';
import type { JobRecord, State } from '../../store/jobs.ts';
import type { JobRunner } from '../jobs/runner.ts';

export interface JobsParts {
  readonly store: Store;
  readonly runner: JobRunner;
  /** a job's row changed */
  readonly changed: (jobId: string) => void;
}

type Row = z.output<typeof JobRow>;

const storedReason = ({ reasonCode, reasonMessage }: JobRecord): Row['reason'] =>
  reasonCode === null ? null : { code: reasonCode, message: reasonMessage ?? '' };

/** A job as the window sees it: its record, the pace of the last items, and a halt that the disk had no room for. */
export function jobRow(job: JobRecord, runner: Pick<JobRunner, 'paceOf' | 'haltOf'>, subjects: Store['jobSubjects']): Row {
  const halt = runner.haltOf(job.id);
  const state = halt?.state ?? job.state;
  const unknown = { rate: null, etaMs: null };
  const { rate, etaMs } = state === 'running' ? runner.paceOf(job.id, job.total - job.done - job.failed) : unknown;
  const { id, kind, total, done, failed, createdAt, startedAt, finishedAt, resumed } = job;
  const reason = halt?.reason ?? storedReason(job);
  const stumbled = failed > 0 ? subjects.failed(id) : [];
  return { id, kind, about: subjects.of(id), state, total, done, failed, stumbled, createdAt, startedAt, finishedAt, resumed, reason, etaMs, rate };
}

/** Calls about jobs: what runs, and pause, resume, cancel, retry in the states that allow them. */
export function jobsHandlers({ store, runner, changed }: JobsParts): Handlers<Contract['jobs']> {
  function inState(id: string, states: readonly State[]): Result<JobRecord, CallError> {
    runner.writeHalts();
    const job = store.jobs.byId(id);
    if (job === null) return err({ code: 'job-not-found' });
    return states.includes(job.state) ? ok(job) : err({ code: 'job-not-in-state', params: { state: job.state } });
  }

  /** Moves a job to `to` where it is in one of `from`, and answers its row. */
  function move(id: string, from: readonly State[], to: State, at: number, also: () => void = () => {}): Result<Row, CallError> {
    const job = inState(id, from);
    if (!job.ok) return job;
    store.transact(() => {
      also();
      store.jobs.setState(id, to, at);
    });
    if (to === 'queued') runner.wake();
    else runner.interrupt(id);
    changed(id);
    return ok(jobRow(store.jobs.byId(id) ?? job.value, runner, store.jobSubjects));
  }

  return {
    list: () => ok(store.jobs.list().map((job) => jobRow(job, runner, store.jobSubjects))),
    problems({ id }) {
      return store.jobs.byId(id) === null ? err({ code: 'job-not-found' }) : ok(store.jobItems.problems(id));
    },
    pause: ({ id }, { at }) => move(id, ['queued', 'running'], 'paused', at),
    resume: ({ id }, { at }) => move(id, ['paused'], 'queued', at),
    cancel: ({ id }, { at }) => move(id, ['queued', 'running', 'paused'], 'cancelled', at),
    retryFailed({ id }, { at }) {
      const running = inState(id, ['running', 'queued']);
      if (!running.ok) return move(id, ['done', 'failed', 'paused'], 'queued', at, () => void store.jobItems.retryFailed(id));
      store.jobItems.retryFailed(id);
      changed(id);
      return ok(jobRow(store.jobs.byId(id) ?? running.value, runner, store.jobSubjects));
    },
    clear: () => ok({ cleared: store.jobs.clearEnded() }),
  };
}
