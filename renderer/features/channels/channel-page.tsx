import { useParams } from 'react-router';
import { CallFailure } from '../../bridge/call-failure.ts';
import { asCallError, useCall } from '../../bridge/index.ts';
import { ErrorPanel, SkeletonRows } from '../../design/index.ts';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { PackEditor } from './pack-editor.tsx';
import { useStoredDraft } from './draft-storage.ts';
import { Draft } from './logic/draft.ts';

/** One channel and its rules. A pack from a file may be for a channel that is not there before it is saved. */
export function ChannelPage() {
  const { channel = '' } = useParams();
  const { t } = useTranslation();
  const { data, error, refetch } = useCall('packs.get', { channel });
  const forms = useCall('packs.forms', {}).data;
  const unsaved = useStoredDraft(channel) !== null;
  const fresh = unsaved && error instanceof CallFailure && error.error.code === 'channel-not-found';
  if (forms && data) {
    const origin = data.builtIn === null ? null : Draft.parse(data.builtIn);
    return <PackEditor key={channel} channel={channel} stored={Draft.parse(data.pack)} origin={origin} history={data.history} forms={forms} />;
  }
  if (forms && fresh) return <PackEditor key={channel} channel={channel} stored={null} origin={null} history={[]} forms={forms} />;
  return (
    <Page title={t('packs:title')}>
      {error && !fresh ? <ErrorPanel error={asCallError(error)} onRetry={() => void refetch()} /> : <SkeletonRows rows={9} />}
    </Page>
  );
}
