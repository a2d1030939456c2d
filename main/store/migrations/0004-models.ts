import type { Migration } from './migration.ts';

/** What a person chose for a model, and how fast it was measured on this machine. */
export const models: Migration = {
  version: 4,
  name: '0004-models',
  up(db) {
    db.exec(`
      create table model_choices (
        model_id text primary key,
        runtime text not null,
        chosen_at integer not null
      ) strict;

      create table model_measurements (
        model_id text not null,
        runtime text not null,
        device text not null,
        ms real not null,
        at integer not null,
        primary key (model_id, runtime, device)
      ) strict, without rowid;
    `);
  },
};
