import { useTranslation } from 'react-i18next';
import type { WatchedFolder } from '../../../app/contract/watching.ts';
import { useCommand } from '../../bridge/index.ts';
import { useUndoable } from '../../shell/undo.tsx';
import { folderName } from './folder-name.ts';

/** Watching folders and letting go of them; each can be taken back. */
export function useWatchFolder() {
  const { t } = useTranslation();
  const done = useUndoable();
  const choose = useCommand('watching.choose');
  const ofPhoto = useCommand('watching.watchFolderOf');
  const remove = useCommand('watching.remove');
  const restore = useCommand('watching.restore');
  const watched = (folder: WatchedFolder | null): void => {
    if (folder !== null) done(t('watching:done.watched', { name: folderName(folder.path) }), () => remove.mutateAsync({ id: folder.id }));
  };
  return {
    busy: choose.isPending || ofPhoto.isPending,
    /** opens the system's dialog */
    choose: (): void => choose.mutate({}, { onSuccess: watched }),
    /** the folder in which a photo lies */
    watchFolderOf: (photoId: string): void => ofPhoto.mutate({ photoId }, { onSuccess: watched }),
    remove: ({ id, path }: WatchedFolder): void =>
      remove.mutate({ id }, { onSuccess: () => done(t('watching:done.removed', { name: folderName(path) }), () => restore.mutateAsync({ id })) }),
  };
}
