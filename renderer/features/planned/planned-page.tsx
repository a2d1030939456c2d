import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../design/index.ts';
import { Page } from '../../shell/page.tsx';
import type { Place } from '../../shell/places.ts';
import classes from './planned-page.module.css';

/** A place that is not built yet: what it will do, what it will need, and that nothing of it works now. */
export function PlannedPage({ place }: { place: Place }) {
  const { t } = useTranslation();
  const will = t(`planned:${place.id}.will`, { returnObjects: true }) as string[];
  return (
    <Page title={t(`shell:places.${place.id}`)} view={<StatusChip status="neutral" label={t('planned:notYet')} />}>
      <div className={classes.text}>
        <p className={classes.purpose}>{t(`planned:${place.id}.purpose`)}</p>
        <h2 className={classes.heading}>{t('planned:will')}</h2>
        <ul className={classes.list}>
          {will.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2 className={classes.heading}>{t('planned:needs')}</h2>
        <p>{t(`planned:${place.id}.needs`)}</p>
        <p className={classes.now}>{t('planned:now')}</p>
      </div>
    </Page>
  );
}
