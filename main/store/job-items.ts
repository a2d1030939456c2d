import { transact, type WritableDb } from './db.ts';

export interface JobItem {
  readonly jobId: string;
  readonly seq: number;
  readonly item: string;
  readonly name: string;
  /** how often it was started, this time included */
  readonly attempts: number;
}

export interface Problem {
  readonly item: string;
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
}

/**
 * A process that died this often with the same item in hand takes the item for the cause. From the first time on such
 * items are handed out alone (`leaseSuspect`), so that what was in hand beside the cause is never taken for it.
 */
export const maxCrashes = 3;
/** Why such an item was given up. */
export const crashedOn = { code: 'engine-stopped-on-it', message: 'the engine stopped three times with this file in hand; check it again (R)' } as const;

/** The items of jobs. Ending an item counts it in the job's row, in the transaction of whoever ends it. */
export function jobItemsOf(db: WritableDb) {
  const next = db.prepare<[string], { seq: number; item: string; name: string; attempts: number }>(
    `select seq, item, name, attempts from job_items where job_id = ? and state = 'waiting' order by seq limit 1`,
  );
  const nextSuspect = db.prepare<[string], { seq: number; item: string; name: string; attempts: number }>(
    `select seq, item, name, attempts from job_items where job_id = ? and state = 'waiting' and attempts > 0 order by seq limit 1`,
  );
  const lease = db.prepare<[string, number]>(`update job_items set state = 'leased', attempts = attempts + 1 where job_id = ? and seq = ?`);
  const done = db.prepare<[number, string, number]>(
    `update job_items set state = 'done', error_code = null, error_message = null, finished_at = ? where job_id = ? and seq = ? and state = 'leased'`,
  );
  const failed = db.prepare<[string, string, number, string, number]>(
    `update job_items set state = 'failed', error_code = ?, error_message = ?, finished_at = ? where job_id = ? and seq = ? and state = 'leased'`,
  );
  const release = db.prepare<[string | null, string | null, string, number]>(
    `update job_items set state = 'waiting', attempts = max(0, attempts - 1), error_code = ?, error_message = ? where job_id = ? and seq = ? and state = 'leased'`,
  );
  const countDone = db.prepare<[string]>('update jobs set done = done + 1 where id = ?');
  const countFailed = db.prepare<[string]>('update jobs set failed = failed + 1 where id = ?');
  const poisoned = db.prepare<[string, number], { seq: number; item: string }>(
    `select seq, item from job_items where job_id = ? and state = 'leased' and attempts >= ?`,
  );
  const reclaim = db.prepare<[string]>(`update job_items set state = 'waiting' where job_id = ? and state = 'leased'`);
  const retry = db.prepare<[string]>(
    `update job_items set state = 'waiting', attempts = 0, error_code = null, error_message = null, finished_at = null where job_id = ? and state = 'failed'`,
  );
  const uncountFailed = db.prepare<[string]>('update jobs set failed = 0 where id = ?');
  const problems = db.prepare<[string], Problem>(
    `select item, name, error_code as code, error_message as message, attempts from job_items
     where job_id = ? and error_code is not null and state <> 'done' order by seq`,
  );
  const leased = db.prepare<[string], { seq: number; item: string }>(`select seq, item from job_items where job_id = ? and state = 'leased' order by seq`);
  const waitingItems = db.prepare<[string], { item: string }>(`select item from job_items where job_id = ? and state in ('waiting', 'leased') order by seq`);
  const unfinished = db.prepare<[string], { n: number }>(
    `select count(*) as n from job_items i join jobs j on j.id = i.job_id
     where i.item = ? and i.state in ('waiting', 'leased') and j.state in ('queued', 'running', 'paused')`,
  );

  function leaseFrom(rows: typeof next, jobId: string): JobItem | null {
    return transact(db, () => {
      const row = rows.get(jobId);
      if (row === undefined) return null;
      lease.run(jobId, row.seq);
      return { jobId, ...row, attempts: row.attempts + 1 };
    });
  }

  return {
    /** Hands out the next waiting item; null where none is left. */
    lease: (jobId: string): JobItem | null => leaseFrom(next, jobId),
    /** The same among those that were in hand when a process died; null where none is left. */
    leaseSuspect: (jobId: string): JobItem | null => leaseFrom(nextSuspect, jobId),
    /** False where the item is no longer this engine's: its effect must then not be stored either. */
    done(item: JobItem, at: number): boolean {
      const mine = done.run(at, item.jobId, item.seq).changes > 0;
      if (mine) countDone.run(item.jobId);
      return mine;
    },
    failed(item: JobItem, error: { readonly code: string; readonly message: string }, at: number): boolean {
      const mine = failed.run(error.code, error.message, at, item.jobId, item.seq).changes > 0;
      if (mine) countFailed.run(item.jobId);
      return mine;
    },
    /** Puts an item back as if it had not been started; `why` stays visible until it is done. */
    release: (item: JobItem, why: { readonly code: string; readonly message: string } | null = null): void =>
      void release.run(why?.code ?? null, why?.message ?? null, item.jobId, item.seq),
    /** Puts back whatever is in hand as if it had not been started. Returns those items. */
    releaseAll(jobId: string): string[] {
      return transact(db, () => {
        const inHand = leased.all(jobId);
        for (const { seq } of inHand) release.run(null, null, jobId, seq);
        return inHand.map(({ item }) => item);
      });
    },
    /** After a crash: what was in hand waits again, but for what seems to be the cause. Returns those items. */
    reclaim(jobId: string, at: number): string[] {
      return transact(db, () => {
        const causes = poisoned.all(jobId, maxCrashes);
        for (const { seq } of causes) {
          failed.run(crashedOn.code, crashedOn.message, at, jobId, seq);
          countFailed.run(jobId);
        }
        reclaim.run(jobId);
        return causes.map((cause) => cause.item);
      });
    },
    retryFailed(jobId: string): number {
      return transact(db, () => {
        const again = retry.run(jobId).changes;
        if (again > 0) uncountFailed.run(jobId);
        return again;
      });
    },
    problems: (jobId: string): Problem[] => problems.all(jobId),
    waiting: (jobId: string): string[] => waitingItems.all(jobId).map((row) => row.item),
    /** true where some job still has this item before it */
    isUnfinished: (item: string): boolean => (unfinished.get(item)?.n ?? 0) > 0,
  };
}
