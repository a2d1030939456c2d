import { useTranslation } from 'react-i18next';
import type { ModelRow } from '../../../app/contract/models.ts';
import { useFormat } from '../../i18n/index.ts';
import classes from './models.module.css';

/** Milliseconds of one inference on each runtime that was measured here; shorter is better. */
export function MeasuredBars({ model }: { model: ModelRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const slowest = Math.max(...model.measured.map((one) => one.ms), 1);
  return (
    <section className={classes.measured} aria-label={t('models:measuredTitle')}>
      <h3 className={classes.heading}>{t('models:measuredTitle')}</h3>
      {model.measured.length === 0 ? <p className={classes.quiet}>{t('models:measuredNone')}</p> : null}
      {[...model.measured]
        .sort((a, b) => a.ms - b.ms)
        .map((one) => (
          <div key={`${one.runtime} ${one.device}`} className={classes.bar}>
            <span className={classes.barName}>{t(`models:runtimesShort.${one.runtime}`)}</span>
            <span className={classes.track}>
              <span className={classes.fill} data-used={one.runtime === model.runtime || undefined} style={{ width: `${(one.ms / slowest) * 100}%` }} />
            </span>
            <span className={classes.barValue}>{format.milliseconds(one.ms)}</span>
          </div>
        ))}
    </section>
  );
}
