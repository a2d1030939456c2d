import { useTranslation } from 'react-i18next';
import type { PackImpact } from '../../../app/contract/packs.ts';
import { StatusIcon } from '../../design/index.ts';
import { useFormat } from '../../i18n/index.ts';
import classes from './editor.module.css';

interface ImpactLineProps {
  /** false while the rules are as they are stored: nothing is compared then */
  readonly changed: boolean;
  /** values that are wrong */
  readonly problems: number;
  /** null while it is being worked out, or where it cannot be */
  readonly impact: PackImpact | null;
}

const verdicts = ['fail', 'warn', 'pass'] as const;

function Tally({ name, tally }: { name: string; tally: PackImpact['after'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={classes.tally}>
      <span className={classes.quiet}>{name}</span>{' '}
      {verdicts.map((verdict) => (
        <span key={verdict} className={classes.count}>
          <StatusIcon status={verdict} size={14} />
          {format.number(tally[verdict], 0)} <span className="v-visually-hidden">{t(`rules:verdicts.${verdict}`)}</span>
        </span>
      ))}{' '}
    </span>
  );
}

/** "What would change": counted over the photos there are, before anything is stored. */
export function ImpactLine({ changed, problems, impact }: ImpactLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const moveText = ({ from, to, count }: PackImpact['moves'][number]): string[] =>
    from === null ? [] : [t('packs:impact.move', { count, from: t(`rules:verdicts.${from}`), to: t(`rules:verdicts.${to}`) })];
  const said = (): string => {
    if (problems > 0) return t('packs:impact.broken', { count: problems });
    if (impact === null) return t('packs:impact.asking');
    if (impact.photos === 0) return t('packs:impact.unmeasured');
    if (impact.before === null) return t('packs:impact.fresh', { count: impact.photos });
    if (!changed) return t('packs:impact.still', { count: impact.photos });
    if (impact.changed === 0) return t('packs:impact.none', { count: impact.photos });
    return t('packs:impact.some', { count: impact.changed, photos: impact.photos, moves: format.list(impact.moves.flatMap(moveText)) });
  };
  const counted = problems === 0 && impact !== null && impact.photos > 0 ? impact : null;
  return (
    <div className={classes.impact} role="status" aria-label={t('packs:impact.label')}>
      <StatusIcon status={problems > 0 ? 'fail' : counted !== null && counted.changed > 0 ? 'warn' : 'info'} />
      <span>{said()}</span>{' '}
      {counted !== null ? (
        <span className={classes.tallies}>
          {counted.before !== null ? <Tally name={t('packs:impact.now')} tally={counted.before} /> : null}
          {counted.before === null || counted.changed > 0 ? <Tally name={t('packs:impact.then')} tally={counted.after} /> : null}
        </span>
      ) : null}
    </div>
  );
}
