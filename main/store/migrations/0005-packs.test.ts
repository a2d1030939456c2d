import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

it('lays the latest live edit over the stored pack; one of nothing takes the pack away', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 5));
  db.exec(`insert into packs (channel, pack) values ('ebay', '{"version":"old"}'), ('jd', '{"version":"old"}')`);
  const add = db.prepare(`insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key, state, undone_at)
    values (?, 'pack', ?, 'pack.saved', 'pack.content', ?, 'owner', 1, ?, ?, ?)`);
  add.run('1', 'ebay', '{"pack":{"version":"new"}}', 'k1', 'sent', null);
  add.run('2', 'ebay', '{"pack":{"version":"taken back"}}', 'k2', 'retracted', 5);
  add.run('3', 'jd', '{"pack":null}', 'k3', 'pending', null);
  add.run('4', 'my-shop', '{"pack":{"version":"own"}}', 'k4', 'pending', null);
  expect(db.prepare('select * from projected_packs order by channel').all()).toEqual([
    { channel: 'ebay', pack: '{"version":"new"}', pending: 1 },
    { channel: 'jd', pack: null, pending: 1 },
    { channel: 'my-shop', pack: '{"version":"own"}', pending: 1 },
  ]);
  db.close();
});
