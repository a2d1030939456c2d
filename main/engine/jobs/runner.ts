import { setTimeout as wait } from 'node:timers/promises';
import { isDiskFull } from '../../store/failure.ts';
import type { Store } from '../../store/index.ts';
import { crashedOn, type JobItem } from '../../store/job-items.ts';
import type { JobRecord, KindChoice } from '../../store/jobs.ts';
import type { Log } from '../log.ts';
import { createHalts, type Halt } from './halts.ts';
import { JobStop, type JobKind, type Outcome, type Reason } from './kind.ts';
import { heldByAnother, leaseMs, renewEveryMs } from './lease.ts';
import { createPace, type Pace } from './pace.ts';

export interface RunnerParts {
  readonly store: Store;
  readonly kinds: readonly JobKind[];
  /** the jobs this runner takes up, where there are others; all where absent */
  readonly takes?: KindChoice;
  readonly now: () => number;
  /** unique to this process, see `ownerName` */
  readonly owner: string;
  readonly log: Log;
  /** a job's row changed */
  readonly changed: (jobId: string) => void;
}

interface Active {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly pace: ReturnType<typeof createPace>;
  stopping: boolean;
}

type Lease = Store['jobItems']['lease'];

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const waitForOtherMs = 1_000;
/** A stop waits so long for the items in hand. */
const patienceMs = 3_000;

/**
 * Works through durable jobs, one job at a time, several items at once. What an item brought about and the item's
 * end are one transaction, so the process may die at any moment and the next one goes on from there.
 */
