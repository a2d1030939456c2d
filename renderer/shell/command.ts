import type { Icon } from '@tabler/icons-react';
import type { NavigateFunction } from 'react-router';
import type { Settings } from '../../app/contract/settings.ts';
import type { CallName, InputOf } from '../../app/contract/index.ts';

/** Headings of the palette and of the shortcut sheet, in this order. */
export const commandGroups = ['go', 'photos', 'work', 'view', 'help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** What a command may use; handed to it when it runs. */
export interface CommandContext {
  /** gives a command over the bridge; a failure shows itself */
  readonly perform: <N extends CallName>(name: N, input: InputOf<N>) => void;
  readonly navigate: NavigateFunction;
  /** path on screen, e.g. '/photos' */
  readonly path: string;
  readonly settings: Settings;
  readonly setSettings: (change: Partial<Settings>) => void;
  readonly open: (overlay: 'palette' | 'shortcuts') => void;
  readonly undo: { readonly possible: boolean; readonly run: () => void };
}

/** 'press' for one keystroke or a click; 'down' and 'up' for a key that is held. */
export type Phase = 'press' | 'down' | 'up';

/**
 * One thing the console can do. The palette, the shortcut sheet, tooltips and the keyboard all read this table.
 * A command without `run` belongs to a page: it works while that page has a handler for it (`useCommandHandlers`).
 */
export interface Command {
  /** stable, 'feature.verb' */
  readonly id: string;
  /** key of its name in the locale files, with namespace */
  readonly label: string;
  readonly group: CommandGroup;
  /** key of another name by which it is looked for, e.g. that of the page it goes to */
  readonly also?: string;
  readonly icon?: Icon;
  /** e.g. ['mod+k'], ['?'], ['p']; mod = Ctrl, or ⌘ on a Mac; the first one is shown */
  readonly keys?: readonly string[];
  /** acts while its key is held down */
  readonly hold?: true;
  /** keys only, such as moving the selection: not listed in the palette */
  readonly keysOnly?: true;
  readonly when?: (context: CommandContext) => boolean;
  readonly run?: (context: CommandContext) => void;
}
