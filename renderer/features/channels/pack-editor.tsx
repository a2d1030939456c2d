import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OutputOf } from '../../../app/contract/index.ts';
import type { RuleForm } from '../../../app/contract/packs.ts';
import { isBuiltIn, type ChannelId } from '../../../app/photo-check/types.ts';
import { useCall, useCommand } from '../../bridge/index.ts';
import { IconButton, StatusChip } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { nameIn } from '../../../app/photo-check/words/words.ts';
import { useChannelNames } from '../../shell/channel-names.tsx';
import { useCommandHandlers } from '../../shell/command-center.tsx';
import { Page } from '../../shell/page.tsx';
import { ChannelNameFields } from './channel-name-fields.tsx';
import { ComingTable } from './coming-table.tsx';
import { HistorySection } from './history-section.tsx';
import { ImpactLine } from './impact-line.tsx';
import { textOf, type Draft } from './logic/draft.ts';
import { NewChannel } from './new-channel.tsx';
import { PackMenu } from './pack-menu.tsx';
import { problemsByPath } from './requirement-cells.tsx';
import { RequirementTable } from './requirement-table.tsx';
import { useDraft } from './use-draft.ts';
import { usePackActions } from './use-pack-actions.ts';
import classes from './editor.module.css';

interface PackEditorProps {
  readonly channel: ChannelId;
  /** as it is stored; null for one from a file that was not saved yet */
  readonly stored: Draft | null;
  /** the console's; null for a channel of one's own */
  readonly origin: Draft | null;
  readonly history: OutputOf<'packs.get'>['history'];
  readonly forms: readonly RuleForm[];
}

const typingPauseMs = 300;

/** The rules of one channel, to be changed: says at once what that would change, and stores nothing before Save. */
export function PackEditor({ channel, stored, origin, history, forms }: PackEditorProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const names = useChannelNames();
  const actions = usePackActions();
  const edit = useDraft(channel, stored);
  const save = useCommand('packs.save');
  const [copying, copy] = useState(false);
  const rows = useCall('packs.list', {}).data ?? [];
  const { draft, dirty } = edit;
  const [asked] = useDebouncedValue(draft, typingPauseMs);
  const preview = useCall('packs.preview', { pack: asked ?? {} }, { enabled: asked !== null, keepPrevious: true });
  const upToDate = draft !== null && asked !== null && textOf(draft) === textOf(asked) && !preview.isPlaceholderData;
  const problems = preview.data?.problems ?? [];

  const name = draft?.name === undefined ? names.full(channel) : nameIn(draft.name, i18n.language);
  const store = async (): Promise<void> => {
    if (draft === null || !dirty || save.isPending) return;
    const saved = await save.mutateAsync({ pack: draft }).catch(() => null);
    if (saved === null || saved.problems.length > 0) return;
    edit.settled(draft);
    actions.undoable(t('packs:done.saved', { channel: name }), saved.eventIds);
  };
  const discard = (): void => {
    const again = edit.discard();
    actions.tell(t('packs:done.discarded', { channel: name }), again);
    if (stored === null) void navigate('/channels');
  };
  useCommandHandlers({ 'packs.save': () => void store() });
  if (draft === null) return null;

  const byPath = problemsByPath(problems);
  const blocked = upToDate && problems.length > 0;
  return (
    <Page
      title={name}
      view={
        <span className={classes.version}>
          <IconButton icon={IconArrowLeft} label={t('packs:back')} onClick={() => void navigate('/channels')} />
          {stored === null ? null : format.packVersion(stored.version)}
          {dirty ? <StatusChip status="warn" label={t('packs:draft')} /> : null}
        </span>
      }
      actions={
        <>
          {edit.undo ? <IconButton icon={IconArrowBackUp} label={t('packs:undo')} onClick={edit.undo} /> : null}
          <PackMenu channel={channel} name={name} builtIn={isBuiltIn(channel)} edited={origin !== null && stored !== null && textOf(origin) !== textOf(stored)} actions={actions} onCopy={() => copy(true)} />
          {dirty ? <Button variant="default" onClick={discard}>{t('packs:discard')}</Button> : null}
          <Button disabled={!dirty || blocked} loading={save.isPending} onClick={() => void store()}>{t('packs:save')}</Button>
        </>
      }
    >
      <div className={classes.editor}>
        <ImpactLine changed={dirty} problems={upToDate ? problems.length : 0} impact={upToDate ? (preview.data?.impact ?? null) : null} />
        {isBuiltIn(channel) ? null : <ChannelNameFields name={draft.name} problem={byPath.get('name')} onChange={(next) => edit.edit({ name: next })} />}
        <RequirementTable edit={edit} draft={draft} origin={origin?.requirements ?? null} forms={forms} problems={byPath} channel={name} />
        <ComingTable edit={edit} draft={draft} forms={forms} problems={byPath} />
        <HistorySection history={history} />
      </div>
      {copying ? <NewChannel rows={rows} from={channel} actions={actions} onClose={() => copy(false)} /> : null}
    </Page>
  );
}
