import { describe, expect, it } from 'vitest';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPhotos } from '../media/index.ts';
import { testFolder, testStore } from '../store/test-store.ts';
import { createImport } from './importing.ts';

async function shop() {
  const { store } = await testStore();
  const folder = join(testFolder(), 'shop');
  mkdirSync(folder);
  for (const name of ['a.jpg', 'b.png', 'notes.txt']) writeFileSync(join(folder, name), name);
  let woken = 0;
  const importPhotos = createImport({ store, findPhotos, wakeJobs: () => { woken += 1; }, changed: () => {} });
  const take = (...paths: string[]) => importPhotos({ paths, sample: false, actor: 'owner', at: 5 });
  return { store, folder, take, woken: () => woken };
}

describe('importing', () => {
  it('takes in the pictures of a folder with the job that checks them, and counts what is none', async () => {
    const { store, folder, take, woken } = await shop();
    const report = await take(folder);
    expect(report).toMatchObject({ added: 2, known: 0, ignored: 1 });
    expect(store.jobs.byId(report.jobId ?? '')).toMatchObject({ kind: 'photos.check', total: 2, state: 'queued' });
    expect(store.jobItems.waiting(report.jobId ?? '')).toEqual(store.photos.ids());
    expect(woken()).toBe(1);
  });

  it('knows a file by path, size and time; one that changed is checked again as the same photo', async () => {
    const { store, folder, take } = await shop();
    const first = await take(folder);
    store.jobs.setState(first.jobId ?? '', 'done', 6);
    for (const id of store.photos.ids()) store.photos.setState(id, 'checked');
    expect(await take(folder)).toEqual({ jobId: null, added: 0, known: 2, ignored: 1 });
    const path = join(folder, 'a.jpg');
    writeFileSync(path, 'another picture');
    utimesSync(path, 1_000, 1_000);
    const again = await take(folder);
    expect(again).toMatchObject({ added: 1, known: 1 });
    expect(store.jobItems.waiting(again.jobId ?? '')).toEqual([store.photos.byPath(path)?.id]);
    expect(store.photos.ids()).toHaveLength(2);
  });

  it('checks a photo whose job was cancelled before it came to it', async () => {
    const { store, folder, take } = await shop();
    const first = await take(folder);
    store.jobs.setState(first.jobId ?? '', 'cancelled', 6);
    const again = await take(folder);
    expect(again).toMatchObject({ added: 2, known: 0 });
    expect(store.jobItems.waiting(again.jobId ?? '')).toEqual(store.photos.ids());
  });

  it('gives no photo to two jobs at once', async () => {
    const { folder, take } = await shop();
    await take(folder);
    writeFileSync(join(folder, 'a.jpg'), 'changed while it waits');
    expect(await take(folder)).toMatchObject({ jobId: null, added: 0, known: 2 });
  });

  it('brings a photo back that was taken out, by an event', async () => {
    const { store, folder, take } = await shop();
    await take(folder);
    const [id = ''] = store.photos.ids();
    store.photoEvents.remove([id], { actor: 'owner', at: 6 });
    expect(store.photos.ids()).not.toContain(id);
    await take(folder);
    expect(store.photos.ids()).toContain(id);
    expect(store.photoHistory.of(id).map((entry) => entry.type)).toEqual(['removed', 'restored']);
  });

  it('keeps what could not be reached as a photo, so that its check names the cause', async () => {
    const { store, folder, take } = await shop();
    expect(await take(join(folder, 'gone.jpg'))).toMatchObject({ added: 1 });
    expect(store.photos.byPath(join(folder, 'gone.jpg'))).toMatchObject({ name: 'gone.jpg', bytes: 0, state: 'waiting' });
  });
});
