import { expect, it } from 'vitest';
import { openIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';

it('finds what hangs on a variant, and copies by their bytes, without reading whole tables', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 12));
  const planOf = (sql: string): string => db.prepare<[], { detail: string }>(`explain query plan ${sql}`).all().map(({ detail }) => detail).join('\n');
  const deleting = planOf(`delete from product_variants where id = 'v'`);
  expect(deleting).toContain('product_pictures_by_variant');
  expect(deleting).toContain('placements_by_variant');
  expect(deleting).not.toContain('SCAN');
  expect(planOf(`select count(*) from fixes where sha256 = 'a'`)).toContain('fixes_by_bytes');
  db.close();
});

it('lets a variant go from the pictures that showed it', async () => {
  const db = await openIn(testFolder(), migrations.slice(0, 12));
  db.exec(`insert into photos (id, path, name, sort_key, bytes, modified_ms, state, imported_at) values ('p', '/p', 'p', 'p', 1, 1, 'waiting', 1);
    insert into products (id, source, source_key, content, sort_key, search, imported_at, updated_at) values ('g', 'file', 'k', 'c', 'g', 'g', 1, 1);
    insert into product_variants (id, product_id, key, position) values ('v', 'g', 'v', 0), ('w', 'g', 'w', 1);
    insert into product_pictures (product_id, slot, kind, ref, variant_id, photo_id) values ('g', 1, 'file', 'p', 'v', 'p'), ('g', 2, 'file', 'q', 'w', null);
    insert into placements (product_id, slot, photo_id, variant_id) values ('g', 1, 'p', 'v');
    delete from product_variants where id = 'v'`);
  expect(db.prepare('select slot, variant_id from product_pictures order by slot').all()).toEqual([{ slot: 1, variant_id: null }, { slot: 2, variant_id: 'w' }]);
  expect(db.prepare('select variant_id from placements').all()).toEqual([{ variant_id: null }]);
  db.close();
});
