import { IconBuildingStore, IconDeviceFloppy } from '@tabler/icons-react';
import type { Command } from '../../shell/command.ts';

/** The channels' part of the command table. */
export const channelCommands: readonly Command[] = [
  { id: 'go.channels', label: 'packs:command', group: 'go', icon: IconBuildingStore, run: ({ navigate }) => void navigate('/channels') },
  // works while the editor of a pack is on screen
  { id: 'packs.save', label: 'packs:commandSave', group: 'photos', icon: IconDeviceFloppy, keys: ['mod+s'] },
];
