import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../bridge/index.ts';
import { StatusIcon, type Status } from '../design/index.ts';
import { useFormat } from '../i18n/index.ts';
import classes from './status-bar.module.css';

const engineStatus: Record<string, Status> = { ready: 'pass', starting: 'neutral', restarting: 'warn', stopped: 'fail' };

/** 24 px at the foot: engine, runtime and device, queue, sync, storage. Each leads to its page. */
export function StatusBar() {
  const { t } = useTranslation();
  const format = useFormat();
  const engine = useCall('system.engine', {}).data;
  const jobs = useCall('jobs.list', {}).data ?? [];
  const models = useCall('models.list', {});
  const storage = useCall('system.storage', {}).data;

  const state = engine?.state ?? 'starting';
  const runtime = models.data?.runtimes.find((one) => one.available);
  const runtimeText = runtime
    ? t('shell:status.runtime', { runtime: t(`models:runtimes.${runtime.id}`), device: runtime.device?.toUpperCase() ?? '' })
    : t(models.data ? 'shell:status.noRuntime' : 'shell:status.runtimeUnknown');
  const running = jobs.filter((job) => job.state === 'running' || job.state === 'queued');
  const toGo = (some: typeof jobs): number => some.reduce((sum, job) => sum + Math.max(0, job.total - job.done - job.failed), 0);
  const left = toGo(running);
  const held = toGo(jobs.filter((job) => job.state === 'paused'));
  const eta = Math.max(0, ...running.map((job) => job.etaMs ?? 0));

  return (
    <footer className={classes.bar} aria-label={t('shell:status.label')}>
      <span className={classes.item}>
        <StatusIcon status={engineStatus[state] ?? 'neutral'} size={14} />
        {t(`shell:status.engine.${state}`)}
      </span>
      <Link className={classes.item} to="/models">
        {runtimeText}
      </Link>
      <Link className={classes.item} to="/activity">
        {left > 0 ? t('shell:status.queue', { count: left }) : held > 0 ? t('shell:status.paused', { count: held }) : t('shell:status.idle')}
        {left > 0 && eta > 0 ? <span className={classes.quiet}>{t('shell:status.eta', { time: format.duration(eta) })}</span> : null}
      </Link>
      <span className={classes.space} />
      <span className={classes.item}>
        {t('shell:status.sync')}
        {storage && storage.pendingEvents > 0 ? <span className={classes.quiet}>{t('shell:status.pending', { count: storage.pendingEvents })}</span> : null}
      </span>
      <Link className={classes.item} to="/settings">
        {storage ? t('shell:status.storage', { used: format.bytes(storage.databaseBytes + storage.picturesBytes) }) : t('shell:status.storageUnknown')}
        {storage?.freeBytes != null ? <span className={classes.quiet}>{t('shell:status.free', { free: format.bytes(storage.freeBytes) })}</span> : null}
      </Link>
    </footer>
  );
}
