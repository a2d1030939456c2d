import type { Migration } from './migration.ts';

/**
 * What the console learns from staff. Words and labels are events like all that staff do; here are the way to find
 * them, the merchant's own defects with every version of their models, and what those find on stored photos.
 */
export const learning: Migration = {
  version: 7,
  name: '0007-learning',
  up(db) {
    db.exec(`
      create index pending_events_standing on pending_events (aspect, seq)
        where undone_at is null and compensates is null;

      create table defects (
        id text primary key,
        name text not null,
        about text not null,
        created_at integer not null,
        enabled integer not null default 0 check (enabled in (0, 1)),
        removed_at integer,
        -- the version of the model in use; null while there is none that may be used
        version integer
      ) strict;

      create table defect_models (
        defect_id text not null references defects (id) on delete cascade,
        version integer not null,
        trained_at integer not null,
        -- id and version of the model whose embeddings it was trained on
        embedding text not null,
        model text not null,
        weights blob not null,
        report text not null,
        primary key (defect_id, version)
      ) strict;

      create table own_findings (
        photo_id text not null references photos (id) on delete cascade,
        defect_id text not null references defects (id) on delete cascade,
        version integer not null,
        probability real not null,
        primary key (photo_id, defect_id)
      ) strict, without rowid;
      create index own_findings_by_defect on own_findings (defect_id, probability);
    `);
  },
};
