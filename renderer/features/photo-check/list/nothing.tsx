import { Button } from '@mantine/core';
import { IconFilterOff, IconFolderOpen, IconFolderSymlink, IconPhotoPlus, IconPhotoSearch } from '@tabler/icons-react';
import type { PhotoFilter } from '../../../../app/contract/photos.ts';
import { useCall, useCommand } from '../../../bridge/index.ts';
import { EmptyState, StatusChip } from '../../../design/index.ts';
import { useWatchFolder } from '../../watching/index.ts';
import { useWords } from '../logic/words.ts';
import classes from './nothing.module.css';

/** Before the first photo: what this is for, one real example, the next step. */
export function NoPhotosYet({ onChoose }: { onChoose: (kind: 'files' | 'folder') => void }) {
  const { say } = useWords();
  const { choose: watch } = useWatchFolder();
  const sample = useCall('sample.state', {}).data;
  const { mutate: install, isPending } = useCommand('sample.install');
  const example = (
    <div className={classes.example}>
      <span className={classes.exampleName}>
        {say('empty.exampleTitle')} <b>{say('empty.exampleFile')}</b>
      </span>
      <StatusChip status="fail" label={say('verdict.ofChannel', { channel: say('empty.exampleChannel'), verdict: say('rules:verdicts.fail') })} />
      <span>{say('empty.exampleFinding')}</span>
    </div>
  );
  return (
    <EmptyState
      icon={IconPhotoSearch}
      title={say('empty.title')}
      example={example}
      actions={
        <>
          <Button leftSection={<IconPhotoPlus size={16} stroke={1.75} aria-hidden />} onClick={() => onChoose('files')}>
            {say('add.files')}
          </Button>
          <Button variant="default" leftSection={<IconFolderOpen size={16} stroke={1.75} aria-hidden />} onClick={() => onChoose('folder')}>
            {say('add.folder')}
          </Button>
          <Button variant="default" leftSection={<IconFolderSymlink size={16} stroke={1.75} aria-hidden />} onClick={watch}>
            {say('watching:action.choose')}
          </Button>
          {sample && !sample.installed ? (
            <Button variant="subtle" loading={isPending} onClick={() => install({})}>
              {say('empty.sample')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{say('empty.text')}</p>
      <p className={classes.quiet}>{say('empty.formats')}</p>
    </EmptyState>
  );
}

/** Photos there are, but none that this filter shows. */
export function NothingMatches({ filter, onReset }: { filter: PhotoFilter; onReset: () => void }) {
  const words = useWords();
  const { say } = words;
  const reason = (): string => {
    if (filter.search) return say('none.search', { search: filter.search });
    if (filter.rule || filter.own || filter.show === 'all') return say('none.filter');
    if (filter.show === 'waived') return say('waivers:none');
    if (filter.show === 'to-review' && filter.channel === 'all') return say('none.to-reviewAll');
    return say(`none.${filter.show}`, { channel: words.channel(filter.channel) });
  };
  return (
    <EmptyState
      icon={IconFilterOff}
      title={reason()}
      actions={
        <Button variant="default" onClick={onReset}>
          {say('none.reset')}
        </Button>
      }
    >
      {null}
    </EmptyState>
  );
}
