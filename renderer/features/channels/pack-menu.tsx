import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconDots, IconFileExport, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../../app/photo-check/types.ts';
import type { PackActions } from './use-pack-actions.ts';

interface PackMenuProps {
  readonly channel: ChannelId;
  readonly name: string;
  readonly builtIn: boolean;
  readonly edited: boolean;
  readonly actions: PackActions;
  readonly onCopy: () => void;
}

/** What can be done with a whole pack beside editing it. */
export function PackMenu({ channel, name, builtIn, edited, actions, onCopy }: PackMenuProps) {
  const { t } = useTranslation();
  const label = t('packs:more', { channel: name });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} title={label}>
          <IconDots size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={14} stroke={1.75} aria-hidden />} onClick={onCopy}>{t('packs:copy')}</Menu.Item>
        <Menu.Item leftSection={<IconFileExport size={14} stroke={1.75} aria-hidden />} onClick={() => void actions.exportPack(channel)}>{t('packs:export')}</Menu.Item>
        {builtIn ? (
          <Menu.Item leftSection={<IconArrowBackUp size={14} stroke={1.75} aria-hidden />} disabled={!edited} onClick={() => void actions.reset(channel)}>{t('packs:reset')}</Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconTrash size={14} stroke={1.75} aria-hidden />} onClick={() => void actions.remove(channel)}>{t('packs:remove')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
