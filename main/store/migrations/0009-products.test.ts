import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

it('keeps a product once a source, a slot once a product, and drops what hangs on a product with it', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 9));
  const product = (id: string, key: string): string =>
    `insert into products (id, source, source_key, content, sort_key, search, imported_at, updated_at) values ('${id}', 'file', '${key}', '', '', '', 1, 1)`;
  db.exec(`${product('a', 'sku:1')};
    insert into photos (id, path, name, sort_key, bytes, modified_ms, state, imported_at) values ('p', '/p.jpg', 'p.jpg', 'p.jpg', 1, 1, 'waiting', 1);
    insert into product_variants (id, product_id, key, position) values ('v', 'a', 'red', 0);
    insert into product_pictures (product_id, slot, kind, ref, variant_id, photo_id) values ('a', 1, 'file', 'p.jpg', 'v', 'p');
    insert into placements (product_id, slot, photo_id) values ('a', 1, 'p')`);
  expect(() => db.exec(product('b', 'sku:1'))).toThrow(/UNIQUE/);
  expect(() => db.exec(`insert into placements (product_id, slot, photo_id) values ('a', 2, 'p')`)).toThrow(/UNIQUE/);
  expect(() => db.exec(`insert into product_pictures (product_id, slot, kind, ref) values ('a', 0, 'file', 'x')`)).toThrow(/CHECK/);
  db.exec(`delete from photos`);
  expect(db.prepare('select photo_id from product_pictures').all()).toEqual([{ photo_id: null }]);
  expect(db.prepare('select * from placements').all()).toEqual([]);
  db.exec(`delete from products`);
  expect(db.prepare('select (select count(*) from product_variants) + (select count(*) from product_pictures) as n').get()).toEqual({ n: 0 });
  db.close();
});
