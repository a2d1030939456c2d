import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../bridge/index.ts';
import { Row, Section } from './row.tsx';

/** The sample shop: put in or taken out in one click; own photos are never touched. */
export function SampleSection() {
  const { t } = useTranslation();
  const sample = useCall('sample.state', {}).data;
  const install = useCommand('sample.install');
  const remove = useCommand('sample.remove');
  if (!sample) return null;
  return (
    <Section title={t('settings:sample.title')}>
      <Row
        label={sample.installed ? t('settings:sample.installed', { products: sample.products, count: sample.photos }) : t('settings:sample.absent')}
        hint={t('settings:sample.hint')}
      >
        {sample.installed ? (
          <Button variant="default" onClick={() => remove.mutate({})} loading={remove.isPending}>
            {t('settings:sample.remove')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => install.mutate({})} loading={install.isPending}>
            {t('settings:sample.install')}
          </Button>
        )}
      </Row>
    </Section>
  );
}
