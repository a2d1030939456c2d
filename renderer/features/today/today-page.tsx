import { useTranslation } from 'react-i18next';
import { asCallError, useCall } from '../../bridge/index.ts';
import { ErrorPanel, SkeletonRows } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import { Page } from '../../shell/page.tsx';
import { useSettings } from '../../shell/settings-context.tsx';
import { Welcome } from '../welcome/index.ts';
import { blockedChannels, comingChanges } from './needs.ts';
import { ChangeRow, ChannelRow, JobLine, NeedRow, Section } from './need-rows.tsx';
import { useNow } from '../../shell/use-now.ts';
import classes from './today-page.module.css';

/** What needs a person now, across features; each line leads to the thing itself. */
export function TodayPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { settings, loaded } = useSettings();
  const counts = useCall('photos.counts', {});
  const channels = useCall('photos.channels', {});
  const jobs = useCall('jobs.list', {}).data ?? [];
  const models = useCall('models.list', {}).data?.models ?? [];
  const failure = counts.error ?? channels.error;

  if (failure) {
    return (
      <Page title={t('shell:places.today')}>
        <ErrorPanel error={asCallError(failure)} onRetry={() => void Promise.all([counts.refetch(), channels.refetch()])} />
      </Page>
    );
  }
  if (!loaded || !counts.data || !channels.data) {
    return (
      <Page title={t('shell:places.today')}>
        <SkeletonRows />
      </Page>
    );
  }
  if (!settings.welcomed && counts.data.total === 0) return <Welcome />;

  const blocked = blockedChannels(counts.data, channels.data);
  const changes = comingChanges(channels.data, now);
  const active = jobs.filter((job) => ['running', 'queued', 'paused'].includes(job.state));
  const damaged = models.filter((model) => ['missing', 'truncated', 'tampered'].includes(model.integrity) || model.golden?.passed === false);
  const { failed, drift, missing } = counts.data;
  const troubled = failed + drift + missing + damaged.length > 0;
  const calm = blocked.length === 0 && !troubled;

  return (
    <Page title={t('shell:places.today')} view={<time>{format.weekday(now)}</time>}>
      <div className={classes.sheet}>
        {calm ? <p className={classes.calm}>{counts.data.total === 0 ? t('today:empty') : t('today:calm')}</p> : null}
        {blocked.length > 0 ? (
          <Section title={t('today:blocking', { count: blocked.length })}>
            {blocked.map((need) => (
              <ChannelRow key={need.channel} need={need} />
            ))}
          </Section>
        ) : null}
        {troubled ? (
          <Section title={t('today:problems')}>
            {failed > 0 ? <NeedRow status="fail" to="/photos?show=failed" text={t('today:unreadable', { count: failed })} /> : null}
            {drift > 0 ? <NeedRow status="warn" to="/photos?show=drift" text={t('today:drift', { count: drift })} /> : null}
            {missing > 0 ? <NeedRow status="warn" to="/photos?show=missing" text={t('today:missing', { count: missing })} /> : null}
            {damaged.map((model) => (
              <NeedRow key={model.id} status="fail" to={`/models?model=${model.id}`} text={t('today:model', { model: model.id })} hint={t(`models:tasks.${model.task}`)} />
            ))}
          </Section>
        ) : null}
        {active.length > 0 ? (
          <Section title={t('today:running')}>
            {active.map((job) => (
              <JobLine key={job.id} job={job} />
            ))}
          </Section>
        ) : null}
        {changes.length > 0 ? (
          <Section title={t('today:changes')}>
            {changes.map((change) => (
              <ChangeRow key={`${change.channel} ${change.rule} ${change.date}`} change={change} />
            ))}
          </Section>
        ) : null}
      </div>
    </Page>
  );
}
