import { describe, expect, it } from 'vitest';
import { listBackups } from '../backup.ts';
import { asReadable, type WritableDb } from '../db.ts';
import { repositories } from '../index.ts';
import { schemaVersion } from '../migrate.ts';
import { openStore, quickCheck } from '../open.ts';
import { openIn, pathsIn, testFolder } from '../test-store.ts';
import { migrations } from './index.ts';
import type { Migration } from './migration.ts';
import Database from 'better-sqlite3';

const upTo = (version: number): readonly Migration[] => migrations.slice(0, version);

/** What a shop had stored with each version, as that version wrote it. */
const storedBy: Readonly<Record<number, (db: WritableDb) => void>> = {
  1(db) {
    db.exec(`
      insert into verdict_profiles (id, profile) values (1, '[["ebay","fail",[["blurry","fail"]]]]');
      insert into photos (id, path, name, sort_key, bytes, modified_ms, state, sha256, profile_id, imported_at)
        values ('p1', '/shop/lamp.jpg', 'lamp.jpg', 'lamp.jpg', 5, 1.5, 'checked', '${'a'.repeat(64)}', 1, 10);
      insert into verdicts (photo_id, channel, verdict, pack, findings) values ('p1', 'ebay', 'fail', '2026-11-23', '[]');
      insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key)
        values ('e1', 'photo', 'p1', 'photo.decided', 'photo.decision', '{"decision":"rejected","before":null}', 'owner', 11, 'k1');
      insert into outbox (operation_key, entity_kind, entity_id, operation, payload, schema_version, created_at)
        values ('k1', 'photo', 'p1', 'photo.decided', '{"decision":"rejected"}', 1, 11);`);
  },
  2(db) {
    db.exec(`
      insert into jobs (id, kind, payload, state, total, created_at) values ('j1', 'photos.check', '{}', 'paused', 1, 12);
      insert into job_items (job_id, seq, item, name) values ('j1', 0, 'p1', 'lamp.jpg');`);
  },
  3(db) {
    db.exec(`insert into settings (key, value, updated_at) values ('theme', '"dark"', 13);`);
  },
  4(db) {
    db.exec(`insert into model_choices (model_id, runtime, chosen_at) values ('u2netp', 'tfjs-wasm', 14);`);
  },
  5(db) {
    db.exec(`
      insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key)
        values ('e5', 'pack', 'my-shop', 'pack.saved', 'pack.content', '{"pack":{"channel":"my-shop","version":"2026-11-23"},"before":null}', 'owner', 15, 'k5');
      insert into packs (channel, pack) values ('ebay', '{"channel":"ebay","version":"2026-11-22"}');`);
  },
  6(db) {
    db.exec(`
      insert into fixes (id, photo_id, channel, job_id, source_sha256, file, sha256, bytes, width, height, fixable, steps, unfixable, models, made_by, made_at, kept)
        values ('f1', 'p1', 'ebay', 'j1', '${'a'.repeat(64)}', 'p1/ebay-1.jpg', '${'b'.repeat(64)}', 5, 10, 10, 'yes', '[]', '[]', '[]', 'owner', 15, 1);
      insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key)
        values ('e6', 'photo', 'p1', 'photo.fix-accepted', 'photo.fix.ebay', '{"channel":"ebay","copy":"f1","before":null}', 'owner', 16, 'k6');`);
  },
  7(db) {
    db.exec(`
      insert into defects (id, name, about, created_at) values ('own-creased', 'Creased', 'Needs ironing', 17);
      insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key)
        values ('e7', 'photo', 'p1', 'photo.wrong', 'photo.feedback', '{"rule":"blurry","channel":"ebay","pack":"2026-11-23","models":[],"measured":null,"note":""}', 'owner', 18, 'k7');`);
  },
  8(db) {
    db.exec(`
      insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key) values
        ('e8', 'photo', 'p1', 'photo.waived', 'waiver:blurry:', '{"rule":"blurry","channel":"","waived":1,"reason":"other","note":"soft on purpose","actor":"owner","at":15,"before":null}', 'owner', 15, 'k8');
      insert into verdict_profiles (id, profile) values (2, '[["ebay","pass",[],["blurry"]]]');
      insert into waived_profiles (photo_id, profile_id) values ('p1', 2);
      insert into photo_search (photo_id, key) values ('p1', 'lamp.jpg');
      insert into saved_views (id, name, view, created_at) values ('v1', 'Mine', '{}', 15);`);
  },
  9(db) {
    db.exec(`
      insert into products (id, source, source_key, sku, title_en, content, sort_key, search, imported_at, updated_at)
        values ('g1', 'file', 'sku:L-1', 'L-1', 'Lamp', 'c', 'lamp', 'lamp l-1', 15, 15);
      insert into product_pictures (product_id, slot, kind, ref, photo_id) values ('g1', 1, 'file', 'lamp.jpg', 'p1');
      insert into placements (product_id, slot, photo_id) values ('g1', 1, 'p1');`);
  },
  10(db) {
    db.exec(`
      insert into watched_folders (id, path, added_at, looked_at, pictures, device) values ('w1', '/shop', 19, 20, 1, '7');
      insert into missing_files (photo_id, since) values ('p1', 20);`);
  },
  11(db) {
    db.exec(`
      insert into approvals (event_id, photo_id, sha256) values ('e1', 'p1', '${'c'.repeat(64)}');
      insert into drifts (photo_id, kind, similarity, approved_sha256, approved_at, approved_by) values ('p1', 'changed', null, '${'c'.repeat(64)}', 11, 'owner');`);
  },
  12(db) {
    db.exec(`
      insert into product_variants (id, product_id, key, position, colour) values ('g1-red', 'g1', 'red', 0, 'red');
      update product_pictures set variant_id = 'g1-red' where product_id = 'g1';
      update placements set variant_id = 'g1-red' where product_id = 'g1';`);
  },
  13(db) {
    db.exec(`update products set sort_key = 'a lamp', search = 'a lamp l-1' where id = 'g1'`);
  },
};

