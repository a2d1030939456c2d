import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

it('takes earlier decisions to be about the bytes that were measured before them', async () => {
  const folder = testFolder();
  const before = await openIn(folder, migrations.slice(0, 10));
  for (const id of ['p1', 'p2', 'p3']) {
    before.exec(`insert into photos (id, path, name, sort_key, bytes, modified_ms, state, sha256, imported_at) values ('${id}', '/${id}', 'a', 'a', 1, 1, 'checked', 'bytes of ${id}', 1);
      insert into analyses (photo_id, version, photo, measures, models, unavailable, timings, dhash, pixel_sha256, taken_at) values ('${id}', 1, '{}', '{}', '[]', '[]', '{}', '0', '0', 10)`);
  }
  const decide = before.prepare(`insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key) values (?, 'photo', ?, 'photo.decided', 'photo.decision', ?, 'owner', ?, ?)`);
  decide.run('e1', 'p1', '{"decision":"passed"}', 11, 'k1');
  decide.run('e2', 'p2', '{"decision":"passed"}', 9, 'k2');
  decide.run('e3', 'p3', '{"decision":"rejected"}', 11, 'k3');
  before.close();
  const db = await openIn(folder, migrations.slice(0, 11));
  expect(db.prepare('select * from approvals').all()).toEqual([{ event_id: 'e1', photo_id: 'p1', sha256: 'bytes of p1' }]);
  db.exec(`insert into approved_looks values ('p1', 's', 's', '0', 1, 1, null); insert into drifts values ('p1', 'changed', null, 's', 1, 'owner'); delete from photos where id = 'p1'`);
  expect(db.prepare('select (select count(*) from approvals) + (select count(*) from approved_looks) + (select count(*) from drifts) as n').get()).toEqual({ n: 0 });
  db.close();
});
