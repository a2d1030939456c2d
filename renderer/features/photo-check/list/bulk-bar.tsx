import { Button } from '@mantine/core';
import { IconCheck, IconClipboardCopy, IconEraser, IconRefresh, IconTrash, IconX } from '@tabler/icons-react';
import { IconButton } from '../../../design/index.ts';
import { useBridge } from '../../../bridge/index.ts';
import { shortcutFor } from '../commands/photo-commands.ts';
import { useWords } from '../logic/words.ts';
import type { PhotoActions } from '../page/use-photo-actions.ts';
import classes from './bulk-bar.module.css';

interface BulkBarProps {
  readonly count: number;
  readonly total: number;
  readonly actions: PhotoActions;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
}

/** What can be done with all selected photos at once; floats over the grid while any are selected. */
export function BulkBar({ count, total, actions, onSelectAll, onClear }: BulkBarProps) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  if (count === 0) return null;
  return (
    <div className={classes.place}>
      <div className={classes.bar} role="toolbar" aria-label={say('grid.selected', { count })}>
        <span className={classes.count}>{say('grid.selected', { count })}</span>
        {count < total ? (
          <Button variant="subtle" onClick={onSelectAll}>
            {say('grid.selectAll', { count: total })}
          </Button>
        ) : null}
        <span className={classes.divider} />
        <Button variant="default" leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />} onClick={() => void actions.decide('passed')}>
          {say('action.pass')}
        </Button>
        <Button variant="default" leftSection={<IconX size={16} stroke={1.75} aria-hidden />} onClick={() => void actions.decide('rejected')}>
          {say('action.reject')}
        </Button>
        <span className={classes.divider} />
        <IconButton icon={IconEraser} label={say('action.clear')} onClick={() => void actions.decide(null)} position="top" />
        <IconButton icon={IconRefresh} label={say('action.recheck')} shortcut={shortcutFor('recheck')} platform={platform} onClick={() => void actions.recheck()} position="top" />
        <IconButton icon={IconClipboardCopy} label={say('action.copyRow')} shortcut={shortcutFor('copy')} platform={platform} onClick={() => void actions.copy()} position="top" />
        <IconButton icon={IconTrash} label={say('action.remove')} shortcut={shortcutFor('remove')} platform={platform} onClick={() => void actions.remove()} position="top" />
        <span className={classes.divider} />
        <IconButton icon={IconX} label={say('grid.clear')} shortcut={shortcutFor('back')} platform={platform} onClick={onClear} position="top" />
      </div>
    </div>
  );
}
