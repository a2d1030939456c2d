import { IconColumns2, IconFileExport, IconTool, IconTools, type Icon } from '@tabler/icons-react';
import type { Command } from '../../../shell/command.ts';

const command = (name: string, keys: readonly string[], rest: Partial<Pick<Command, 'icon' | 'hold' | 'keysOnly'>> = {}): Command => ({
  id: `photos.fix-${name}`, label: `fixes:command.${name}`, group: 'photos', keys, ...rest,
});
const opens = (name: string, keys: readonly string[], icon: Icon): Command => ({ id: `photos.${name}`, label: `fixes:command.${name}`, group: 'photos', keys, icon });

/** Keys of fixing: the first two open it, the others work while copies are looked at. */
export const fixCommands: readonly Command[] = [
  opens('fix', ['f'], IconTool),
  opens('fix-alike', ['shift+f'], IconTools),
  { id: 'photos.export-fixes', label: 'fixes:section.export', group: 'photos', icon: IconFileExport },
  command('accept', ['enter'], { keysOnly: true }),
  command('discard', ['escape'], { keysOnly: true }),
  command('before', ['b'], { keysOnly: true, hold: true }),
  command('exclude', ['space'], { keysOnly: true }),
  command('layout', ['d'], { icon: IconColumns2 }),
  command('look', ['l'], { keysOnly: true }),
  command('left', ['arrowleft'], { keysOnly: true }),
  command('right', ['arrowright'], { keysOnly: true }),
  command('up', ['arrowup'], { keysOnly: true }),
  command('down', ['arrowdown'], { keysOnly: true }),
];

/** The shortcut to print beside a button, by the command's full id. */
export const fixShortcut = (id: string): string => fixCommands.find((one) => one.id === id)?.keys?.[0] ?? '';