/** Everything that the versions up to `version` stored is there and read by today's repositories. */
function expectKept(db: WritableDb, version: number): void {
  const store = repositories(db, () => 20);
  expect(store.photoList.get('p1', ['ebay'])).toMatchObject({ name: 'lamp.jpg', verdicts: { ebay: version >= 8 ? 'pass' : 'fail' }, rules: version >= 8 ? [] : ['blurry'], decision: 'rejected', decisionPending: true });
  expect(store.photoHistory.of('p1')).toMatchObject([
    { eventId: 'e1', type: 'decided' },
    ...(version >= 6 ? [{ eventId: 'e6', type: 'fixed', channel: 'ebay' }] : []),
    ...(version >= 7 ? [{ eventId: 'e7', type: 'wrong', rule: 'blurry' }] : []),
    ...(version >= 8 ? [{ eventId: 'e8', type: 'waived' }] : []),
  ]);
  expect(store.waivers.of('p1', null).map(({ note }) => note)).toEqual(version >= 8 ? ['soft on purpose'] : []);
  expect(store.outbox.waiting()).toBe(1);
  expect(store.jobs.list().map((job) => job.id)).toEqual(version >= 2 ? ['j1'] : []);
  expect(store.jobItems.waiting('j1')).toEqual(version >= 2 ? ['p1'] : []);
  expect(store.settings.get().theme).toBe(version >= 3 ? 'dark' : 'system');
  expect(store.staffWords.words().map(({ rule }) => rule)).toEqual(version >= 7 ? ['blurry'] : []);
  expect([...store.models.choices()]).toEqual(version >= 4 ? [['u2netp', 'tfjs-wasm']] : []);
  expect(store.packs.standing().map(({ channel }) => channel)).toEqual(version >= 5 ? ['ebay', 'my-shop'] : []);
  expect(store.fixes.ofPhoto('p1').map(({ id, state }) => [id, state])).toEqual(version >= 6 ? [['f1', 'accepted']] : []);
  expect(store.productList.get('g1', ['ebay'])?.slots.map(({ slot, photoId }) => [slot, photoId])).toEqual(version >= 9 ? [[1, 'p1']] : undefined);
  const found = store.productList.list({ channel: 'ebay', show: version >= 8 ? 'pass' : 'fail', search: 'lamp', offset: 0, limit: 9 }, ['ebay']);
  expect(found.rows.map(({ id, missing }) => [id, missing])).toEqual(version >= 9 ? [['g1', []]] : []);
  expect(store.productList.counts('all', ['ebay']).byVerdict).toMatchObject({ [version >= 8 ? 'pass' : 'fail']: version >= 9 ? 1 : 0 });
  expect(store.watchedFolders.list().map(({ path, pictures }) => [path, pictures])).toEqual(version >= 10 ? [['/shop', 1]] : []);
  expect(store.photoFiles.missingBelow('/shop')).toBe(version >= 10 ? 1 : 0);
  expect(store.drifts.of('p1')?.kind ?? null).toBe(version >= 11 ? 'changed' : null);
  expect(store.productList.get('g1', ['ebay'])?.slots.map(({ variantId }) => variantId)).toEqual(version >= 9 ? [version >= 12 ? 'g1-red' : null] : undefined);
}

