import type { Migration } from './migration.ts';

/**
 * What was approved, against what stands there now. `approvals` says of each decision "passed" which bytes it was
 * about; `approved_looks` keeps what was measured on those bytes once others take their place; `drifts` has the photos
 * that are not what was approved, made from both.
 *
 * Decisions of earlier versions are taken to be about the bytes that were measured before them and still are.
 */
export const approvals: Migration = {
  version: 11,
  name: '0011-approvals',
  up(db) {
    db.exec(`
      create table approvals (
        event_id text primary key,
        photo_id text not null references photos (id) on delete cascade,
        sha256 text not null
      ) strict, without rowid;
      create index approvals_by_photo on approvals (photo_id);

      create table approved_looks (
        photo_id text not null references photos (id) on delete cascade,
        sha256 text not null,
        pixel_sha256 text not null,
        dhash text not null,
        width integer not null,
        height integer not null,
        embedding blob,
        primary key (photo_id, sha256)
      ) strict;

      create table drifts (
        photo_id text primary key references photos (id) on delete cascade,
        kind text not null check (kind in ('changed', 'resaved')),
        similarity real,
        approved_sha256 text not null,
        approved_at integer not null,
        approved_by text not null
      ) strict, without rowid;

      insert into approvals (event_id, photo_id, sha256)
        select e.id, p.id, p.sha256 from pending_events e
        join photos p on p.id = e.entity_id join analyses a on a.photo_id = p.id
        where e.aspect = 'photo.decision' and e.payload ->> 'decision' = 'passed' and e.undone_at is null and e.compensates is null
          and p.sha256 is not null and a.taken_at <= e.at;
    `);
  },
};
