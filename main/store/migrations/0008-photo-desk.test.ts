import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

it('shows the newest pending word of a waiver over what the platform confirmed', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 8));
  const event = (key: string, aspect: string, payload: object): void =>
    void db.prepare(`insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key) values (?, 'photo', 'p1', 't', ?, ?, 'mei', 1, ?)`)
      .run(key, aspect, JSON.stringify(payload), key);
  db.exec(`insert into waivers values ('photo', 'p1', 'blurry', '', 'other', 'confirmed', 'li', 1), ('photo', 'p1', 'person', '', 'other', 'confirmed', 'li', 1)`);
  event('e1', 'waiver:blurry:', { rule: 'blurry', channel: '', waived: 1, reason: 'other', note: 'newer', actor: 'mei', at: 2 });
  event('e2', 'waiver:person:', { rule: 'person', channel: '', waived: 0 });
  expect(db.prepare('select rule, note, actor, at from projected_waivers').all()).toEqual([{ rule: 'blurry', note: 'newer', actor: 'mei', at: 2 }]);
  db.exec(`update pending_events set state = 'retracted', undone_at = 3`);
  expect(db.prepare('select rule, note from projected_waivers order by rule').all()).toEqual([{ rule: 'blurry', note: 'confirmed' }, { rule: 'person', note: 'confirmed' }]);
  db.close();
});

it('lets search keys and waived profiles go with their photo', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 8));
  db.exec(`insert into verdict_profiles (id, profile) values (1, '[]');
    insert into photos (id, path, name, sort_key, bytes, modified_ms, state, imported_at) values ('p1', '/a.jpg', 'a.jpg', 'a.jpg', 1, 1, 'waiting', 1);
    insert into photo_search values ('p1', 'a.jpg');
    insert into waived_profiles values ('p1', 1);
    delete from photos`);
  expect(db.prepare('select (select count(*) from photo_search) + (select count(*) from waived_profiles) as n').get()).toEqual({ n: 0 });
  db.close();
});
