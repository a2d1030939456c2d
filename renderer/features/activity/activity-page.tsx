import { Button } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobRow } from '../../../app/contract/jobs.ts';
import { asCallError, useCall, useCommand } from '../../bridge/index.ts';
import { cx, EmptyState, ErrorPanel, SkeletonRows, StatusChip, useErrorText, type Status } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { useSeeFailures } from '../../shell/activity-seen.ts';
import { Page } from '../../shell/page.tsx';
import { JobActions } from './job-actions.tsx';
import { JobProgress } from './job-progress.tsx';
import { Failed, useSubjectText } from './job-subject.tsx';
import { JobInspector } from './problems.tsx';
import classes from './activity-page.module.css';

const statusOf: Record<JobRow['state'], Status> = { queued: 'neutral', running: 'info', paused: 'warn', cancelled: 'neutral', done: 'pass', failed: 'fail' };

/** Long work: where it is, how long still, pause, resume, cancel, retry; one job in the inspector. */
export function ActivityPage() {
  const { t } = useTranslation();
  const { data: jobs, error, refetch } = useCall('jobs.list', {});
  useSeeFailures(jobs);
  const clear = useCommand('jobs.clear');
  const [chosen, choose] = useState<string | null>(null);
  const job = jobs?.find((one) => one.id === chosen);
  const ended = jobs?.some((one) => one.finishedAt !== null) ?? false;

  return (
    <Page
      title={t('shell:places.activity')}
      actions={
        ended ? (
          <Button variant="default" onClick={() => clear.mutate({})} loading={clear.isPending}>
            {t('jobs:actions.clear')}
          </Button>
        ) : null
      }
      inspector={job ? <JobInspector job={job} onClose={() => choose(null)} /> : null}
    >
      {error ? <ErrorPanel error={asCallError(error)} onRetry={() => void refetch()} /> : null}
      {!jobs && !error ? <SkeletonRows rows={4} /> : null}
      {jobs?.length === 0 ? (
        <EmptyState icon={IconActivity} title={t('jobs:empty.title')} example={t('jobs:empty.example')}>
          {t('jobs:empty.text')}
        </EmptyState>
      ) : null}
      {jobs && jobs.length > 0 ? (
        <table className="v-table">
          <thead>
            <tr>
              <th scope="col">{t('jobs:columns.job')}</th>
              <th scope="col">{t('jobs:columns.state')}</th>
              <th scope="col">{t('jobs:columns.progress')}</th>
              <th scope="col">{t('jobs:columns.failed')}</th>
              {job ? null : <th scope="col">{t('jobs:columns.started')}</th>}
              <th scope="col">
                <span className="v-visually-hidden">{t('jobs:columns.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((one) => (
              <Row key={one.id} job={one} chosen={one.id === chosen} brief={job !== undefined} onChoose={() => choose(one.id === chosen ? null : one.id)} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Page>
  );
}

/** `brief` while the inspector takes the room and shows the times. */
function Row({ job, chosen, brief, onChoose }: { job: JobRow; chosen: boolean; brief: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const subject = useSubjectText()(job);
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row">
        <button type="button" className={cx('v-row-name', subject && classes.name)} onClick={onChoose} aria-expanded={chosen}>
          {t(`jobs:kinds.${job.kind}`)}
        </button>
        {subject ? <div className={classes.subject} title={subject}>{subject}</div> : null}
      </th>
      <td>
        <StatusChip plain status={statusOf[job.state]} label={t(`jobs:states.${job.state}`)} />
        {job.reason ? <div className={classes.quiet}>{errorText(job.reason).title}</div> : null}
      </td>
      <td>
        <JobProgress job={job} />
      </td>
      <td className={cx('v-numbers', job.failed > 0 ? classes.failed : classes.quiet)}><Failed job={job} /></td>
      {brief ? null : <td className={cx('v-numbers', classes.quiet)}>{format.dateTime(job.startedAt ?? job.createdAt)}</td>}
      <td>
        <JobActions job={job} />
      </td>
    </tr>
  );
}
