import { useTranslation } from 'react-i18next';
import type { JobRow } from '../../../app/contract/jobs.ts';
import { asCallError, useCall } from '../../bridge/index.ts';
import { ErrorPanel, Inspector, SkeletonRows, StatusIcon, useErrorText } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import classes from './activity-page.module.css';

/** What happened in one job: its times, and each item that failed with its cause and remedy. */
export function JobInspector({ job, onClose }: { job: JobRow; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    [t('jobs:facts.created'), format.dateTime(job.createdAt)],
    ...(job.finishedAt ? [[t('jobs:facts.took'), format.duration(job.finishedAt - (job.startedAt ?? job.createdAt))]] : []),
    ...(job.rate === null ? [] : [[t('jobs:facts.rate'), t('jobs:rate', { rate: format.number(job.rate) })]]),
    ...(job.resumed > 0 ? [[t('jobs:facts.resumed'), t('jobs:resumed', { count: job.resumed })]] : []),
  ];
  return (
    <Inspector title={t(`jobs:kinds.${job.kind}`)} label={t('jobs:inspector')} onClose={onClose}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {job.reason ? <Reason reason={job.reason} /> : null}
      <h3 className={classes.subheading}>{t('jobs:problems.title', { count: job.failed })}</h3>
      {job.failed === 0 ? <p className={classes.none}>{t('jobs:problems.none')}</p> : <Problems id={job.id} />}
    </Inspector>
  );
}

/** Why the job stopped by itself, and what to do before it goes on. */
function Reason({ reason }: { reason: NonNullable<JobRow['reason']> }) {
  const { title, remedy } = useErrorText()(reason);
  return (
    <p className={classes.problem}>
      <StatusIcon status="warn" />
      <span className={classes.words}>
        <span>{title}</span>
        <span className={classes.remedy}>{remedy}</span>
      </span>
    </p>
  );
}

function Problems({ id }: { id: string }) {
  const errorText = useErrorText();
  const { data, error, refetch } = useCall('jobs.problems', { id });
  if (error) return <ErrorPanel error={asCallError(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} />;
  return (
    <ul className={classes.problems}>
      {data.map((problem) => {
        const { title, remedy } = errorText(problem);
        return (
          <li key={problem.item} className={classes.problem}>
            <StatusIcon status="fail" />
            <span className={classes.words}>
              <span className={classes.file}>{problem.name}</span>
              <span>{title}</span>
              <span className={classes.remedy}>{remedy}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
