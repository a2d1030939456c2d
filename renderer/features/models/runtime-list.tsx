import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../app/contract/index.ts';
import { StatusChip } from '../../design/index.ts';
import classes from './models.module.css';

/** The runtimes in the order in which they are tried, with the reason where one is not there. */
export function RuntimeList({ runtimes }: { runtimes: OutputOf<'models.list'>['runtimes'] }) {
  const { t, i18n } = useTranslation();
  const reasonText = (reason: string | null): string => {
    const known = reason !== null && i18n.exists(`models:reasons.${reason}`) ? reason : 'unknown';
    return t(`models:reasons.${known}`);
  };
  return (
    <section className={classes.runtimes} aria-label={t('models:runtimesTitle')}>
      <h2 className={classes.heading}>{t('models:runtimesTitle')}</h2>
      <ol className={classes.order}>
        {runtimes.map((runtime) => (
          <li key={runtime.id} className={classes.runtime}>
            <span className={classes.runtimeName}>{t(`models:runtimes.${runtime.id}`)}</span>
            <StatusChip plain status={runtime.available ? 'pass' : 'neutral'} label={t(runtime.available ? 'models:available' : 'models:unavailable')} />
            <span className={classes.quiet} title={runtime.detail ?? undefined}>
              {runtime.available ? [runtime.device?.toUpperCase(), runtime.version].filter(Boolean).join(' · ') : reasonText(runtime.reason)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
