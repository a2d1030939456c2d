import { IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JobRow } from '../../../app/contract/jobs.ts';
import { useCommand } from '../../bridge/index.ts';
import { IconButton } from '../../design/index.ts';
import classes from './activity-page.module.css';

/** What can be done to a job in its state. Cancelling keeps what is done already, so it asks nothing. */
export function JobActions({ job }: { job: JobRow }) {
  const { t } = useTranslation();
  const pause = useCommand('jobs.pause');
  const resume = useCommand('jobs.resume');
  const cancel = useCommand('jobs.cancel');
  const retry = useCommand('jobs.retryFailed');
  const { id } = job;
  const open = job.state === 'running' || job.state === 'queued';
  return (
    <span className={classes.actions}>
      {open ? <IconButton icon={IconPlayerPause} label={t('jobs:actions.pause')} onClick={() => pause.mutate({ id })} disabled={pause.isPending} /> : null}
      {job.state === 'paused' ? <IconButton icon={IconPlayerPlay} label={t('jobs:actions.resume')} onClick={() => resume.mutate({ id })} disabled={resume.isPending} /> : null}
      {!open && job.failed > 0 ? <IconButton icon={IconRefresh} label={t('jobs:actions.retry', { count: job.failed })} onClick={() => retry.mutate({ id })} disabled={retry.isPending} /> : null}
      {open || job.state === 'paused' ? <IconButton icon={IconX} label={t('jobs:actions.cancel')} onClick={() => cancel.mutate({ id })} disabled={cancel.isPending} position="left" /> : null}
    </span>
  );
}
