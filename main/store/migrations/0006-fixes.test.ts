import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

const copy = (id: string, channel: string): string =>
  `insert into fixes (id, photo_id, channel, job_id, source_sha256, fixable, steps, unfixable, models, made_by, made_at)
   values ('${id}', 'p', '${channel}', 'j', 's', 'yes', '[]', '[]', '[]', 'owner', 1);`;

it('lays the latest live word on a channel over its copies alone, and takes them along when the photo goes', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 6));
  db.exec(`insert into photos (id, path, name, sort_key, bytes, modified_ms, state, imported_at) values ('p', '/p', 'p', 'p', 1, 1, 'waiting', 1);
    ${copy('a', 'ebay')} ${copy('b', 'ebay')} ${copy('c', 'jd')} update fixes set accepted = 1 where id = 'c';`);
  const say = db.prepare(`insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key, state, undone_at)
    values (?, 'photo', 'p', 'photo.fix-accepted', 'photo.fix.ebay', ?, 'owner', 1, ?, ?, ?)`);
  say.run('1', '{"copy":"a"}', 'k1', 'sent', null);
  say.run('2', '{"copy":"b"}', 'k2', 'pending', null);
  say.run('3', '{"copy":"a"}', 'k3', 'retracted', 5);
  const shown = db.prepare('select id, shown_accepted as accepted, pending from projected_fixes order by id');
  expect(shown.all()).toEqual([{ id: 'a', accepted: 0, pending: 1 }, { id: 'b', accepted: 1, pending: 1 }, { id: 'c', accepted: 1, pending: 0 }]);
  say.run('4', '{"copy":null}', 'k4', 'pending', null);
  expect(shown.all()).toEqual([{ id: 'a', accepted: 0, pending: 1 }, { id: 'b', accepted: 0, pending: 1 }, { id: 'c', accepted: 1, pending: 0 }]);
  db.exec(`delete from pending_events; delete from photos where id = 'p'`);
  expect(shown.all()).toEqual([]);
  db.close();
});
