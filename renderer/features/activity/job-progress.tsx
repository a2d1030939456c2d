import { useTranslation } from 'react-i18next';
import type { JobRow } from '../../../app/contract/jobs.ts';
import { useFormat } from '../../i18n/index.ts';
import classes from './job-progress.module.css';

/** Where a job is and how long still, as a bar with numbers. */
export function JobProgress({ job }: { job: JobRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ended = job.done + job.failed;
  const label = t('jobs:progress', { done: format.number(ended), total: format.number(job.total) });
  return (
    <span className={classes.progress}>
      <progress className={classes.bar} value={ended} max={Math.max(1, job.total)} aria-label={label} data-state={job.state} />
      <span className={classes.numbers}>{label}</span>
      <span className={classes.eta}>{etaText()}</span>
    </span>
  );

  function etaText(): string {
    // Its state stands in the column beside.
    if (job.state !== 'running') return '';
    return job.etaMs === null ? t('jobs:etaUnknown') : t('jobs:eta', { time: format.duration(job.etaMs) });
  }
}
