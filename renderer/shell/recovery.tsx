import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { EngineState } from '../../app/contract/system.ts';
import { useCommand } from '../bridge/index.ts';
import { StatusIcon, useErrorText } from '../design/index.ts';
import classes from './recovery.module.css';

/** The engine does not run and will not be started again by itself: why, and what a person can do. */
export function Recovery({ engine }: { engine: z.infer<typeof EngineState> }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const restart = useCommand('system.restartEngine');
  const reveal = useCommand('system.revealData');
  const reason = engine.reason ?? { code: 'engine-stopped', params: {}, detail: null };
  const { title, remedy } = errorText(reason);
  const details = [`${t('shell:error.code')}: ${reason.code}`, t('shell:recovery.restarts', { count: engine.restarts }), reason.detail].filter(Boolean).join('\n');
  return (
    <main className={classes.screen}>
      <div className={classes.words}>
        <h1 className={classes.title}>
          <StatusIcon status="fail" size={20} />
          {t('shell:recovery.title')}
        </h1>
        <p className={classes.reason}>{title}</p>
        <p>{remedy}</p>
        {reason.code === 'database-corrupt' ? null : <p className={classes.safe}>{t('shell:recovery.safe')}</p>}
        <div className={classes.actions}>
          <Button onClick={() => restart.mutate({})} loading={restart.isPending} data-autofocus>
            {t('shell:recovery.restart')}
          </Button>
          <Button variant="default" onClick={() => reveal.mutate({})}>
            {t('shell:recovery.reveal')}
          </Button>
          <CopyButton value={details}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('shell:error.copied') : t('shell:error.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
        <details className={classes.details}>
          <summary>{t('shell:recovery.details')}</summary>
          <pre className={classes.pre}>{details}</pre>
        </details>
      </div>
    </main>
  );
}
