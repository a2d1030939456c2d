import type { Migration } from './migration.ts';

/** Lays out anew what the lines of some products say, and writes those alone that say something else now. `which` is a condition on `product_id`. */
const settle = (which: string): string => `
  update product_lines set gaps = s.gaps, unresolved = s.unresolved, profile_id = s.profile_id
  from product_standing s
  where product_lines.product_id ${which} and s.product_id = product_lines.product_id
    and (product_lines.gaps, product_lines.unresolved, product_lines.profile_id) is not (s.gaps, s.unresolved, s.profile_id);`;

const standingAt = (photo: string): string => settle(`in (select product_id from placements where photo_id = ${photo})`);
const ledBy = (photo: string): string => settle(`in (select product_id from placements where photo_id = ${photo} and slot = 1)`);

/** What changes a line: the change, the rows of it that matter, and the lines it is about. */
const changes: readonly (readonly [name: string, on: string, when: string, then: string])[] = [
  ['new_product', 'insert on products', 'true', `
    insert into product_lines (product_id, sort_key, gaps, unresolved, profile_id, search) values (new.id, new.sort_key, 1, 0, null, new.search);`],
  ['told_product', 'update of sort_key, search on products', 'old.sort_key is not new.sort_key or old.search is not new.search', `
    update product_lines set sort_key = new.sort_key, search = new.search where product_id = new.id;`],
  ['new_picture', 'insert on product_pictures', 'new.photo_id is null', settle('= new.product_id')],
  ['told_picture', 'update of photo_id on product_pictures', 'old.photo_id is not new.photo_id', settle('= new.product_id')],
  ['no_picture', 'delete on product_pictures', 'old.photo_id is null', settle('= old.product_id')],
  ['placed', 'insert on placements', 'true', settle('= new.product_id')],
  ['unplaced', 'delete on placements', 'true', settle('= old.product_id')],
  ['judged', 'update of profile_id on photos', 'old.profile_id is not new.profile_id', ledBy('new.id')],
  ['waived', 'insert on waived_profiles', 'true', ledBy('new.photo_id')],
  ['unwaived', 'delete on waived_profiles', 'true', ledBy('old.photo_id')],
  ['taken_out', 'update of removed on photos', 'old.removed is not new.removed', standingAt('new.id')],
  ['said_of_presence', 'insert on pending_events', `new.aspect = 'photo.presence'`, standingAt('new.entity_id')],
  ['presence_delivered', 'update of state, undone_at on pending_events', `new.aspect = 'photo.presence'`, standingAt('new.entity_id')],
  ['presence_forgotten', 'delete on pending_events', `old.aspect = 'photo.presence'`, standingAt('old.entity_id')],
];

/**
 * What a list of products filters by, sorts by and counts, kept beside them: 100,000 products are too many to be laid
 * out from their pictures at each look. `product_standing` says what holds, `product_lines` keeps it, and triggers see
 * to it that nothing which changes the one forgets the other. `gaps`: empty slots up to the last one taken, at least
 * the main one; `profile_id`: the verdicts of the main picture with waivers laid over them.
 *
 * The words to search in lie with the lines, where all of them are read at once; `product_lines_in_order` is the order
 * of the list, and `product_kinds` holds together what is counted together. Products out of sight have lines as well,
 * so that an import of many is shown or hidden at once.
 */
export const productLines: Migration = {
  version: 13,
  name: '0013-product-lines',
  up(db) {
    db.exec(`
      create view product_standing as
        select g.id as product_id, g.sort_key, g.search,
          (select max(1, coalesce(max(l.slot), 1)) - count(*)
             from placements l join projected_photos p on p.id = l.photo_id where l.product_id = g.id and p.shown_removed = 0) as gaps,
          (select count(*) from product_pictures r where r.product_id = g.id and r.photo_id is null) as unresolved,
          (select coalesce(w.profile_id, p.profile_id)
             from placements l join projected_photos p on p.id = l.photo_id left join waived_profiles w on w.photo_id = p.id
             where l.product_id = g.id and l.slot = 1 and p.shown_removed = 0) as profile_id
        from products g;

      create table product_lines (
        line integer primary key,
        product_id text not null unique references products (id) on delete cascade,
        sort_key text not null,
        gaps integer not null,
        unresolved integer not null,
        profile_id integer,
        search text not null
      ) strict;
      insert into product_lines (product_id, sort_key, gaps, unresolved, profile_id, search)
        select product_id, sort_key, gaps, unresolved, profile_id, search from product_standing order by product_id;
      create index product_lines_in_order on product_lines (sort_key, product_id, gaps, unresolved, profile_id);
      create index product_kinds on product_lines (profile_id, gaps, unresolved);
      create index products_out_of_sight on products (id) where removed = 1;
    `);
    for (const [name, on, when, then] of changes) db.exec(`create trigger product_line_${name} after ${on} when ${when} begin ${then} end`);
  },
};
