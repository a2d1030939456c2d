import type { Migration } from './migration.ts';

/**
 * Channel packs of the shop: edited copies of the console's, and its own. A channel without a row here has the
 * console's pack, or none. Each edit is an event that holds the whole pack, so the events are its versions.
 */
export const packs: Migration = {
  version: 5,
  name: '0005-packs',
  up(db) {
    db.exec(`
      create table packs (
        channel text primary key,
        pack text not null
      ) strict, without rowid;

      -- packs with what staff wrote last, while that word is on its way, laid over what the platform said
      create view projected_packs as
        select c.channel, iif(e.seq is null, p.pack, e.payload ->> 'pack') as pack, e.seq is not null as pending
        from (
          select channel from packs
          union
          select entity_id from pending_events where aspect = 'pack.content' and state in ('pending', 'sent') and undone_at is null
        ) c
        left join packs p on p.channel = c.channel
        left join pending_events e on e.seq = (
          select max(l.seq) from pending_events l
          where l.aspect = 'pack.content' and l.entity_id = c.channel and l.state in ('pending', 'sent') and l.undone_at is null);
    `);
  },
};
