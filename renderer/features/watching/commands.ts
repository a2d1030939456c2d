import { IconFolderSearch, IconFolderSymlink } from '@tabler/icons-react';
import type { Command } from '../../shell/command.ts';

/** Where the watched folders are listed. */
export const foldersPath = '/photos/folders';

/** The watched folders' part of the command table. */
export const watchingCommands: readonly Command[] = [
  {
    id: 'watching.choose', label: 'watching:command.choose', group: 'photos', icon: IconFolderSymlink,
    run: ({ perform, navigate }) => {
      perform('watching.choose', {});
      void navigate(foldersPath);
    },
  },
  { id: 'watching.look', label: 'watching:command.look', group: 'photos', icon: IconFolderSearch, run: ({ perform }) => perform('watching.look', { id: null }) },
];
