import { Button } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import type { Mapping } from '../../../../app/catalog/index.ts';
import type { SheetDraft } from '../../../../app/contract/products.ts';
import { asCallError, useCall, useCommand } from '../../../bridge/index.ts';
import { ErrorPanel, SkeletonRows } from '../../../design/index.ts';
import { Page } from '../../../shell/page.tsx';
import { useUndoable } from '../../../shell/undo.tsx';
import { useProductWords } from '../logic/words.ts';
import { DryRunPanel } from './dry-run-panel.tsx';
import { MappingTable } from './mapping-table.tsx';
import { ReadingOptions } from './reading-options.tsx';
import type { SheetState } from './use-sheet.ts';
import classes from './import-page.module.css';

/** A table on its way in: what its columns mean on the left, what applying it would do on the right. */
export function ImportPage({ sheet }: { sheet: SheetState }) {
  const { t, format } = useProductWords();
  if (sheet.draft !== null) return <OpenTable key={tableKey(sheet.draft)} sheet={sheet} draft={sheet.draft} mapping={sheet.mapping ?? sheet.draft.mapping} />;
  return (
    <Page title={t('shell:places.products')} actions={<Button variant="default" onClick={sheet.close}>{t('products:sheet.cancel')}</Button>}>
      <p className={classes.progress} role="status">
        {sheet.rows === null || sheet.rows === 0 ? t('products:sheet.reading') : t('products:sheet.readRows', { rows: format.number(sheet.rows) })}
      </p>
      <SkeletonRows rows={10} />
    </Page>
  );
}

/** A table that was read another way is another table: what was chosen for its columns begins anew. */
const tableKey = ({ id, encoding, delimiter, sheet, pictureFolder, pictureFiles }: SheetDraft): string => [id, encoding, delimiter, sheet, pictureFolder, pictureFiles].join('|');

function OpenTable({ sheet, draft, mapping }: { sheet: SheetState; draft: SheetDraft; mapping: Mapping }) {
  const { t } = useProductWords();
  const done = useUndoable();
  const run = useCall('products.dryRun', { draftId: draft.id, mapping }, { keepPrevious: true, compare: false });
  const apply = useCommand('products.apply');
  const undo = useCommand('products.undoImport');
  const count = run.data === undefined ? 0 : run.data.products.new + run.data.products.changed;
  const stale = run.isPending || run.isPlaceholderData;
  // an engine that started anew knows nothing of the table: there is nothing to bring back
  const gone = run.error !== null && asCallError(run.error).code === 'import-not-found';
  const close = gone ? sheet.done : sheet.close;

  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented && !apply.isPending) close();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onEscape(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  const write = (): void =>
    apply.mutate({ draftId: draft.id }, {
      onSuccess: ({ importId, added, changed }) => {
        sheet.done();
        done(t('products:run.done', { count: added + changed }), () => undo.mutateAsync({ importId }));
      },
    });
  return (
    <Page
      fixed
      title={t('products:sheet.title', { file: draft.file })}
      view={t('products:sheet.rows', { count: draft.rows })}
      actions={
        <>
          <Button variant="default" onClick={close} disabled={apply.isPending}>{t('products:sheet.cancel')}</Button>
          <Button onClick={write} loading={apply.isPending} disabled={stale || count === 0}>
            {stale || count > 0 ? t('products:sheet.apply', { count }) : t('products:sheet.nothing')}
          </Button>
        </>
      }
    >
      <ReadingOptions draft={draft} onRead={sheet.replace} />
      <div className={classes.halves}>
        <section className={classes.half} aria-label={t('products:sheet.columns')} tabIndex={-1}>
          <h2 className={classes.heading}>{t('products:sheet.columns')}</h2>
          <p className={classes.quiet}>{draft.remembered ? t('products:sheet.remembered') : t('products:sheet.columnsHelp')}</p>
          <MappingTable draft={draft} mapping={mapping} onChange={sheet.setMapping} />
        </section>
        <section className={classes.half} aria-label={t('products:run.title')} aria-busy={stale} tabIndex={-1}>
          <h2 className={classes.heading}>{t('products:run.title')}</h2>
          {run.error ? <ErrorPanel error={asCallError(run.error)} item={draft.file} onRetry={() => void run.refetch()} /> : null}
          {run.data ? <DryRunPanel run={run.data} stale={stale} /> : null}
          {run.isPending ? <p className={classes.quiet} role="status">{t('products:sheet.comparing')}</p> : null}
        </section>
      </div>
    </Page>
  );
}
