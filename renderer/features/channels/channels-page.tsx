import { Button } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../../app/photo-check/types.ts';
import { asCallError, useCall } from '../../bridge/index.ts';
import { ErrorPanel, SkeletonRows } from '../../design/index.ts';
import { Page } from '../../shell/page.tsx';
import { useSettings } from '../../shell/settings-context.tsx';
import { ChannelTable } from './channel-table.tsx';
import { ImportProblems } from './import-problems.tsx';
import { NewChannel } from './new-channel.tsx';
import { usePackActions, type ImportFailure } from './use-pack-actions.ts';

/** The channels there are: which the shop sells on, by which rules, how sure those are, and what is about to change. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const { settings, setSettings } = useSettings();
  const { data: rows, error, refetch } = useCall('packs.list', {});
  const actions = usePackActions();
  /** what a new channel starts as; undefined while none is asked for */
  const [copying, copy] = useState<ChannelId | null | undefined>(undefined);
  const [failure, fail] = useState<ImportFailure | null>(null);

  const on = new Set(rows?.filter(({ enabled }) => enabled).map(({ channel }) => channel));
  const toggle = (channel: ChannelId): (() => void) | null => {
    if (on.has(channel) && on.size === 1) return null;
    const others = settings.channels.filter((one) => one !== channel);
    return () => setSettings({ channels: on.has(channel) ? others : [...others, channel] });
  };
  return (
    <Page
      title={t('packs:title')}
      view={rows ? t('packs:count', { count: rows.length }) : null}
      actions={
        <>
          <Button variant="default" leftSection={<IconFileImport size={14} stroke={1.75} aria-hidden />} onClick={() => void actions.importPack().then(fail)}>{t('packs:import')}</Button>
          <Button leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} onClick={() => copy(null)}>{t('packs:create.action')}</Button>
        </>
      }
    >
      {failure ? <ImportProblems failure={failure} onClose={() => fail(null)} /> : null}
      {error ? <ErrorPanel error={asCallError(error)} onRetry={() => void refetch()} /> : null}
      {!rows && !error ? <SkeletonRows rows={9} /> : null}
      {rows ? <ChannelTable rows={rows} actions={actions} toggle={toggle} onCopy={copy} /> : null}
      {rows && copying !== undefined ? <NewChannel rows={rows} from={copying} actions={actions} onClose={() => copy(undefined)} /> : null}
    </Page>
  );
}
