import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listFolder } from '../../media/index.ts';
import { testAnalysis, testFolder, testStore } from '../../store/test-store.ts';
import type { Store } from '../../store/index.ts';
import { createIntake } from '../intake.ts';
import { openLog } from '../log.ts';
import { noteWrittenFolder } from '../written-folders.ts';
import { hashFile } from './hash-file.ts';
import { createWatching } from './watching.ts';

const long = new Date(1_000_000);
const times = { quiet: 5, settle: 20, poll: 60_000, away: 20 };

/** Writes a file that nobody has touched for long, as far as its time says. */
function put(path: string, content: string): void {
  writeFileSync(path, content);
  utimesSync(path, long, long);
}

/** Stands in for the checks of the job: every photo that waits is as if it had been looked at. */
async function check(store: Store): Promise<number> {
  let checked = 0;
  for (const job of store.jobs.unfinished('photos.check')) {
    for (const id of store.jobItems.waiting(job.id)) {
      store.analyses.put(id, testAnalysis((await hashFile(store.photos.byId(id)?.path ?? '')) ?? ''), 9);
      checked += 1;
    }
    store.jobs.setState(job.id, 'done', 9);
  }
  return checked;
}

async function watchedShop(files: Readonly<Record<string, string>> = { 'a.jpg': 'first', 'b.jpg': 'second' }) {
  const { store } = await testStore();
  const folder = testFolder();
  const shop = join(folder, 'shop');
  mkdirSync(shop);
  for (const [name, content] of Object.entries(files)) put(join(shop, name), content);
  const open = () =>
    createWatching({
      store, intake: createIntake(store), listFolder, now: () => Date.now(), wakeJobs: () => undefined, changed: () => undefined,
      log: openLog(testFolder(), () => 1), dataFolder: join(folder, 'data'), told: () => undefined, times,
    });
  const watching = open();
  onTestFinished(() => watching.close());
  const id = store.watchedFolders.add(shop, 1);
  watching.start();
  const photo = (name: string) => store.photos.byPath(join(shop, name));
  const missing = (name: string) => store.photoList.get(photo(name)?.id ?? '', [])?.missingSince ?? null;
  const holds = (claim: () => void): Promise<void> => vi.waitFor(claim, { timeout: 20_000, interval: 10 });
  await holds(() => expect(watching.get(id)).toMatchObject({ pictures: Object.keys(files).length, unsettled: 0, state: 'watching' }));
  return { store, folder, shop, watching, open, id, photo, missing, holds };
}

