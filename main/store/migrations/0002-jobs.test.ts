import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

it('holds each item once in a job, and drops items with their job', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 2));
  db.exec(`insert into jobs (id, kind, payload, state, total, created_at) values ('j', 'photos.check', '{}', 'queued', 1, 1);
    insert into job_items (job_id, seq, item, name) values ('j', 0, 'p', 'p.jpg')`);
  expect(() => db.exec(`insert into job_items (job_id, seq, item, name) values ('j', 1, 'p', 'p.jpg')`)).toThrow(/UNIQUE/);
  expect(() => db.exec(`insert into jobs (id, kind, payload, state, total, created_at) values ('k', 'photos.check', '{}', 'asleep', 1, 1)`)).toThrow(/CHECK/);
  db.exec(`delete from jobs where id = 'j'`);
  expect(db.prepare('select * from job_items').all()).toEqual([]);
  db.close();
});
