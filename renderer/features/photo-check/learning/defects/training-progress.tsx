import { useState } from 'react';
import { useBridgeEvent } from '../../../../bridge/index.ts';
import { useLearningWords } from '../use-learning-words.ts';
import classes from './defects.module.css';

/** How far the training that runs is. */
export function TrainingProgress({ id }: { id: string }) {
  const { t } = useLearningWords();
  const [step, setStep] = useState<{ readonly done: number; readonly total: number } | null>(null);
  useBridgeEvent('defects.progress', (told) => {
    if (told.id === id) setStep(told);
  });
  return (
    <div className={classes.training} role="status">
      <p>{step === null ? t('learning:training.waiting') : t('learning:training.step', { done: step.done, total: step.total })}</p>
      <progress className={classes.progress} aria-label={t('learning:state.training')} max={step?.total ?? 1} value={step?.done ?? 0} />
    </div>
  );
}
