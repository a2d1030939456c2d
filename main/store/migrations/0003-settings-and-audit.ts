import type { Migration } from './migration.ts';

/** Settings by key, those set aside because they no longer make sense, and the audit that nobody can rewrite. */
export const settingsAndAudit: Migration = {
  version: 3,
  name: '0003-settings-and-audit',
  up(db) {
    db.exec(`
      create table settings (
        key text primary key,
        value text not null,
        updated_at integer not null
      ) strict;

      create table settings_set_aside (
        key text not null,
        value text not null,
        reason text not null,
        at integer not null,
        primary key (key, value)
      ) strict;

      create table audit (
        seq integer primary key autoincrement,
        at integer not null,
        actor text not null,
        role text not null,
        call text not null,
        outcome text not null check (outcome in ('accepted', 'forbidden')),
        input text not null,
        previous_hash text not null,
        hash text not null unique
      ) strict;
      create trigger audit_is_never_updated before update on audit
        begin select raise(abort, 'audit is append-only'); end;
      create trigger audit_is_never_deleted before delete on audit
        begin select raise(abort, 'audit is append-only'); end;
    `);
  },
};
