import { Button, Progress } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useWords } from '../logic/words.ts';
import type { Fixing } from './use-fixing.ts';
import classes from './review.module.css';

/** Where the making of copies is, how long still, and the way to stop it. Nothing once it is over. */
export function FixProgress({ fixing }: { fixing: Fixing }) {
  const { say, format } = useWords();
  const { job, working, asking } = fixing;
  if (asking && job === null) return <p className={classes.progress}>{say('fixes:busy')}</p>;
  if (job === null || !working) return job?.state === 'cancelled' ? <p className={classes.progress}>{say('fixes:cancelled')}</p> : null;
  const settled = job.done + job.failed;
  return (
    <div className={classes.progress} role="status">
      <span>{say('fixes:busy')}</span>
      <Progress className={classes.bar ?? ''} size={4} value={job.total > 0 ? (settled / job.total) * 100 : 0} aria-label={say('fixes:busy')} />
      <span>{say('fixes:progress', { done: settled, total: job.total })}</span>
      {job.etaMs === null ? null : <span className={classes.quiet}>{say('job.eta', { time: format.duration(job.etaMs) })}</span>}
      {job.state === 'paused' ? <span className={classes.trouble}>{say('fixes:paused')}</span> : null}
      <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconX size={14} aria-hidden />} onClick={() => void fixing.stop()}>
        {say('fixes:cancel')}
      </Button>
    </div>
  );
}
