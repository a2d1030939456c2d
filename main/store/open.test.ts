import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { failureOf } from './failure.ts';
import { migrations } from './migrations/index.ts';
import { brokenPromise, openStore, quickCheck } from './open.ts';
import { addPhoto, openIn, pathsIn, testFolder } from './test-store.ts';
import { repositories } from './index.ts';

const open = (folder: string) => openStore({ ...pathsIn(folder), now: () => 1 });

const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, createHash('sha256').update(readFileSync(join(folder, entry.name))).digest('hex')]),
  );

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

async function refusal(folder: string) {
  const result = await open(folder);
  if (result.ok) {
    result.value.close();
    return null;
  }
  return result.error;
}

describe('openStore', () => {
  it('keeps its durability on the first open and on every reopen', async () => {
    const folder = testFolder();
    for (let time = 0; time < 3; time += 1) {
      const db = await openIn(folder);
      expect(brokenPromise(db)).toBeNull();
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      db.close();
    }
  });

  it('notices a connection that lacks a promise', () => {
    const db = new Database(join(testFolder(), 'plain.db'));
    expect(brokenPromise(db)).toContain('journal_mode');
    db.close();
  });

  it('refuses a database of a newer version and leaves every byte as it was', async () => {
    const folder = testFolder();
    (await openIn(folder)).close();
    const raw = new Database(pathsIn(folder).path);
    raw.pragma(`user_version = ${migrations.length + 1}`);
    raw.close();
    const before = hashes(folder);
    expect(await refusal(folder)).toMatchObject({ code: 'database-newer', params: { found: migrations.length + 1, supported: migrations.length } });
    expect(hashes(folder)).toEqual(before);
  });

  it('sees a newer version that is still in the log of a crashed process, and leaves it there', async () => {
    const source = testFolder();
    const db = await openIn(source);
    db.pragma(`user_version = ${migrations.length + 7}`);
    const folder = testFolder();
    for (const name of ['vitrine.db', 'vitrine.db-wal']) copyFileSync(join(source, name), join(folder, name));
    db.close();
    const before = hashes(folder);
    expect(before).toHaveProperty('vitrine.db-wal');
    expect(await refusal(folder)).toMatchObject({ code: 'database-newer', params: { found: migrations.length + 7 } });
    expect(hashes(folder)).toEqual(before);
  });

  it('refuses a file that is no database, one of another program, and one that is damaged', async () => {
    const notSqlite = testFolder();
    writeFileSync(pathsIn(notSqlite).path, 'a shopping list\n'.repeat(40));
    expect(await refusal(notSqlite)).toMatchObject({ code: 'database-not-sqlite' });

    const foreign = testFolder();
    const other = new Database(pathsIn(foreign).path);
    other.exec('create table bookmarks (url text)');
    other.close();
    expect(await refusal(foreign)).toMatchObject({ code: 'database-foreign' });

    const damaged = testFolder();
    const db = await openIn(damaged);
    const store = repositories(db, () => 1);
    for (let n = 0; n < 500; n += 1) addPhoto(store, `photo ${n}.jpg`);
    db.close();
    const bytes = readFileSync(pathsIn(damaged).path);
    bytes.fill(0xa5, 8_192, bytes.length - 4_096);
    writeFileSync(pathsIn(damaged).path, bytes);
    expect(await refusal(damaged)).toMatchObject({ code: 'database-corrupt' });
  });

  it('refuses where the place for the file is something else', async () => {
    const folder = testFolder();
    mkdirSync(pathsIn(folder).path);
    expect(await refusal(folder)).toMatchObject({ code: 'database-not-openable' });
    const file = join(testFolder(), 'file');
    writeFileSync(file, '');
    expect(await refusal(join(file, 'below'))).toMatchObject({ code: 'database-not-openable' });
  });

  it('takes a file of zero bytes for a new one', async () => {
    const folder = testFolder();
    writeFileSync(pathsIn(folder).path, '');
    const db = await openIn(folder);
    expect(quickCheck(db)).toBeNull();
    db.close();
    expect(existsSync(pathsIn(folder).path)).toBe(true);
  });
});

describe('openStore after a crash within the very first start', () => {
  it('takes a file that has no name and no table yet for a new one', async () => {
    const folder = testFolder();
    const begun = new Database(pathsIn(folder).path);
    begun.pragma('journal_mode = WAL');
    begun.close();
    expect(readFileSync(pathsIn(folder).path).length).toBeGreaterThan(0);
    expect(await refusal(folder)).toBeNull();
  });

  it('still refuses one page of another program', async () => {
    const folder = testFolder();
    const foreign = new Database(pathsIn(folder).path);
    foreign.exec('create view answer as select 42');
    foreign.close();
    const before = hashes(folder);
    expect(await refusal(folder)).toMatchObject({ code: 'database-foreign' });
    expect(hashes(folder)).toEqual(before);
  });
});

describe('failureOf', () => {
  it('names what SQLite says of a read-only file and of a full disk', async () => {
    const folder = testFolder();
    (await openIn(folder)).close();
    const readOnly = new Database(pathsIn(folder).path, { readonly: true });
    const write = () => readOnly.prepare(`insert into facts (key, value) values ('a', 'b')`).run();
    expect(failureOf(thrownBy(write))?.code).toBe('database-read-only');
    readOnly.close();

    const full = await openIn(folder);
    full.pragma(`max_page_count = ${String(full.pragma('page_count', { simple: true }))}`);
    const fill = () => full.prepare(`insert into facts (key, value) values ('a', ?)`).run('x'.repeat(1_000_000));
    expect(failureOf(thrownBy(fill))?.code).toBe('disk-full');
    full.close();
  });

  it('takes no bug for a failure of the disk', () => {
    expect(failureOf(new TypeError('x is undefined'))).toBeNull();
  });
});
