import type { Migration } from './migration.ts';

/**
 * Durable jobs. An item's row and what the item brought about are written in one transaction, so a job taken up
 * again after a crash neither loses an item nor does one twice.
 */
export const jobs: Migration = {
  version: 2,
  name: '0002-jobs',
  up(db) {
    db.exec(`
      create table jobs (
        seq integer primary key autoincrement,
        id text not null unique,
        kind text not null,
        payload text not null,
        state text not null check (state in ('queued', 'running', 'paused', 'cancelled', 'done', 'failed')),
        total integer not null,
        done integer not null default 0,
        failed integer not null default 0,
        created_at integer not null,
        started_at integer,
        finished_at integer,
        resumed integer not null default 0,
        lease_owner text,
        lease_until integer,
        reason_code text,
        reason_message text,
        cleared integer not null default 0 check (cleared in (0, 1))
      ) strict;
      create index jobs_by_state on jobs (state, seq);

      create table job_items (
        job_id text not null references jobs (id) on delete cascade,
        seq integer not null,
        item text not null,
        name text not null,
        state text not null default 'waiting' check (state in ('waiting', 'leased', 'done', 'failed')),
        attempts integer not null default 0,
        error_code text,
        error_message text,
        finished_at integer,
        primary key (job_id, seq),
        unique (job_id, item)
      ) strict, without rowid;
      create index job_items_by_state on job_items (job_id, state, seq);
      create index job_items_by_item on job_items (item);
    `);
  },
};
