import { useTranslation } from 'react-i18next';
import type { ChannelId, RuleId } from '../../../app/photo-check/types.ts';
import { useCall } from '../../bridge/index.ts';
import { ComingWhen } from './coming-when.tsx';
import classes from './channels.module.css';

interface ComingFactsProps {
  readonly channel: ChannelId;
  readonly rule: RuleId;
  /** ISO day */
  readonly date: string;
}

/** Of an announced change: how long still, and of how many photos it will make the verdict worse. */
export function ComingFacts({ channel, rule, date }: ComingFactsProps) {
  const { t } = useTranslation();
  const photos = useCall('packs.impact', {}).data?.find((one) => one.channel === channel && one.date === date && one.rule === rule)?.photos;
  return (
    <span className={classes.facts}>
      <ComingWhen date={date} />
      {photos === undefined ? null : <span className={photos > 0 ? classes.hit : classes.quiet}>{photos > 0 ? t('packs:hits', { count: photos }) : t('packs:noHits')}</span>}
    </span>
  );
}