describe('a watched folder', () => {
  it('is taken in with the job that checks it, and what comes later too', async () => {
    const { store, shop, photo, holds } = await watchedShop();
    expect(await check(store)).toBe(2);
    mkdirSync(join(shop, 'sale'));
    writeFileSync(join(shop, 'sale', 'c.jpg'), 'third');
    writeFileSync(join(shop, 'notes.txt'), 'no picture');
    await holds(() => expect(photo('sale/c.jpg')).toMatchObject({ state: 'waiting', bytes: 5 }));
    expect(await check(store)).toBe(1);
    expect(store.photos.ids()).toHaveLength(3);
  });

  it('has checked again what holds something else, and not what was only saved again', async () => {
    const { store, shop, photo, holds } = await watchedShop();
    await check(store);
    const before = photo('b.jpg');
    writeFileSync(join(shop, 'a.jpg'), 'other!');
    utimesSync(join(shop, 'b.jpg'), new Date(2_000_000), new Date(2_000_000));
    await holds(() => expect(photo('a.jpg')).toMatchObject({ state: 'waiting', bytes: 6 }));
    await holds(() => expect(photo('b.jpg')).toMatchObject({ id: before?.id, state: 'checked', modifiedMs: 2_000_000 }));
    expect(await check(store)).toBe(1);
  });

  it('marks what is gone, keeps all that was said of it, and takes the mark off when it is back', async () => {
    const { store, shop, photo, missing, holds, watching, id } = await watchedShop();
    await check(store);
    store.photoEvents.decide([photo('a.jpg')?.id ?? ''], 'passed', { actor: 'owner', at: 3 });
    rmSync(join(shop, 'a.jpg'));
    await holds(() => expect(missing('a.jpg')).not.toBeNull());
    expect(store.photoList.get(photo('a.jpg')?.id ?? '', [])).toMatchObject({ decision: 'passed', state: 'checked' });
    expect(watching.get(id)).toMatchObject({ missing: 1 });
    put(join(shop, 'a.jpg'), 'first');
    await holds(() => expect(missing('a.jpg')).toBeNull());
    expect(await check(store)).toBe(0);
  });

  it('knows a file by its bytes when it gets another name or place', async () => {
    const { store, shop, photo, missing, holds } = await watchedShop();
    await check(store);
    const before = photo('a.jpg')?.id ?? '';
    mkdirSync(join(shop, 'main'));
    renameSync(join(shop, 'a.jpg'), join(shop, 'main', 'mug.jpg'));
    await holds(() => expect(photo('main/mug.jpg')).toMatchObject({ id: before, name: 'mug.jpg' }));
    expect(missing('main/mug.jpg')).toBeNull();
    expect(store.photos.ids()).toHaveLength(2);
    expect(await check(store)).toBe(0);
  });

  it('does not bring back what staff took out', async () => {
    const { store, shop, photo, watching, id, holds } = await watchedShop();
    await check(store);
    store.photoEvents.remove([photo('a.jpg')?.id ?? ''], { actor: 'owner', at: 3 });
    put(join(shop, 'a.jpg'), 'changed meanwhile');
    put(join(shop, 'z.jpg'), 'new');
    watching.look(id);
    await holds(() => expect(photo('z.jpg')).not.toBeNull());
    expect(store.photos.ids()).not.toContain(photo('a.jpg')?.id);
  });

  it('does not follow links out of it, and passes over what is hidden', async () => {
    const { shop, folder, store, watching, id, holds } = await watchedShop();
    mkdirSync(join(folder, 'elsewhere'));
    put(join(folder, 'elsewhere', 'x.jpg'), 'not of this folder');
    symlinkSync(join(folder, 'elsewhere'), join(shop, 'way-out'));
    symlinkSync(join(folder, 'elsewhere', 'x.jpg'), join(shop, 'x.jpg'));
    symlinkSync(shop, join(shop, 'round'));
    put(join(shop, '.hidden.jpg'), 'hidden');
    put(join(shop, 'z.jpg'), 'new');
    watching.look(id);
    await holds(() => expect(store.photos.ids()).toHaveLength(3));
    expect(watching.get(id)?.pictures).toBe(3);
  });
});

describe('a look that finds more than is stored at once', () => {
  it('makes one job of it, whose counters are right', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_203 }, (_, n) => [`${n}.jpg`, `picture ${n}`]));
    const { store } = await watchedShop(many);
    const jobs = store.jobs.unfinished('photos.check');
    expect(jobs).toMatchObject([{ total: 1_203 }]);
    expect(new Set(store.jobItems.waiting(jobs[0]?.id ?? ''))).toEqual(new Set(store.photos.ids()));
  });
});

describe('copies that the console wrote into a watched folder', () => {
  it('do not come back as photos, by whichever way the folder is named', async () => {
    const { store, folder, shop, watching, photo, holds } = await watchedShop();
    const linked = join(folder, 'linked');
    symlinkSync(shop, linked);
    for (const [parent, name] of [[shop, 'one'], [linked, 'two']] as const) {
      mkdirSync(join(parent, name, 'ebay'), { recursive: true });
      await noteWrittenFolder(store, join(parent, name));
      put(join(parent, name, 'ebay', 'a.jpg'), `copy ${name}`);
    }
    put(join(shop, 'c.jpg'), 'third');
    watching.look(null);
    await holds(() => expect(photo('c.jpg')).not.toBeNull());
    expect(store.photos.ids()).toHaveLength(3);
    const again = store.watchedFolders.add(linked, 5);
    watching.follow();
    await holds(() => expect(watching.get(again)).toMatchObject({ pictures: 3 }));
  });
});

