import { useTranslation } from 'react-i18next';
import type { JobRow } from '../../../app/contract/jobs.ts';
import { asCallError, useCall } from '../../bridge/index.ts';
import { ErrorPanel, Facts, Inspector, SkeletonRows, StatusIcon, useErrorText } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { useSubjectText } from './job-subject.tsx';
import classes from './activity-page.module.css';

/** What happened in one job: its times, and each item that failed with its cause and remedy. */
export function JobInspector({ job, onClose }: { job: JobRow; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const subject = useSubjectText()(job);
  const known: readonly (readonly [string, string | null])[] = [
    [t('jobs:facts.about'), subject || null],
    [t('jobs:facts.created'), format.dateTime(job.createdAt)],
    [t('jobs:facts.took'), job.finishedAt === null ? null : format.duration(job.finishedAt - (job.startedAt ?? job.createdAt))],
    [t('jobs:facts.rate'), job.rate === null ? null : t('jobs:rate', { rate: format.number(job.rate) })],
    [t('jobs:facts.resumed'), job.resumed === 0 ? null : t('jobs:resumed', { count: job.resumed })],
  ];
  const facts = known.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return (
    <Inspector title={t(`jobs:kinds.${job.kind}`)} label={t('jobs:inspector')} onClose={onClose}>
      <Facts facts={facts} className={classes.facts} />
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
