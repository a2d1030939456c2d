import type { Migration } from './migration.ts';

/**
 * What the photo desk remembers: findings that staff waived, the words a photo is found by, and saved views.
 *
 * `waivers` holds what the platform has confirmed; `projected_waivers` lays staff's pending word over it, an event's
 * aspect naming rule and channel ('' = every channel). `waived_profiles` has, for photos under a waiver alone, the
 * profile of what is left of their verdicts: made from `photos.profile_id`, which waivers never touch.
 */
export const photoDesk: Migration = {
  version: 8,
  name: '0008-photo-desk',
  up(db) {
    db.exec(`
      create table waivers (
        subject_kind text not null check (subject_kind in ('photo', 'product')),
        subject_id text not null,
        rule text not null,
        channel text not null,
        reason text not null,
        note text not null,
        actor text not null,
        at integer not null,
        primary key (subject_kind, subject_id, rule, channel)
      ) strict, without rowid;

      create view projected_waivers as
        select w.subject_kind, w.subject_id, w.rule, w.channel, w.reason, w.note, w.actor, w.at
        from waivers w
        where not exists (
          select 1 from pending_events e
          where e.entity_kind = w.subject_kind and e.entity_id = w.subject_id and e.aspect = 'waiver:' || w.rule || ':' || w.channel
            and e.state in ('pending', 'sent') and e.undone_at is null)
        union all
        select e.entity_kind, e.entity_id, e.payload ->> 'rule', e.payload ->> 'channel', e.payload ->> 'reason', e.payload ->> 'note',
          e.payload ->> 'actor', e.payload ->> 'at'
        from pending_events e
        where e.aspect like 'waiver:%' and e.state in ('pending', 'sent') and e.undone_at is null and e.payload ->> 'waived' = 1
          and not exists (
            select 1 from pending_events later
            where later.entity_kind = e.entity_kind and later.entity_id = e.entity_id and later.aspect = e.aspect and later.seq > e.seq
              and later.state in ('pending', 'sent') and later.undone_at is null);

      create table waived_profiles (
        photo_id text primary key references photos (id) on delete cascade,
        profile_id integer not null references verdict_profiles (id)
      ) strict, without rowid;

      create table photo_search (
        photo_id text primary key references photos (id) on delete cascade,
        key text not null
      ) strict, without rowid;

      create table saved_views (
        seq integer primary key autoincrement,
        id text not null unique,
        name text not null,
        view text not null,
        created_at integer not null,
        removed_at integer
      ) strict;
    `);
  },
};
