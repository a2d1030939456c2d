import { Button } from '@mantine/core';
import { IconTablePlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { asCallError, callOptions, useBridge, useCall, usePages } from '../../../bridge/index.ts';
import { ErrorPanel, SkeletonRows } from '../../../design/index.ts';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { Page } from '../../../shell/page.tsx';
import { DropOverlay, useImport } from '../../photo-check/index.ts';
import { ImportPage } from '../import/import-page.tsx';
import { useSheet } from '../import/use-sheet.ts';
import { ProductInspector } from '../inspector/product-inspector.tsx';
import { NoProductsYet, NoSuchProduct } from '../list/nothing.tsx';
import { ProductList } from '../list/product-list.tsx';
import { ChannelSelect, ProductSearch, ProductTabs } from '../list/toolbar.tsx';
import { useProductWords } from '../logic/words.ts';
import { useCursor } from './use-cursor.ts';
import { useProductFilter } from './use-product-filter.ts';

const isSheet = (file: File): boolean => /\.(?:csv|tsv|txt|xlsx|xlsm|xls)$/i.test(file.name);

/** The shop's products with their pictures in slots, and the way in for a table of them. */
export function ProductsPage() {
  const { t } = useProductWords();
  const [filter, changeFilter] = useProductFilter();
  const bridge = useBridge();
  const pages = usePages((rows) => callOptions(bridge, 'products.list', { ...filter, ...rows }));
  const counts = useCall('products.counts', { channel: filter.channel }, { keepPrevious: true }).data;
  const channels = useCall('photos.channels', {}).data;
  const cursor = useCursor(pages, filter);
  const [inspecting, setInspecting] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const sheet = useSheet();
  const photos = useImport();

  // The palette's "Import a table" comes by the address, which then forgets it.
  const [params, setParams] = useSearchParams();
  const asked = params.get('import') !== null;
  const chooseSheet = useEffectEvent(() => sheet.choose());
  useEffect(() => {
    if (!asked) return;
    setParams((now) => { now.delete('import'); return now; }, { replace: true });
    chooseSheet();
  }, [asked, setParams]);

  useCommandHandlers({ 'products.search': () => search.current?.focus() });
  const drop = (files: readonly File[]): void => {
    const table = files.find(isSheet);
    if (table) sheet.drop(table);
    else photos.drop(files);
  };

  if (sheet.draft !== null || sheet.opening) return <ImportPage sheet={sheet} />;

  const content = (): React.ReactNode => {
    const { total, error } = pages;
    if (error) return <ErrorPanel error={asCallError(error)} onRetry={pages.retry} />;
    if (total === undefined) return <SkeletonRows rows={12} />;
    if (counts?.total === 0 && total === 0) return <NoProductsYet onImport={sheet.choose} />;
    if (total === 0) return <NoSuchProduct search={filter.search} onReset={() => changeFilter({ show: 'all', search: '' })} />;
    return <ProductList pages={pages} total={total} cursor={cursor} channel={filter.channel} onOpen={() => setInspecting(true)} />;
  };
  const some = (counts?.total ?? 0) > 0;
  return (
    <Page
      fixed
      title={t('shell:places.products')}
      view={some ? <ChannelSelect value={filter.channel} channels={channels} onChange={(channel) => changeFilter({ channel })} /> : null}
      filters={some ? <ProductSearch field={search} value={filter.search} onChange={(text) => changeFilter({ search: text })} /> : null}
      actions={
        <Button leftSection={<IconTablePlus size={16} stroke={1.75} aria-hidden />} onClick={sheet.choose}>
          {t('products:import')}
        </Button>
      }
      inspector={inspecting && cursor.on ? <ProductInspector id={cursor.id} row={cursor.row} onClose={() => setInspecting(false)} /> : null}
    >
      {sheet.failure ? <ErrorPanel error={sheet.failure} onRetry={sheet.choose} /> : null}
      {some ? <ProductTabs value={filter.show} counts={counts} onChange={(show) => changeFilter({ show })} /> : null}
      {content()}
      <DropOverlay onDrop={drop} title={t('products:drop.title')} hint={t('products:drop.hint')} />
    </Page>
  );
}