describe('a folder that is away', () => {
  it('is named as such, nothing in it is marked, and it is taken up when it returns', async () => {
    const { store, shop, folder, watching, id, missing, photo, holds } = await watchedShop();
    await check(store);
    renameSync(shop, join(folder, 'unplugged'));
    await holds(() => expect(watching.get(id)).toMatchObject({ state: 'problem', problem: { code: 'gone' } }));
    expect([missing('a.jpg'), missing('b.jpg')]).toEqual([null, null]);
    put(join(folder, 'unplugged', 'c.jpg'), 'put there meanwhile');
    renameSync(join(folder, 'unplugged'), shop);
    await holds(() => expect(photo('c.jpg')).not.toBeNull());
    await holds(() => expect(watching.get(id)).toMatchObject({ state: 'watching', problem: null, missing: 0 }));
  });

  it('is not taken for emptied where its place lies on another disk', async () => {
    const { store, shop, watching, id, missing, holds } = await watchedShop();
    await check(store);
    await watching.close();
    for (const name of ['a.jpg', 'b.jpg']) rmSync(join(shop, name));
    store.watchedFolders.looked(id, 2, 2, 'the drive that was plugged in');
    watching.start();
    await holds(() => expect(watching.get(id)).toMatchObject({ state: 'problem', problem: { code: 'unplugged' } }));
    expect(missing('a.jpg')).toBeNull();
  });

  it('is taken for emptied where it is the same disk', async () => {
    const { store, shop, missing, holds } = await watchedShop();
    await check(store);
    for (const name of ['a.jpg', 'b.jpg']) rmSync(join(shop, name));
    await holds(() => expect([missing('a.jpg'), missing('b.jpg')]).not.toContain(null));
  });
});

describe('the list of watched folders', () => {
  it('holds over a restart, which sees what happened meanwhile', async () => {
    const { store, shop, watching, open, photo, missing, holds } = await watchedShop();
    await check(store);
    await watching.close();
    put(join(shop, 'c.jpg'), 'third');
    put(join(shop, 'b.jpg'), 'another second');
    rmSync(join(shop, 'a.jpg'));
    const later = open();
    onTestFinished(() => later.close());
    later.start();
    await holds(() => expect(photo('c.jpg')).not.toBeNull());
    expect(photo('b.jpg')?.state).toBe('waiting');
    expect(missing('a.jpg')).not.toBeNull();
  });

  it('rests a folder that is paused or was taken off, and catches up afterwards', async () => {
    const { store, shop, watching, id, photo, holds } = await watchedShop();
    store.watchedFolders.setPaused(id, true);
    watching.follow();
    expect(watching.get(id)?.state).toBe('paused');
    put(join(shop, 'c.jpg'), 'third');
    watching.look(null);
    store.watchedFolders.remove(id, 5);
    watching.follow();
    expect(watching.list()).toEqual([]);
    expect(photo('c.jpg')).toBeNull();
    store.watchedFolders.restore(id);
    store.watchedFolders.setPaused(id, false);
    watching.follow();
    await holds(() => expect(photo('c.jpg')).not.toBeNull());
  });

  it('knows what is watched already and what is the console’s own', async () => {
    const { shop, folder, watching } = await watchedShop();
    expect(watching.watcherOf(join(shop, 'sale'))).toBe(shop);
    expect(watching.watcherOf(`${shop}-2`)).toBeNull();
    expect(watching.isOwn(join(folder, 'data', 'pictures'))).toBe(true);
    expect(watching.isOwn(mkdtempSync(join(tmpdir(), 'vitrine-own-')))).toBe(false);
  });
});
