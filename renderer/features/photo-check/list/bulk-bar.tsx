import { Button } from '@mantine/core';
import { IconCheck, IconClipboardCopy, IconEraser, IconFileExport, IconRefresh, IconShieldCheck, IconSquareX, IconTrash, IconX } from '@tabler/icons-react';
import { IconButton, KeyCap } from '../../../design/index.ts';
import { useBridge } from '../../../bridge/index.ts';
import { FixButton } from '../fix/fix-button.tsx';
import { shortcutFor } from '../commands/photo-commands.ts';
import { useWords } from '../logic/words.ts';
import type { PhotoActions } from '../page/use-photo-actions.ts';
import classes from './bulk-bar.module.css';

interface BulkBarProps {
  readonly count: number;
  readonly total: number;
  readonly actions: PhotoActions;
  readonly onWaive: () => void;
  readonly onExport: () => void;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
}

/** What can be done with all selected photos at once; takes the place of the filters while any are selected. */
export function BulkBar({ count, total, actions, onWaive, onExport, onSelectAll, onClear }: BulkBarProps) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  return (
    <div className={classes.bar} role="toolbar" aria-label={say('grid.selected', { count })}>
      <span className={classes.count}>{say('grid.selected', { count })}</span>
      {count < total ? (
        <Button variant="subtle" onClick={onSelectAll}>
          {say('grid.selectAll', { count: total })}
        </Button>
      ) : null}
      <span className={classes.space} />
      <Button variant="default" leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />} rightSection={<KeyCap shortcut={shortcutFor('pass') ?? ''} platform={platform} />} onClick={() => void actions.decide('passed')}>
        {say('action.pass')}
      </Button>
      <Button variant="default" leftSection={<IconX size={16} stroke={1.75} aria-hidden />} rightSection={<KeyCap shortcut={shortcutFor('reject') ?? ''} platform={platform} />} onClick={() => void actions.decide('rejected')}>
        {say('action.reject')}
      </Button>
      <IconButton icon={IconShieldCheck} label={say('waivers:action')} shortcut={shortcutFor('waive')} platform={platform} onClick={onWaive} />
      <FixButton which="fix-alike" />
      <IconButton icon={IconEraser} label={say('action.clear')} onClick={() => void actions.decide(null)} />
      <span className={classes.divider} />
      <IconButton icon={IconRefresh} label={say('action.recheck')} shortcut={shortcutFor('recheck')} platform={platform} onClick={() => void actions.recheck()} />
      <IconButton icon={IconClipboardCopy} label={say('action.copyRow')} shortcut={shortcutFor('copy')} platform={platform} onClick={() => void actions.copy()} />
      <IconButton icon={IconFileExport} label={say('export:action')} shortcut={shortcutFor('export')} platform={platform} onClick={onExport} />
      <IconButton icon={IconTrash} label={say('action.remove')} shortcut={shortcutFor('remove')} platform={platform} onClick={() => void actions.remove()} />
      <span className={classes.divider} />
      <IconButton icon={IconSquareX} label={say('grid.clear')} shortcut={shortcutFor('back')} platform={platform} onClick={onClear} />
    </div>
  );
}
