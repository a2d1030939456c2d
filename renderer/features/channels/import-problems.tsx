import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusIcon } from '../../design/index.ts';
import { fieldName, useProblemText } from './problem-text.ts';
import type { ImportFailure } from './use-pack-actions.ts';
import classes from './editor.module.css';

const shown = 8;

/** Why a file could not be used: every field that is wrong, by its name in the file, and what to do. */
export function ImportProblems({ failure, onClose }: { failure: ImportFailure; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const more = failure.problems.length - shown;
  return (
    <section className={classes.failure} role="alert">
      <StatusIcon status="fail" />
      <div>
        <h2 className={classes.failureTitle}>{t('packs:importFailed.title', { file: failure.file })}</h2>
        <ul className={classes.failureList}>
          {failure.problems.slice(0, shown).map((problem) => (
            <li key={problem.path.join('.')}>
              {problem.path.length === 0 ? t('packs:at.file') : <code>{fieldName(problem.path)}</code>} {say(problem)}
            </li>
          ))}
          {more > 0 ? <li className={classes.quiet}>{t('packs:importFailed.more', { count: more })}</li> : null}
        </ul>
        <p className={classes.quiet}>{t('packs:importFailed.hint')}</p>
      </div>
      <Button variant="default" onClick={onClose}>{t('packs:importFailed.close')}</Button>
    </section>
  );
}
