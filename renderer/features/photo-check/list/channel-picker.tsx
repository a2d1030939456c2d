import { Button, Menu } from '@mantine/core';
import { IconAdjustments, IconCheck, IconChevronDown, IconShieldQuestion } from '@tabler/icons-react';
import type { OutputOf } from '../../../../app/contract/index.ts';
import { useNavigate } from 'react-router';
import { useWords, type ChannelChoice } from '../logic/words.ts';
import classes from './toolbar.module.css';

interface ChannelPickerProps {
  readonly value: ChannelChoice;
  readonly channels: OutputOf<'photos.channels'>;
  readonly counts: OutputOf<'photos.counts'> | undefined;
  readonly onChange: (channel: ChannelChoice) => void;
}

/** Which market's eyes to look with; each with how many photos it refuses. */
export function ChannelPicker({ value, channels, counts, onChange }: ChannelPickerProps) {
  const words = useWords();
  const navigate = useNavigate();
  const { say, format } = words;
  const failing = new Map(counts?.byChannel.map(({ channel, fail }) => [channel, fail]));
  return (
    <Menu position="bottom-start" width={288}>
      <Menu.Target>
        <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />} aria-label={`${say('channel.pick')}: ${words.channel(value)}`}>
          {words.channel(value)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['all', ...channels.filter(({ enabled }) => enabled).map(({ id }) => id)] as const).map((id) => {
          const info = channels.find((channel) => channel.id === id);
          const fails = id === 'all' ? 0 : (failing.get(id) ?? 0);
          return (
            <Menu.Item key={id} onClick={() => onChange(id)} leftSection={<IconCheck size={14} aria-hidden visibility={id === value ? 'visible' : 'hidden'} />}>
              <span className={classes.channel}>
                {words.channel(id)}
                {info?.rules.every(({ official }) => !official) ? <IconShieldQuestion size={14} stroke={1.75} className={classes.unverified} aria-label={say('channel.unverified')} /> : null}
                {fails > 0 ? <span className={classes.fails}>{format.number(fails)}</span> : null}
              </span>
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconAdjustments size={14} stroke={1.75} aria-hidden />} onClick={() => void navigate(value === 'all' ? '/channels' : `/channels/${value}`)}>
          {say('packs:manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
