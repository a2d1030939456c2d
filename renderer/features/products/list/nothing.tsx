import { Button } from '@mantine/core';
import { IconBoxOff, IconPackages, IconTablePlus } from '@tabler/icons-react';
import { useCall, useCommand } from '../../../bridge/index.ts';
import { EmptyState } from '../../../design/index.ts';
import { useProductWords } from '../logic/words.ts';

/** Before the first product: what this is for, one real example, the next step. */
export function NoProductsYet({ onImport }: { onImport: () => void }) {
  const { t } = useProductWords();
  const sample = useCall('sample.state', {}).data;
  const { mutate: install, isPending } = useCommand('sample.install');
  return (
    <EmptyState
      icon={IconPackages}
      title={t('products:empty.title')}
      example={<code>{t('products:empty.example')}</code>}
      actions={
        <>
          <Button leftSection={<IconTablePlus size={16} stroke={1.75} aria-hidden />} onClick={onImport}>
            {t('products:import')}
          </Button>
          {sample && sample.products === 0 ? (
            <Button variant="subtle" loading={isPending} onClick={() => install({})}>
              {t('products:empty.sample')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{t('products:empty.text')}</p>
      <p>{t('products:empty.formats')}</p>
    </EmptyState>
  );
}

/** Products there are, but none that this filter shows. */
export function NoSuchProduct({ search, onReset }: { search: string; onReset: () => void }) {
  const { t } = useProductWords();
  return (
    <EmptyState
      icon={IconBoxOff}
      title={search === '' ? t('products:none.title') : t('products:none.search', { search })}
      actions={<Button variant="default" onClick={onReset}>{t('products:none.reset')}</Button>}
    >
      {null}
    </EmptyState>
  );
}
