import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconCloudUp, IconDots, IconEraser, IconFolder, IconRefresh, IconTrash, IconX } from '@tabler/icons-react';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import { useBridge } from '../../../bridge/index.ts';
import { KeyCap } from '../../../design/index.ts';
import { shortcutFor } from '../commands/photo-commands.ts';
import { useWords } from '../logic/words.ts';
import type { PhotoActions } from '../page/use-photo-actions.ts';
import classes from './decision-bar.module.css';

/** Pass, reject, and what else can be done with the photo on screen. */
export function DecisionBar({ row, actions }: { row: PhotoRow; actions: PhotoActions }) {
  const { say } = useWords();
  const { platform } = useBridge().start;
  const only = [row.id];
  const cap = (name: string): React.ReactNode => <KeyCap shortcut={shortcutFor(name) ?? ''} platform={platform} />;
  return (
    <div className={classes.bar}>
      <Button
        variant="default"
        className={classes.button ?? ''}
        data-on={row.decision === 'passed' ? 'passed' : undefined}
        aria-pressed={row.decision === 'passed'}
        disabled={row.state === 'failed'}
        leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
        rightSection={cap('pass')}
        onClick={() => void actions.decide('passed', only)}
      >
        {say(row.decision === 'passed' ? 'decision.short.passed' : 'action.pass')}
      </Button>
      <Button
        variant="default"
        className={classes.button ?? ''}
        data-on={row.decision === 'rejected' ? 'rejected' : undefined}
        aria-pressed={row.decision === 'rejected'}
        disabled={row.state === 'failed'}
        leftSection={<IconX size={16} stroke={1.75} aria-hidden />}
        rightSection={cap('reject')}
        onClick={() => void actions.decide('rejected', only)}
      >
        {say(row.decision === 'rejected' ? 'decision.short.rejected' : 'action.reject')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={say('action.more')}>
            <IconDots size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={row.decision === null} leftSection={<IconEraser size={16} stroke={1.75} aria-hidden />} onClick={() => void actions.decide(null, only)}>
            {say('action.clear')}
          </Menu.Item>
          <Menu.Item leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />} rightSection={cap('recheck')} onClick={() => void actions.recheck(only)}>
            {say('action.recheck')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFolder size={16} stroke={1.75} aria-hidden />} onClick={() => actions.reveal(row.id)}>
            {say('action.reveal')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />} rightSection={cap('remove')} onClick={() => void actions.remove(only)}>
            {say('action.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {row.decisionPending ? (
        <p className={classes.pending}>
          <IconCloudUp size={14} stroke={1.75} aria-hidden />
          {say('decision.pending')}
        </p>
      ) : null}
    </div>
  );
}
