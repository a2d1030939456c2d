import type { Migration } from './migration.ts';

/**
 * Fixed copies: what was done to a photo for a channel, and how the copy was judged. A row without a file is an
 * attempt of which no copy came. Taking one is an event like any other of the staff's; the view lays it over.
 */
export const fixes: Migration = {
  version: 6,
  name: '0006-fixes',
  up(db) {
    db.exec(`
      create table fixes (
        id text primary key,
        photo_id text not null references photos (id) on delete cascade,
        channel text not null,
        job_id text not null,
        source_sha256 text not null,
        file text,
        sha256 text,
        bytes integer,
        width integer,
        height integer,
        fixable text not null,
        steps text not null,
        unfixable text not null,
        outcome text,
        models text not null,
        made_by text not null,
        made_at integer not null,
        -- a person has taken it once: it stays while that can be undone
        kept integer not null default 0 check (kept in (0, 1)),
        -- as the platform has acknowledged it
        accepted integer not null default 0 check (accepted in (0, 1))
      ) strict;
      create index fixes_by_photo on fixes (photo_id, channel, made_at);
      create index fixes_by_job on fixes (job_id, id);
      create index fixes_kept on fixes (photo_id) where kept = 1;

      -- copies with what staff said last, while that word is on its way, laid over what the platform acknowledged
      create view projected_fixes as
        select f.*,
          iif(e.seq is null, f.accepted, coalesce(e.payload ->> 'copy' = f.id, 0)) as shown_accepted,
          e.seq is not null as pending
        from fixes f
        left join pending_events e on e.seq = (
          select max(p.seq) from pending_events p
          where p.aspect = 'photo.fix.' || f.channel and p.entity_id = f.photo_id and p.state in ('pending', 'sent') and p.undone_at is null);
    `);
  },
};
