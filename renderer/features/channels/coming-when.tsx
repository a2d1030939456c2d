import { useTranslation } from 'react-i18next';
import { useNow } from '../../shell/use-now.ts';
import { daysUntil, dayOf } from '../../i18n/index.ts';
import classes from './editor.module.css';

/** How long still until a day: in 68 days, today, in force. */
export function ComingWhen({ date }: { date: string }) {
  const { t } = useTranslation();
  const now = useNow();
  if (Number.isNaN(Date.parse(date))) return null;
  const days = daysUntil(date, now);
  const said = days > 0 ? t('packs:days', { count: days }) : date === dayOf(now) ? t('packs:today') : t('packs:coming.past');
  return <span className={classes.quiet}>{said}</span>;
}
