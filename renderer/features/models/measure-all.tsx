import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerform } from '../../bridge/index.ts';
import { useReportFailure } from '../../shell/failures.tsx';

/** Checks and times one model after the other; the page stays usable, and a second press stops after the one in hand. */
export function MeasureAll({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation();
  const perform = usePerform();
  const reportFailure = useReportFailure();
  const [done, setDone] = useState<number | null>(null);
  const stopped = useRef(false);
  useEffect(() => () => { stopped.current = true; }, []);

  async function run(): Promise<void> {
    stopped.current = false;
    for (const [index, id] of ids.entries()) {
      if (stopped.current) break;
      setDone(index);
      try {
        await perform('models.verify', { id });
        await perform('models.measure', { id });
      } catch (cause) {
        reportFailure(cause);
      }
    }
    setDone(null);
  }

  if (done === null) return <Button onClick={() => void run()}>{t('models:measureAll')}</Button>;
  return (
    <Button variant="default" onClick={() => { stopped.current = true; }}>
      {t('models:measuring', { done: done + 1, total: ids.length })}
    </Button>
  );
}
