import { v7 as uuid } from 'uuid';
import type { JobState } from '../../app/contract/jobs.ts';
import type { z } from 'zod';
import { transact, type WritableDb } from './db.ts';

export type State = z.infer<typeof JobState>;

export interface JobRecord {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  readonly state: State;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly resumed: number;
  readonly leaseOwner: string | null;
  readonly leaseUntil: number | null;
  /** why it paused or failed by itself, e.g. 'disk-full' */
  readonly reasonCode: string | null;
  readonly reasonMessage: string | null;
}

/** Jobs of these kinds, or of all others. */
export interface KindChoice {
  readonly among: boolean;
  readonly kinds: readonly string[];
}

export interface NewItem {
  /** what the kind works on, e.g. a photo id */
  readonly item: string;
  /** as shown to a person */
  readonly name: string;
}

const columns = `id, kind, payload, state, total, done, failed, created_at as createdAt, started_at as startedAt, finished_at as finishedAt,
  resumed, lease_owner as leaseOwner, lease_until as leaseUntil, reason_code as reasonCode, reason_message as reasonMessage`;

/** Durable jobs: their rows and states. Their items are in `job-items.ts`. */
export function jobsOf(db: WritableDb) {
  const byId = db.prepare<[string], JobRecord>(`select ${columns} from jobs where id = ?`);
  const listed = db.prepare<[], JobRecord>(`select ${columns} from jobs where cleared = 0 order by seq desc limit 200`);
  const next = db.prepare<[number, string], JobRecord>(
    `select ${columns} from jobs where state in ('running', 'queued') and ? = (kind in (select value from json_each(?))) order by state desc, seq limit 1`,
  );
  const open = db.prepare<[string], JobRecord>(`select ${columns} from jobs where kind = ? and state in ('queued', 'running', 'paused') order by seq`);
  const insert = db.prepare<[string, string, string, number, number]>(
    `insert into jobs (id, kind, payload, state, total, created_at) values (?, ?, ?, 'queued', ?, ?)`,
  );
  const insertItem = db.prepare<[string, number, string, string]>('insert into job_items (job_id, seq, item, name) values (?, ?, ?, ?)');
  const take = db.prepare<[string, number, number, string]>(
    `update jobs set state = 'running', lease_owner = ?, lease_until = ?, started_at = coalesce(started_at, ?), reason_code = null, reason_message = null where id = ?`,
  );
  const renew = db.prepare<[number, string, string]>('update jobs set lease_until = ? where id = ? and lease_owner = ?');
  const setState = db.prepare<[State, number | null, string | null, string | null, string]>(
    `update jobs set state = ?, finished_at = ?, reason_code = ?, reason_message = ?, lease_owner = null, lease_until = null where id = ?`,
  );
  const countResume = db.prepare<[string]>('update jobs set resumed = resumed + 1 where id = ?');
  const recount = db.prepare<[string, string, string]>(
    `update jobs set done = (select count(*) from job_items where job_id = ? and state = 'done'),
       failed = (select count(*) from job_items where job_id = ? and state = 'failed') where id = ?`,
  );
  const room = db.prepare<[string], { next: number }>(
    `select coalesce(max(i.seq) + 1, 0) as next from jobs j left join job_items i on i.job_id = j.id
     where j.id = ? and j.state in ('queued', 'running', 'paused') group by j.id`,
  );
  const grow = db.prepare<[number, string]>('update jobs set total = total + ? where id = ?');
  const clear = db.prepare(`update jobs set cleared = 1 where cleared = 0 and state in ('cancelled', 'done', 'failed')`);

  return {
    byId: (id: string): JobRecord | null => byId.get(id) ?? null,
    /** newest first; ended jobs until a person clears them */
    list: (): JobRecord[] => listed.all(),
    /** The one to work on, among these kinds or among all but these: a running one first (it was interrupted), then the oldest that waits. */
    next: ({ among, kinds }: KindChoice): JobRecord | null => next.get(among ? 1 : 0, JSON.stringify(kinds)) ?? null,
    unfinished: (kind: string): JobRecord[] => open.all(kind),
    /** Items that come twice count once. Call inside the transaction that stores what they stand for. */
    create(kind: string, payload: unknown, items: readonly NewItem[], at: number): string {
      return transact(db, () => {
        const id = uuid();
        const unique = [...new Map(items.map((item) => [item.item, item])).values()];
        insert.run(id, kind, JSON.stringify(payload), unique.length, at);
        unique.forEach((item, index) => insertItem.run(id, index, item.item, item.name));
        return id;
      });
    },
    /** Adds items that the job does not have yet; false where it has ended and takes no more. Call as `create`. */
    append(id: string, items: readonly NewItem[]): boolean {
      return transact(db, () => {
        const first = room.get(id)?.next;
        if (first === undefined) return false;
        items.forEach((item, index) => insertItem.run(id, first + index, item.item, item.name));
        grow.run(items.length, id);
        return true;
      });
    },
    /** Makes the job this engine's until the lease runs out. */
    take: (id: string, owner: string, leaseUntil: number, at: number): void => void take.run(owner, leaseUntil, at, id),
    renew: (id: string, owner: string, leaseUntil: number): void => void renew.run(leaseUntil, id, owner),
    setState(id: string, state: State, at: number, reason: { readonly code: string; readonly message: string } | null = null): void {
      const ended = state === 'cancelled' || state === 'done' || state === 'failed';
      setState.run(state, ended ? at : null, reason?.code ?? null, reason?.message ?? null, id);
    },
    countResume: (id: string): void => void countResume.run(id),
    /** Makes the counters what the items say. */
    recount: (id: string): void => void recount.run(id, id, id),
    clearEnded: (): number => clear.run().changes,
  };
}
export type Jobs = ReturnType<typeof jobsOf>;
