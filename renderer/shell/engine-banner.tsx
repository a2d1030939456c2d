import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { EngineState } from '../../app/contract/system.ts';
import { StatusIcon, useErrorText } from '../design/index.ts';
import classes from './engine-banner.module.css';

/** One line over the page while the engine is being started again; everything on screen stays readable. */
export function EngineBanner({ engine }: { engine: z.infer<typeof EngineState> | undefined }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (engine?.state !== 'restarting') return null;
  return (
    <div className={classes.banner} role="status">
      <StatusIcon status="warn" />
      <span>{t('shell:engine.restarting')}</span>
      {engine.reason ? <span className={classes.reason}>{errorText(engine.reason).title}</span> : null}
    </div>
  );
}
