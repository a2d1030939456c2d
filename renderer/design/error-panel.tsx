import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../app/contract/index.ts';
import { StatusIcon } from './status-chip.tsx';
import { useErrorText } from './error-text.ts';
import classes from './error-panel.module.css';

interface ErrorPanelProps {
  readonly error: CallError;
  /** which item it happened to, e.g. a file name */
  readonly item?: string;
  /** tries again */
  readonly onRetry?: () => void;
}

/** An error in full: what happened, to which item, what to do, and the details to copy. */
export function ErrorPanel({ error, item, onRetry }: ErrorPanelProps) {
  const { t } = useTranslation();
  const { title, remedy } = useErrorText()(error);
  const details = [`${t('shell:error.code')}: ${error.code}`, item, error.detail].filter(Boolean).join('\n');
  return (
    <section className={classes.panel} role="alert">
      <StatusIcon status="fail" />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {item ? <p className={classes.item}>{item}</p> : null}
        <p className={classes.remedy}>{remedy}</p>
        <div className={classes.actions}>
          {onRetry ? (
            <Button variant="default" onClick={onRetry}>
              {t('shell:error.retry')}
            </Button>
          ) : null}
          <CopyButton value={details}>
            {({ copied, copy }) => (
              <Button variant="subtle" color="gray" onClick={copy}>
                {copied ? t('shell:error.copied') : t('shell:error.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      </div>
    </section>
  );
}
