import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackRow } from '../../../app/contract/packs.ts';
import type { ChannelId } from '../../../app/photo-check/types.ts';
import { useChannelNames } from '../../shell/channel-names.tsx';
import { nameFrom } from './logic/draft.ts';
import type { PackActions } from './use-pack-actions.ts';
import classes from './editor.module.css';

interface NewChannelProps {
  readonly rows: readonly Pick<PackRow, 'channel'>[];
  /** what it starts as; null = without rules */
  readonly from: ChannelId | null;
  readonly actions: PackActions;
  readonly onClose: () => void;
}

/** Asks what a channel of one's own is called, and what it starts with. */
export function NewChannel({ rows, from, actions, onClose }: NewChannelProps) {
  const { t } = useTranslation();
  const names = useChannelNames();
  const [en, setEn] = useState('');
  const [zh, setZh] = useState('');
  const [origin, setOrigin] = useState(from ?? '');
  const empty = en.trim() === '' && zh.trim() === '';
  return (
    <Modal opened onClose={onClose} withCloseButton={false} centered title={t('packs:create.title')}>
      <form
        className={classes.sourceForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (empty) return;
          onClose();
          void actions.create(nameFrom({ en, zh }), origin === '' ? null : origin);
        }}
      >
        <TextInput data-autofocus label={t('packs:create.name')} description={t('packs:create.nameHint')} maxLength={60} value={en} onChange={(event) => setEn(event.currentTarget.value)} />
        <TextInput label={t('packs:create.zh')} description={t('packs:create.zhHint')} maxLength={60} value={zh} onChange={(event) => setZh(event.currentTarget.value)} />
        <NativeSelect
          size="xs"
          label={t('packs:create.from')}
          value={origin}
          data={[{ value: '', label: t('packs:create.nothing') }, ...rows.map(({ channel }) => ({ value: channel, label: names.full(channel) }))]}
          onChange={(event) => setOrigin(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{t('packs:create.cancel')}</Button>
          <Button type="submit" disabled={empty}>{t('packs:create.confirm')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
