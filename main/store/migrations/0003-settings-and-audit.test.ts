import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

it('lets nobody change or delete what the audit holds', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 3));
  db.exec(`insert into audit (at, actor, role, call, outcome, input, previous_hash, hash) values (1, 'owner', 'owner', 'photos.decide', 'accepted', '{}', '0', '1')`);
  expect(() => db.exec(`update audit set actor = 'somebody'`)).toThrow(/append-only/);
  expect(() => db.exec('delete from audit')).toThrow(/append-only/);
  expect(db.prepare('select count(*) as n from audit').get()).toEqual({ n: 1 });
  db.close();
});
