import { Button } from '@mantine/core';
import type { DefectRow } from '../../../../../app/contract/defects.ts';
import { PrecisionBar } from '../precision-bar.tsx';
import { useLearningWords } from '../use-learning-words.ts';
import classes from '../learning.module.css';

/** Every version that was learnt, newest first; an earlier one can be used again. */
export function VersionList({ defect, onUse }: { defect: DefectRow; onUse: (version: number) => void }) {
  const { t, format, share } = useLearningWords();
  return (
    <section className={classes.part}>
      <h3 className={classes.heading}>{t('learning:versionsTitle')}</h3>
      <ul className={classes.list}>
        {defect.versions.map(({ version, trainedAt, report }) => (
          <li key={version}>
            <p className={classes.line}>
              <span>{t('learning:versionName', { version, at: format.dateTime(trainedAt) })}</span>
              {version === defect.version ? <span className={classes.quiet}>{t('learning:versionInUse')}</span> : null}
            </p>
            <p className={classes.line}>
              <PrecisionBar value={report.balanced} chance={0.5} />
              <span>{share(report.balanced)}</span>
              {report.usable && version !== defect.version ? (
                <Button size="compact-xs" variant="subtle" onClick={() => onUse(version)}>
                  {t('learning:action.use')}
                </Button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
