import type { WatchedFolder } from '../../app/contract/watching.ts';
import { refusal, type FakeHandlers } from '../bridge/fake.ts';

const folder = (id: string, path: string, change: Partial<WatchedFolder> = {}): WatchedFolder => ({
  id, path, state: 'watching', problem: null, lookedAt: Date.UTC(2026, 10, 23, 6, 0), pictures: 128, missing: 0, unsettled: 0, unreadable: 0, ...change,
});

export const fakeFolders: readonly WatchedFolder[] = [
  folder('w1', '/home/shop/studio/ready', { missing: 2 }),
  folder('w2', '/media/usb/autumn', { state: 'problem', problem: { code: 'gone', detail: 'ENOENT' }, pictures: 40 }),
];

/** Watched folders that can be added, paused and taken off, as the engine's would be. */
export function fakeWatching(empty: boolean): FakeHandlers {
  let folders: readonly WatchedFolder[] = empty ? [] : fakeFolders;
  const removed = new Map<string, WatchedFolder>();
  const add = (added: WatchedFolder): WatchedFolder => {
    folders = [...folders, added];
    return added;
  };
  const set = (id: string, change: Partial<WatchedFolder>): WatchedFolder => {
    const found = folders.find((one) => one.id === id);
    if (!found) throw refusal('folder-not-found');
    const next = { ...found, ...change };
    folders = folders.map((one) => (one.id === id ? next : one));
    return next;
  };
  return {
    'watching.list': () => [...folders],
    'watching.suggestions': () => (empty ? [] : [{ path: '/home/shop/photos', photoId: 'p0', photos: 36 }].filter(({ path }) => !folders.some((one) => one.path === path))),
    'watching.choose': () => add(folder('w3', '/home/shop/new')),
    'watching.watchFolderOf': () => add(folder('w4', '/home/shop/photos')),
    'watching.pause': ({ id }) => set(id, { state: 'paused' }),
    'watching.resume': ({ id }) => set(id, { state: 'watching' }),
    'watching.look': () => ({}),
    'watching.remove': ({ id }) => {
      removed.set(id, set(id, {}));
      folders = folders.filter((one) => one.id !== id);
      return {};
    },
    'watching.restore': ({ id }) => add(removed.get(id) ?? folder(id, '/home/shop')),
  };
}