async function databaseOf(version: number): Promise<string> {
  const folder = testFolder();
  const db = await openIn(folder, upTo(version));
  for (let v = 1; v <= version; v += 1) storedBy[v]?.(db);
  db.close();
  return folder;
}

describe('migrations', () => {
  it('are numbered by their place and have a name and a test fixture each', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1));
    for (const { version, name } of migrations) {
      expect(name).toMatch(new RegExp(`^${String(version).padStart(4, '0')}-[a-z-]+$`));
      expect(storedBy).toHaveProperty(String(version));
    }
  });

  it.each(migrations.map(({ version, name }) => [name, version] as const))('%s makes what it promises and says so in one row', async (name, version) => {
    const db = await openIn(testFolder(), upTo(version));
    expect(schemaVersion(db)).toBe(version);
    expect(db.prepare<[], { version: number; name: string }>('select version, name from schema_migrations order by version desc limit 1').get()).toEqual({ version, name });
    for (let v = 1; v <= version; v += 1) storedBy[v]?.(db);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  });

  it.each(migrations.map(({ version }) => [version]))('bring a database of version %i to today with all it held', async (version) => {
    const folder = await databaseOf(version);
    const db = await openIn(folder);
    expect(schemaVersion(db)).toBe(migrations.length);
    expect(quickCheck(db)).toBeNull();
    expectKept(db, version);
    db.close();
  });

  it.each(migrations.slice(0, -1).map(({ version }) => [version]))('copy a database of version %i away before they touch it', async (version) => {
    const folder = await databaseOf(version);
    (await openIn(folder)).close();
    const backups = listBackups(pathsIn(folder).backupsFolder);
    expect(backups.map((backup) => backup.reason)).toEqual(['before-migration']);
    const copy = new Database(backups[0]?.path ?? '', { readonly: true });
    expect(schemaVersion(asReadable(copy))).toBe(version);
    copy.close();
  });

  it('leave schema and version as they were when a step fails half-way', async () => {
    const folder = await databaseOf(2);
    const broken: Migration = {
      version: 3,
      name: '0003-broken',
      up(db) {
        db.exec('create table half_way (x integer)');
        db.exec('insert into no_such_table values (1)');
      },
    };
    const result = await openStore({ ...pathsIn(folder), now: () => 1, migrations: [...upTo(2), broken] });
    expect(result).toMatchObject({ ok: false, error: { code: 'migration-failed', params: { version: 3, name: '0003-broken' } } });
    const db = await openIn(folder, upTo(2));
    expect(schemaVersion(db)).toBe(2);
    expect(db.prepare(`select name from sqlite_master where name = 'half_way'`).all()).toEqual([]);
    db.close();
  });
});
