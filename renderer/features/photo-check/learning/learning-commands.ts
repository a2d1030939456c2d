import { IconPlus, IconTags, IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import type { Command } from '../../../shell/command.ts';

/** Where the own defects are, one of them, and its pictures to label. */
export const defectsPath = '/photos/learning?tab=defects';
export const defectPath = (id: string): string => `${defectsPath}&defect=${id}`;
export const labelPath = (id: string): string => `${defectPath(id)}&label=1`;

/** Learning's part of the command table; those without `run` belong to the picture that is being labelled. */
export const learningCommands: readonly Command[] = [
  { id: 'learning.defects', label: 'learning:command.defects', group: 'photos', icon: IconTags, run: ({ navigate }) => void navigate(defectsPath) },
  { id: 'learning.new', label: 'learning:command.new', group: 'photos', icon: IconPlus, run: ({ navigate }) => void navigate(`${defectsPath}&new=1`) },
  { id: 'learning.good', label: 'learning:command.good', group: 'photos', keys: ['g'], icon: IconThumbUp },
  { id: 'learning.bad', label: 'learning:command.bad', group: 'photos', keys: ['b'], icon: IconThumbDown },
  { id: 'learning.skip', label: 'learning:command.skip', group: 'photos', keys: ['s'], keysOnly: true },
  { id: 'learning.leave', label: 'learning:command.leave', group: 'photos', keys: ['escape'], keysOnly: true },
];

export const keyOf = (name: string): string => learningCommands.find(({ id }) => id === `learning.${name}`)?.keys?.[0] ?? '';
