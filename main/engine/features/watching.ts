import { dirname, resolve } from 'node:path';
import type { CallResult } from '../../../app/contract/define.ts';
import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import type { WatchedFolder } from '../../../app/contract/watching.ts';
import { err, ok } from '../../../app/kernel/result.ts';
import type { Store } from '../../store/index.ts';
import { suggestFolders, type Watching } from '../watching/index.ts';

export interface WatchingCallsParts {
  readonly store: Pick<Store, 'photos' | 'photoFiles' | 'watchedFolders'>;
  readonly watching: Watching;
}

const mostSuggested = 5;

/** Watches a folder from now on. What is the console's own, or watched already, is refused. */
export function watchFolder({ store, watching }: WatchingCallsParts, folder: string, at: number): CallResult<WatchedFolder> {
  const path = resolve(folder);
  if (watching.isOwn(path)) return err({ code: 'folder-not-watchable', params: { folder: path } });
  const watchedBy = watching.watcherOf(path);
  if (watchedBy !== null) return err({ code: 'folder-watched-already', params: { folder: watchedBy } });
  const id = store.watchedFolders.add(path, at);
  watching.follow();
  return known(watching, id);
}

const known = (watching: Watching, id: string): CallResult<WatchedFolder> => {
  const folder = watching.get(id);
  return folder === null ? err({ code: 'folder-not-found' }) : ok(folder);
};

/** Calls about watched folders: which there are, how they stand; added, paused, taken off and brought back. */
export function watchingHandlers(parts: WatchingCallsParts): Handlers<Contract['watching'], 'choose'> {
  const { store, watching } = parts;
  const set = (id: string, done: boolean): CallResult<WatchedFolder> => {
    if (!done) return err({ code: 'folder-not-found' });
    watching.follow();
    return known(watching, id);
  };
  return {
    list: () => ok(watching.list()),
    suggestions: () => ok(suggestFolders(store.photoFiles.own(), store.watchedFolders.list().map(({ path }) => path), mostSuggested)),
    watchFolderOf({ photoId }, { at }) {
      const photo = store.photos.byId(photoId);
      return photo === null ? err({ code: 'photo-not-found' }) : watchFolder(parts, dirname(photo.path), at);
    },
    pause: ({ id }) => set(id, store.watchedFolders.setPaused(id, true)),
    resume: ({ id }) => set(id, store.watchedFolders.setPaused(id, false)),
    remove({ id }, { at }) {
      if (!store.watchedFolders.remove(id, at)) return err({ code: 'folder-not-found' });
      watching.follow();
      return ok({});
    },
    restore: ({ id }) => set(id, store.watchedFolders.restore(id)),
    look({ id }) {
      watching.look(id);
      return ok({});
    },
  };
}
