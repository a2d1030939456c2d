import type { Migration } from './migration.ts';

/**
 * Photos, what was measured on them, verdicts and duplicates; and from the very first version on, staff actions as
 * pending events and the outbox towards a platform.
 *
 * `photos` is kept narrow, because lists scan it; measurements and embeddings lie in `analyses`. Equal sets of
 * verdicts are stored once, in `verdict_profiles`: 20,000 photos share a few hundred, so a list decodes those alone.
 * `stale` marks photos whose verdicts must be made again, because a duplicate came or went or a pack changed.
 */
export const photos: Migration = {
  version: 1,
  name: '0001-photos',
  up(db) {
    db.exec(`
      create table facts (
        key text primary key,
        value text not null
      ) strict;

      create table verdict_profiles (
        id integer primary key,
        profile text not null unique
      ) strict;

      create table photos (
        id text primary key,
        path text not null unique,
        name text not null,
        sort_key text not null,
        bytes integer not null,
        modified_ms real not null,
        state text not null check (state in ('waiting', 'checking', 'checked', 'failed')),
        failure_code text,
        failure_message text,
        sha256 text,
        width integer,
        height integer,
        format text,
        profile_id integer references verdict_profiles (id),
        sample integer not null default 0 check (sample in (0, 1)),
        imported_at integer not null,
        checked_at integer,
        decision text check (decision in ('passed', 'rejected')),
        removed integer not null default 0 check (removed in (0, 1)),
        stale integer not null default 0 check (stale in (0, 1))
      ) strict;
      create index photos_stale on photos (id) where stale = 1;
      create index photos_by_sort_key on photos (sort_key, id);
      create index photos_by_profile on photos (profile_id);
      create index photos_by_sha256 on photos (sha256);

      create table analyses (
        photo_id text primary key references photos (id) on delete cascade,
        version integer not null,
        photo text not null,
        measures text not null,
        models text not null,
        unavailable text not null,
        timings text not null,
        dhash text not null,
        pixel_sha256 text not null,
        embedding blob,
        taken_at integer not null
      ) strict;

      create table verdicts (
        photo_id text not null references photos (id) on delete cascade,
        channel text not null,
        verdict text not null check (verdict in ('pass', 'warn', 'fail')),
        pack text not null,
        findings text not null,
        primary key (photo_id, channel)
      ) strict, without rowid;

      create table duplicates (
        photo_id text not null references photos (id) on delete cascade,
        other_id text not null references photos (id) on delete cascade,
        kind text not null check (kind in ('exact', 'near')),
        similarity real not null,
        primary key (photo_id, other_id)
      ) strict, without rowid;
      create index duplicates_by_other on duplicates (other_id);

      create table pending_events (
        seq integer primary key autoincrement,
        id text not null unique,
        entity_kind text not null,
        entity_id text not null,
        type text not null,
        aspect text not null,
        payload text not null,
        actor text not null,
        at integer not null,
        operation_key text not null unique,
        state text not null default 'pending' check (state in ('pending', 'sent', 'acknowledged', 'retracted')),
        undone_at integer,
        compensates text references pending_events (id)
      ) strict;
      create index pending_events_by_entity on pending_events (entity_kind, entity_id, seq);
      create index pending_events_live on pending_events (aspect, entity_id, seq)
        where state in ('pending', 'sent') and undone_at is null;

      -- photos with what staff said last, while that word is on its way, laid over what the platform said
      create view projected_photos as
        select p.*,
          iif(d.seq is null, p.decision, d.payload ->> 'decision') as shown_decision,
          d.seq is not null as decision_pending,
          coalesce(r.payload ->> 'removed', p.removed) as shown_removed
        from photos p
        left join pending_events d on d.seq = (
          select max(e.seq) from pending_events e
          where e.aspect = 'photo.decision' and e.entity_id = p.id and e.state in ('pending', 'sent') and e.undone_at is null)
        left join pending_events r on r.seq = (
          select max(e.seq) from pending_events e
          where e.aspect = 'photo.presence' and e.entity_id = p.id and e.state in ('pending', 'sent') and e.undone_at is null);

      create table outbox (
        seq integer primary key autoincrement,
        operation_key text not null unique,
        entity_kind text not null,
        entity_id text not null,
        operation text not null,
        payload text not null,
        schema_version integer not null,
        created_at integer not null,
        state text not null default 'waiting' check (state in ('waiting', 'sent', 'done', 'parked')),
        attempts integer not null default 0
      ) strict;
      create index outbox_by_entity on outbox (entity_kind, entity_id, operation, state);
      create index outbox_waiting on outbox (state, seq);
    `);
  },
};
