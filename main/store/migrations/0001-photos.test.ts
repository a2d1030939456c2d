import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { photos } from './0001-photos.ts';

it('lays the latest live event over the photo row, and nothing else', async () => {
  const db = await openIn(testFolder(), [photos]);
  db.exec(`insert into photos (id, path, name, sort_key, bytes, modified_ms, state, imported_at, decision)
    values ('p', '/p', 'p', 'p', 1, 1, 'waiting', 1, 'passed')`);
  const add = db.prepare(`insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key, state, undone_at)
    values (?, 'photo', 'p', 'photo.decided', 'photo.decision', ?, 'owner', 1, ?, ?, ?)`);
  add.run('1', '{"decision":"passed"}', 'k1', 'pending', null);
  add.run('2', '{"decision":"rejected"}', 'k2', 'sent', null);
  add.run('3', '{"decision":"passed"}', 'k3', 'retracted', 5);
  add.run('4', '{"decision":"passed"}', 'k4', 'acknowledged', null);
  expect(db.prepare('select shown_decision, decision_pending, shown_removed from projected_photos').all()).toEqual([{ shown_decision: 'rejected', decision_pending: 1, shown_removed: 0 }]);
  expect(db.prepare('select decision from photos').get()).toEqual({ decision: 'passed' });
  db.close();
});

it('takes verdicts, duplicates and measurements along when a photo is deleted', async () => {
  const db = await openIn(testFolder(), [photos]);
  for (const id of ['a', 'b']) {
    db.exec(`insert into photos (id, path, name, sort_key, bytes, modified_ms, state, imported_at) values ('${id}', '/${id}', '${id}', '${id}', 1, 1, 'waiting', 1)`);
  }
  db.exec(`insert into duplicates values ('a', 'b', 'exact', 1), ('b', 'a', 'exact', 1);
    insert into verdicts values ('a', 'ebay', 'pass', 'v', '[]');
    insert into analyses (photo_id, version, photo, measures, models, unavailable, timings, dhash, pixel_sha256, taken_at)
      values ('a', 1, '{}', '{}', '[]', '[]', '{}', '0', '0', 1);
    delete from photos where id = 'a';`);
  for (const table of ['duplicates', 'verdicts', 'analyses']) expect(db.prepare(`select * from ${table}`).all()).toEqual([]);
  db.close();
});
