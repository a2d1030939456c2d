import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

const line = 'select product_id as id, gaps, unresolved, profile_id as profile, search from product_lines order by sort_key, product_id';
const standing = 'select product_id as id, gaps, unresolved, profile_id as profile, search from product_standing order by sort_key, product_id';
const product = (id: string, name: string): string =>
  `insert into products (id, source, source_key, content, sort_key, search, imported_at, updated_at) values ('${id}', 'file', '${id}', 'c', '${name}', '${name}', 1, 1);`;
const photo = (id: string): string => `insert into photos (id, path, name, sort_key, bytes, modified_ms, state, imported_at) values ('${id}', '/${id}', '${id}', '${id}', 1, 1, 'waiting', 1);`;
const presence = (id: string, photoId: string, removed: 0 | 1): string =>
  `insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key)
   values ('${id}', 'photo', '${photoId}', 'photo.removed', 'photo.presence', '{"removed":${removed}}', 'owner', 1, '${id}');`;

const shop = `${photo('p')} ${photo('q')} ${product('b', 'bowl')} ${product('a', 'cup')}
  insert into verdict_profiles (id, profile) values (1, '[["ebay","fail",[]]]'), (2, '[["ebay","pass",[]]]');
  update photos set profile_id = 1 where id = 'p';
  insert into product_pictures (product_id, slot, kind, ref, photo_id) values ('b', 1, 'file', 'p', 'p'), ('b', 3, 'file', 'q', 'q'), ('b', 4, 'url', 'r', null);
  insert into placements (product_id, slot, photo_id) values ('b', 1, 'p'), ('b', 3, 'q');`;

it('lays out what was stored before, in the order of the list', async () => {
  const folder = testFolder();
  const before = await openIn(folder, migrations.slice(0, 12));
  before.exec(shop);
  before.close();
  const db = await openIn(folder, migrations.slice(0, 13));
  expect(db.prepare(line).all()).toEqual([
    { id: 'b', gaps: 1, unresolved: 1, profile: 1, search: 'bowl' },
    { id: 'a', gaps: 1, unresolved: 0, profile: null, search: 'cup' },
  ]);
  db.close();
});

it.each<[string, string, object]>([
  ['a new name', `update products set sort_key = 'a bowl', search = 'dish' where id = 'b'`, { search: 'dish' }],
  ['a file that was found', `update product_pictures set photo_id = 'q' where slot = 4`, { unresolved: 0 }],
  ['a picture that the source names no more', `delete from product_pictures where slot = 4`, { unresolved: 0 }],
  ['a photo put into a gap', `delete from placements where slot = 3; insert into placements (product_id, slot, photo_id) values ('b', 2, 'q')`, { gaps: 0 }],
  ['another main picture', `delete from placements; insert into placements (product_id, slot, photo_id) values ('b', 1, 'q')`, { gaps: 0, profile: null }],
  ['a verdict', `update photos set profile_id = 2 where id = 'p'`, { profile: 2 }],
  ['a waiver', `insert into waived_profiles values ('p', 2)`, { profile: 2 }],
  ['a waiver taken back', `insert into waived_profiles values ('p', 2); delete from waived_profiles`, { profile: 1 }],
  ['a main picture taken out', presence('e', 'p', 1), { gaps: 2, profile: null }],
  ['the last picture taken out', presence('e', 'q', 1), { gaps: 0 }],
  ['one that came back', `${presence('e', 'p', 1)} ${presence('f', 'p', 0)}`, { gaps: 1, profile: 1 }],
  ['a removal taken back', `${presence('e', 'p', 1)} update pending_events set state = 'retracted', undone_at = 2 where id = 'e'`, { gaps: 1, profile: 1 }],
  ['a removal delivered', `${presence('e', 'p', 1)} update photos set removed = 1 where id = 'p'; update pending_events set state = 'acknowledged' where id = 'e'`, { gaps: 2, profile: null }],
  ['a removal forgotten', `${presence('e', 'p', 1)} delete from pending_events`, { gaps: 1, profile: 1 }],
  ['a photo deleted', `delete from photos where id = 'p'`, { gaps: 2, unresolved: 2, profile: null }],
])('follows %s', async (_, change, expected) => {
  const db = await openIn(testFolder(), migrations.slice(0, 13));
  db.exec(shop);
  db.exec(change);
  expect(db.prepare(line).all().find((row) => (row as { id: string }).id === 'b')).toMatchObject(expected);
  expect(db.prepare(line).all()).toEqual(db.prepare(standing).all());
  db.close();
});

it('goes with its product, and stays where that is only out of sight', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 13));
  db.exec(`${shop} update products set removed = 1 where id = 'a'; delete from products where id = 'b'`);
  expect(db.prepare(line).all()).toEqual([{ id: 'a', gaps: 1, unresolved: 0, profile: null, search: 'cup' }]);
  db.close();
});

it('is read in order and counted from indexes alone', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 13));
  const planOf = (sql: string): string => db.prepare<[], { detail: string }>(`explain query plan ${sql}`).all().map(({ detail }) => detail).join('\n');
  for (const sql of [
    'select product_id from product_lines indexed by product_lines_in_order where +gaps > 0 and +profile_id in (1, 2) order by sort_key, product_id limit 9',
    'select profile_id, gaps, unresolved, count(*) from product_lines indexed by product_kinds group by profile_id, gaps, unresolved',
  ]) {
    expect(planOf(sql)).toContain('USING COVERING INDEX');
    expect(planOf(sql)).not.toContain('TEMP B-TREE');
  }
  db.close();
});
