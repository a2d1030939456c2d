import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupIsDue, backupName, backupTo, listBackups, rotateBackups, type BackupReason } from './backup.ts';
import { repositories } from './index.ts';
import { addPhoto, openIn, pathsIn, testFolder, testStore } from './test-store.ts';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 10, 23, 12);

describe('a backup', () => {
  it('restores to all that was acknowledged when it was made, and nothing later', async () => {
    const { db, store, folder } = await testStore();
    const id = addPhoto(store, 'lamp.jpg');
    store.photoEvents.decide([id], 'rejected', { actor: 'owner', at: 1 });
    const backups = pathsIn(folder).backupsFolder;
    const copy = await backupTo(db, backups, backupName('manual', start, 4));
    addPhoto(store, 'later.jpg');

    const restored = testFolder();
    copyFileSync(copy, pathsIn(restored).path);
    const again = await openIn(restored);
    const list = repositories(again, () => 1).photoList.list({ channel: 'all', show: 'all', rule: null, search: '', sort: 'name', offset: 0, limit: 10 }, ['ebay']);
    expect(list.rows.map((row) => [row.name, row.decision])).toEqual([['lamp.jpg', 'rejected']]);
    again.close();
  });

  it('leaves no half-written file behind when the disk refuses it', async () => {
    const { db, folder } = await testStore();
    const backups = pathsIn(folder).backupsFolder;
    db.close();
    await expect(backupTo(db, backups, backupName('manual', start, 4))).rejects.toThrow('not open');
    expect(readdirSync(backups)).toEqual([]);
  });
});

it('a backup that its check refuses is none', async () => {
  const { db, folder } = await testStore();
  const backups = pathsIn(folder).backupsFolder;
  await expect(backupTo(db, backups, backupName('close', start, 4), { check: () => Promise.reject(new Error('damaged')) })).rejects.toThrow('damaged');
  expect(readdirSync(backups)).toEqual([]);
});

describe('rotation', () => {
  const make = (folder: string, reason: BackupReason, at: number) => writeFileSync(join(folder, backupName(reason, at, 4)), '');

  it('keeps one of each of seven days, the newest one before a migration, and files that are none of its own', () => {
    const folder = testFolder();
    make(folder, 'before-migration', start - 100 * day);
    make(folder, 'before-migration', start - 50 * day);
    for (let n = 0; n < 10; n += 1) make(folder, 'daily', start + n * day);
    writeFileSync(join(folder, 'holiday.db'), '');
    const cutOff = `${backupName('close', start, 4)}.partial`;
    for (const name of [cutOff, `${cutOff}-journal`]) writeFileSync(join(folder, name), 'killed half-way');
    rotateBackups(folder);
    const left = listBackups(folder);
    expect(left.map((backup) => (backup.at - start) / day)).toEqual([9, 8, 7, 6, 5, 4, 3, -50]);
    expect(readdirSync(folder)).toContain('holiday.db');
    expect(readdirSync(folder).filter((name) => name.includes('.partial'))).toEqual([]);
  });

  it('loses no earlier day and nothing that a person asked for to an afternoon of many closes', () => {
    const folder = testFolder();
    const hour = day / 24;
    make(folder, 'close', start - 3 * day);
    make(folder, 'daily', start - 2 * day);
    make(folder, 'manual', start - day);
    make(folder, 'manual', start);
    for (let n = 1; n <= 10; n += 1) make(folder, 'close', start + (n * hour) / 10);
    rotateBackups(folder);
    const left = listBackups(folder).map(({ at, reason }) => `${reason} ${Math.round(((at - start) / hour) * 10) / 10}`);
    expect(left).toEqual(['close 1', 'close 0.9', 'close 0.8', 'manual 0', 'manual -24', 'daily -48', 'close -72']);
  });

  it('is due once a day', () => {
    const folder = testFolder();
    expect(backupIsDue(folder, start)).toBe(true);
    make(folder, 'daily', start);
    expect(backupIsDue(folder, start + day - 1)).toBe(false);
    expect(backupIsDue(folder, start + day)).toBe(true);
  });
});
