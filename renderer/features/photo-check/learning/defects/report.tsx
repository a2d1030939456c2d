import type { DefectRow } from '../../../../../app/contract/defects.ts';
import { PrecisionBar } from '../precision-bar.tsx';
import { useLearningWords } from '../use-learning-words.ts';
import classes from '../learning.module.css';

type Shown = DefectRow['versions'][number];

/** How far a version can be relied on, before it may be used: each number with its interval and what guessing reaches. */
export function ReportFacts({ version: { version, trainedAt, report } }: { version: Shown }) {
  const { t, format, share, whole } = useLearningWords();
  const lines = [
    ['balanced', report.balanced, 0.5],
    ['accuracy', report.accuracy, report.chance],
    ['caught', report.caught, undefined],
    ['spared', report.spared, undefined],
    ...(report.area === null ? [] : ([['area', report.area, 0.5]] as const)),
  ] as const;
  return (
    <div className={classes.report}>
      <p>{t(report.usable ? 'learning:report.usable' : 'learning:report.guessing')}</p>
      <dl className={classes.lines}>
        {lines.map(([name, value, chance]) => (
          <div key={name} className={classes.reportLine}>
            <dt title={t(`learning:report.${name}About`)}>{t(`learning:report.${name}`)}</dt>
            <dd>
              <PrecisionBar value={value} {...(chance === undefined ? {} : { chance })} />
              <span>{share(value)}</span>
              {chance === undefined ? null : <span className={classes.quiet}>{t('learning:report.chance', { share: whole(chance) })}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.quiet}>{t('learning:report.calibration', { brier: format.number(report.calibration.brier, 3), guess: format.number(report.calibration.guess, 3) })}</p>
      <p className={classes.quiet}>
        {t('learning:report.how', { version, at: format.dateTime(trainedAt), good: report.good, bad: report.bad, goodGroups: report.goodGroups, badGroups: report.badGroups, folds: report.folds })}
      </p>
    </div>
  );
}
