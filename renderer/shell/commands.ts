import {
  IconArrowBackUp,
  IconBrightness,
  IconCommand,
  IconFolderOpen,
  IconKeyboard,
  IconLanguage,
  IconLayoutSidebar,
  IconMoon,
  IconPhotoPlus,
  IconRowInsertBottom,
  IconSun,
  IconSquareHalf,
} from '@tabler/icons-react';
import { channelCommands } from '../features/channels/index.ts';
import { learningCommands, photoCommands } from '../features/photo-check/index.ts';
import { productCommands } from '../features/products/index.ts';
import { watchingCommands } from '../features/watching/index.ts';
import type { Command } from './command.ts';
import { places } from './places.ts';

const go: readonly Command[] = places.map((place) => ({
  id: `go.${place.id}`,
  label: `shell:go.${place.id}`,
  also: `shell:places.${place.id}`,
  group: 'go',
  icon: place.icon,
  ...(place.key ? { keys: [place.key] } : {}),
  run: ({ navigate }) => void navigate(place.path),
}));

const choose =
  (kind: 'files' | 'folder'): NonNullable<Command['run']> =>
  ({ perform, navigate }) => {
    perform('photos.choose', { kind });
    void navigate('/photos');
  };

const nextBackground = { grey: 'white', white: 'black', black: 'checker', checker: 'grey' } as const;

const shell: readonly Command[] = [
  { id: 'photos.chooseFiles', label: 'shell:commands.chooseFiles', group: 'photos', icon: IconPhotoPlus, keys: ['mod+o'], run: choose('files') },
  { id: 'photos.chooseFolder', label: 'shell:commands.chooseFolder', group: 'photos', icon: IconFolderOpen, keys: ['mod+shift+o'], run: choose('folder') },
  { id: 'edit.undo', label: 'shell:commands.undo', group: 'work', icon: IconArrowBackUp, keys: ['mod+z', 'z'], when: ({ undo }) => undo.possible, run: ({ undo }) => undo.run() },
  { id: 'view.rail', label: 'shell:commands.rail', group: 'view', icon: IconLayoutSidebar, keys: ['mod+b'], run: ({ settings, setSettings }) => setSettings({ railOpen: !settings.railOpen }) },
  { id: 'view.light', label: 'shell:commands.light', group: 'view', icon: IconSun, run: ({ setSettings }) => setSettings({ theme: 'light' }) },
  { id: 'view.dark', label: 'shell:commands.dark', group: 'view', icon: IconMoon, run: ({ setSettings }) => setSettings({ theme: 'dark' }) },
  { id: 'view.system', label: 'shell:commands.system', group: 'view', icon: IconBrightness, run: ({ setSettings }) => setSettings({ theme: 'system' }) },
  { id: 'view.density', label: 'shell:commands.density', group: 'view', icon: IconRowInsertBottom, run: ({ settings, setSettings }) => setSettings({ density: settings.density === 'compact' ? 'comfortable' : 'compact' }) },
  { id: 'view.pictureBackground', label: 'shell:commands.pictureBackground', group: 'view', icon: IconSquareHalf, run: ({ settings, setSettings }) => setSettings({ pictureBackground: nextBackground[settings.pictureBackground] }) },
  { id: 'view.english', label: 'shell:commands.english', group: 'view', icon: IconLanguage, run: ({ setSettings }) => setSettings({ language: 'en' }) },
  { id: 'view.chinese', label: 'shell:commands.chinese', group: 'view', icon: IconLanguage, run: ({ setSettings }) => setSettings({ language: 'zh-CN' }) },
  { id: 'help.palette', label: 'shell:commands.palette', group: 'help', icon: IconCommand, keys: ['mod+k'], keysOnly: true, run: ({ open }) => open('palette') },
  { id: 'help.shortcuts', label: 'shell:commands.shortcuts', group: 'help', icon: IconKeyboard, keys: ['?'], run: ({ open }) => open('shortcuts') },
];

/** THE table: every command of the console, in the order in which lists show them. */
export const commands: readonly Command[] = [...go, ...shell, ...photoCommands, ...productCommands, ...learningCommands, ...watchingCommands, ...channelCommands];
