import { Button, Progress } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import type { z } from 'zod';
import type { JobRow } from '../../../../app/contract/jobs.ts';
import { useCall, useCommand } from '../../../bridge/index.ts';
import { useWords } from '../logic/words.ts';
import classes from './job-progress.module.css';

type Job = z.infer<typeof JobRow>;

/** The check that is under way, or the next one waiting; several at once are rare and show one by one. */
export function runningCheck(jobs: readonly Job[] | undefined): Job | null {
  const checks = (jobs ?? []).filter(({ kind }) => kind === 'photos.check');
  for (const state of ['running', 'paused', 'queued'] as const) {
    const found = checks.find((job) => job.state === state);
    if (found) return found;
  }
  return null;
}

/** Where the running check is, how long still, and a way to hold or end it. Nothing while none runs. */
export function JobProgress() {
  const { say, format } = useWords();
  const job = runningCheck(useCall('jobs.list', {}).data);
  const { mutate: pause } = useCommand('jobs.pause');
  const { mutate: resume } = useCommand('jobs.resume');
  const { mutate: cancel } = useCommand('jobs.cancel');
  if (!job) return null;
  const settled = job.done + job.failed;
  return (
    <section className={classes.job} aria-label={say('job.photos.check')}>
      <span>{say('job.photos.check')}</span>
      <Progress className={classes.bar ?? ''} size={4} value={job.total > 0 ? (settled / job.total) * 100 : 0} aria-label={say('job.photos.check')} />
      <span>{say('job.progress', { done: settled, total: job.total })}</span>
      {job.state === 'running' && job.etaMs !== null ? <span className={classes.quiet}>{say('job.eta', { time: format.duration(job.etaMs) })}</span> : null}
      {job.state === 'running' ? null : <span className={classes.quiet}>{say(`job.${job.state}`)}</span>}
      {job.resumed > 0 ? <span className={classes.quiet}>{say('job.resumed')}</span> : null}
      {job.failed > 0 ? <span className={classes.trouble}>{say('job.failed', { count: job.failed })}</span> : null}
      <span className={classes.actions}>
        {job.state === 'paused' ? (
          <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconPlayerPlay size={14} aria-hidden />} onClick={() => resume({ id: job.id })}>
            {say('job.resume')}
          </Button>
        ) : (
          <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconPlayerPause size={14} aria-hidden />} onClick={() => pause({ id: job.id })}>
            {say('job.pause')}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconX size={14} aria-hidden />} onClick={() => cancel({ id: job.id })}>
          {say('job.cancel')}
        </Button>
      </span>
    </section>
  );
}