export function createJobRunner({ store, kinds, takes = { among: false, kinds: [] }, now, owner, log, changed }: RunnerParts) {
  let active: Active | null = null;
  let stopped = false;
  let loop: Promise<void> | null = null;
  let woken = false;
  let retryTimer: NodeJS.Timeout | null = null;
  const halts = createHalts({
    store,
    now,
    written(jobId) {
      changed(jobId);
      wake();
    },
  });

  function pauseFor(job: Active, reason: Reason): void {
    job.stopping = true;
    log.info('job-halted', { job: job.jobId, code: reason.code });
    store.jobs.setState(job.jobId, 'paused', now(), reason);
  }

  /** Stores how an item came out. An error here is one of storing, not of the item. */
  function settle(job: Active, item: JobItem, kind: JobKind, outcome: Outcome): void {
    if (outcome.state === 'halted') {
      store.transact(() => {
        store.jobItems.release(item, outcome.reason);
        kind.abandon(item.item, null);
        pauseFor(job, outcome.reason);
      });
      return;
    }
    const stored = store.transact(() => {
      const mine = outcome.state === 'done' ? store.jobItems.done(item, now()) : store.jobItems.failed(item, outcome.error, now());
      if (mine) outcome.commit();
      return mine;
    });
    if (!stored) return;
    job.pace.tick(performance.now());
    outcome.afterwards?.();
  }

  async function workOn(job: Active, item: JobItem, kind: JobKind): Promise<void> {
    const give = (outcome: Outcome): void => settle(job, item, kind, outcome);
    try {
      give(await kind.work(item));
    } catch (error) {
      log.error('job-item', error);
      const reason = { code: isDiskFull(error) ? 'disk-full' : 'worker-crashed', message: messageOf(error) };
      if (isDiskFull(error)) give({ state: 'halted', reason });
      else give({ state: 'failed', error: reason, commit: () => kind.abandon(item.item, reason) });
    }
    changed(job.jobId);
  }

  function takeItem(job: Active, kind: JobKind, lease: Lease): JobItem | null {
    return store.transact(() => {
      const item = lease(job.jobId);
      if (item !== null) kind.begin(item);
      return item;
    });
  }

  /** Where one lane cannot store what it did, the others end with the items in hand. */
  async function lane(job: Active, kind: JobKind, lease: Lease): Promise<void> {
    try {
      while (!job.stopping && !stopped) {
        const item = takeItem(job, kind, lease);
        if (item === null) return;
        await workOn(job, item, kind);
      }
    } catch (error) {
      job.stopping = true;
      throw error;
    }
  }

  /** Nothing of a job goes on behind its end: every lane is waited for, also after one has failed. */
  async function runLanes(job: Active, kind: JobKind, lanes: number): Promise<void> {
    const ended = await Promise.allSettled(Array.from({ length: lanes }, () => lane(job, kind, store.jobItems.lease)));
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  }

  async function runItems(job: Active, record: JobRecord, kind: JobKind): Promise<void> {
    const lanes = Math.max(1, await kind.open());
    try {
      do {
        await lane(job, kind, store.jobItems.leaseSuspect);
        job.pace.restart(lanes);
        await runLanes(job, kind, lanes);
        if (!job.stopping && !stopped) await kind.finish(record);
      } while (!job.stopping && !stopped && store.jobItems.waiting(job.jobId).length > 0);
    } finally {
      await kind.close();
    }
  }

  async function run(record: JobRecord): Promise<void> {
    const kind = kinds.find((one) => one.kind === record.kind);
    if (kind === undefined) {
      store.jobs.setState(record.id, 'failed', now(), { code: 'unknown-kind', message: record.kind });
      return;
    }
    const job: Active = { jobId: record.id, kind, pace: createPace(), stopping: false };
    active = job;
    const renewal = setInterval(() => renew(record.id), renewEveryMs);
    try {
      takeUp(record, kind);
      changed(record.id);
      // items may have been added while the run ended
      do await runItems(job, record, kind);
      while (!job.stopping && !stopped && store.jobItems.waiting(record.id).length > 0);
      if (!job.stopping && !stopped) store.jobs.setState(record.id, 'done', now());
    } catch (error) {
      log.error('job', error);
      const full = isDiskFull(error);
      const reason = error instanceof JobStop ? error.reason : { code: full ? 'disk-full' : 'internal', message: messageOf(error) };
      halts.put(record.id, { state: full ? 'paused' : 'failed', reason }, kind);
    } finally {
      clearInterval(renewal);
      active = null;
      changed(record.id);
    }
  }

  /** A lease that cannot be renewed ends by itself; thrown from a timer, the error would end the engine. */
  function renew(jobId: string): void {
    try {
      store.jobs.renew(jobId, owner, now() + leaseMs);
    } catch (error) {
      log.error('job-lease', error);
    }
  }

  /** Nothing here works on the job yet: what a crash left in hand waits again, and the counters are what the items say. */
  function takeUp(job: JobRecord, kind: JobKind): void {
    store.transact(() => {
      for (const item of store.jobItems.reclaim(job.id, now())) {
        kind.abandon(item, crashedOn);
      }
      if (job.state === 'running') store.jobs.countResume(job.id);
      store.jobs.recount(job.id);
      store.jobs.take(job.id, owner, now() + leaseMs, now());
    });
    if (job.state === 'running') log.info('job-resumed', { job: job.id });
  }

  async function work(): Promise<void> {
    while (!stopped) {
      const job = store.jobs.next(takes);
      if (job === null || halts.of(job.id) !== null) return;
      if (heldByAnother(job, owner, now())) {
        retryTimer = setTimeout(wake, waitForOtherMs);
        return;
      }
      await run(job);
    }
  }

  /** Goes on with whatever waits. Safe to call at any time: a call just as the last job ends is not lost. */
  function wake(): void {
    woken = true;
    if (loop !== null || stopped) return;
    woken = false;
    loop = work()
      .catch((error: unknown) => log.error('jobs', error))
      .finally(() => {
        loop = null;
        if (woken) wake();
      });
  }

  return {
    wake,
    /** The job is to stop after the items in hand; its new state is already stored. */
    interrupt(jobId: string): void {
      if (active?.jobId === jobId) active.stopping = true;
    },
    paceOf: (jobId: string, remaining: number): Pace =>
      active?.jobId === jobId ? active.pace.of(remaining) : { rate: null, etaMs: null },
    /** How a job stopped where the disk had no room to write that down. */
    haltOf: (jobId: string): Halt | null => halts.of(jobId),
    /** Tries again to write such stops down. */
    writeHalts: halts.writeAll,
    /**
     * Takes no more items and lets those in hand end, for a while: one that takes longer (a training of half a minute)
     * is put back as if it had not been started. The job goes on at the next start.
     */
    async stop(patience = patienceMs): Promise<void> {
      stopped = true;
      if (retryTimer !== null) clearTimeout(retryTimer);
      halts.stop();
      const limit = new AbortController();
      await Promise.race([loop, wait(patience, null, { signal: limit.signal }).catch(() => null)]);
      limit.abort();
      const job = active;
      if (job !== null) store.transact(() => store.jobItems.releaseAll(job.jobId).forEach((item) => job.kind.abandon(item, null)));
    },
  };
}
export type JobRunner = ReturnType<typeof createJobRunner>;
