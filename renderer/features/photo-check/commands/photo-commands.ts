import {
  IconArrowsMaximize,
  IconBoxAlignTop,
  IconCheck,
  IconClipboardCopy,
  IconDropletHalf2,
  IconDeviceFloppy,
  IconFileExport,
  IconFolder,
  IconListTree,
  IconMask,
  IconRefresh,
  IconSearch,
  IconSelectAll,
  IconShieldCheck,
  IconTextScan2,
  IconTrash,
  IconX,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { Command } from '../../../shell/command.ts';
import { fixCommands } from '../fix/commands.ts';

/** Moves of the keyboard over the grid; each also selects a range while Shift is down. */
export const moveNames = ['left', 'right', 'up', 'down', 'home', 'end', 'page-up', 'page-down'] as const;
export type MoveName = (typeof moveNames)[number];

const moveKeys: Record<MoveName, string> = {
  left: 'arrowleft', right: 'arrowright', up: 'arrowup', down: 'arrowdown',
  home: 'home', end: 'end', 'page-up': 'pageup', 'page-down': 'pagedown',
};

type Rest = Partial<Pick<Command, 'keys' | 'icon' | 'hold' | 'keysOnly'>>;
const command = (name: string, rest: Rest): Command => ({ id: `photos.${name}`, label: `photos:command.${name}`, group: 'photos', ...rest });

/**
 * The photo desk's part of the command table. All of them belong to the page: they work while the grid or
 * the big picture on screen answers them.
 */
export const photoCommands: readonly Command[] = [
  command('pass', { keys: ['p'], icon: IconCheck }),
  command('reject', { keys: ['x'], icon: IconX }),
  command('waive', { keys: ['w'], icon: IconShieldCheck }),
  command('open', { keys: ['enter'], keysOnly: true }),
  command('back', { keys: ['escape'], keysOnly: true }),
  command('search', { keys: ['mod+f', '/'], icon: IconSearch }),
  command('group', { keys: ['v'], icon: IconListTree }),
  command('export', { keys: ['mod+e'], icon: IconFileExport }),
  command('save-view', { keys: ['mod+s'], icon: IconDeviceFloppy }),
  command('group-next', { keys: [']'], keysOnly: true }),
  command('group-previous', { keys: ['['], keysOnly: true }),
  command('group-fold', { keys: ['c'], keysOnly: true }),
  command('group-fold-all', { keys: ['shift+c'], keysOnly: true }),
  command('group-select', { keys: ['a'], keysOnly: true }),
  command('select', { keys: ['space'], keysOnly: true }),
  command('select-all', { keys: ['mod+a'], icon: IconSelectAll }),
  command('copy', { keys: ['mod+c'], icon: IconClipboardCopy }),
  command('recheck', { keys: ['r'], icon: IconRefresh }),
  command('reveal', { keys: ['mod+shift+r'], icon: IconFolder }),
  command('remove', { keys: ['delete'], icon: IconTrash }),
  command('previous', { keys: ['arrowleft', 'arrowup', 'pageup'], keysOnly: true }),
  command('next', { keys: ['arrowright', 'arrowdown', 'pagedown'], keysOnly: true }),
  command('mask', { keys: ['m'], hold: true, icon: IconMask }),
  command('off-white', { keys: ['b'], hold: true, icon: IconDropletHalf2 }),
  command('text', { keys: ['t'], hold: true, icon: IconTextScan2 }),
  command('fill', { keys: ['g'], hold: true, icon: IconBoxAlignTop }),
  command('zoom-in', { keys: ['plus', '='], icon: IconZoomIn }),
  command('zoom-out', { keys: ['-'], icon: IconZoomOut }),
  command('zoom-fit', { keys: ['0'], icon: IconArrowsMaximize }),
  ...moveNames.map((move) => command(move, { keys: [moveKeys[move]], keysOnly: true })),
  ...moveNames.map((move) => command(`extend-${move}`, { keys: [`shift+${moveKeys[move]}`], keysOnly: true })),
  ...fixCommands,
];

/** The shortcut to print beside a button of that command. */
export const shortcutFor = (name: string): string | undefined => photoCommands.find(({ id }) => id === `photos.${name}`)?.keys?.[0];
