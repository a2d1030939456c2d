import { Button } from '@mantine/core';
import type { DefectRow } from '../../../../../app/contract/defects.ts';
import { useLearningWords } from '../use-learning-words.ts';
import classes from '../learning.module.css';

/** A newer version that did not take over by itself, beside the one in use: which is used is for a person to say. */
export function OfferedVersion({ defect, onUse }: { defect: DefectRow; onUse: (version: number) => void }) {
  const { t, share } = useLearningWords();
  const used = defect.versions.find(({ version }) => version === defect.version);
  const offered = defect.versions.find(({ version }) => version === defect.offered);
  if (used === undefined || offered === undefined) return null;
  return (
    <div className={classes.suggestion}>
      <p>{t('learning:offered.text', { version: offered.version, balanced: share(offered.report.balanced), used: used.version, before: share(used.report.balanced) })}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => onUse(offered.version)}>{t('learning:offered.use', { version: offered.version })}</Button>
      </div>
    </div>
  );
}
