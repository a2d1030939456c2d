import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

it('names a folder once, and forgets that a file is missing with its photo', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 10));
  db.exec(`insert into watched_folders (id, path, added_at) values ('w1', '/shop', 1);
    insert into photos (id, path, name, sort_key, bytes, modified_ms, state, imported_at) values ('p1', '/shop/a.jpg', 'a.jpg', 'a.jpg', 1, 1, 'waiting', 1);
    insert into missing_files values ('p1', 2)`);
  expect(() => db.exec(`insert into watched_folders (id, path, added_at) values ('w2', '/shop', 1)`)).toThrow(/UNIQUE/);
  expect(db.prepare('select paused, pictures, looked_at from watched_folders').all()).toEqual([{ paused: 0, pictures: 0, looked_at: null }]);
  db.exec('delete from photos');
  expect(db.prepare('select * from missing_files').all()).toEqual([]);
  db.close();
});
