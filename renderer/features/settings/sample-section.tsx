import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../bridge/index.ts';
import { Row, Section } from './row.tsx';

/** The sample shop: put in with one click, taken out after a question; own photos are never touched. */
export function SampleSection() {
  const { t } = useTranslation();
  const sample = useCall('sample.state', {}).data;
  const install = useCommand('sample.install');
  const remove = useCommand('sample.remove');
  const [asking, setAsking] = useState(false);
  if (!sample) return null;
  const cancel = (): void => setAsking(false);
  const confirm = (): void => {
    setAsking(false);
    remove.mutate({});
  };
  return (
    <Section title={t('settings:sample.title')}>
      <Row
        label={sample.installed ? t('settings:sample.installed', { products: sample.products, count: sample.photos }) : t('settings:sample.absent')}
        hint={t('settings:sample.hint')}
      >
        {sample.installed ? (
          <Button variant="default" onClick={() => setAsking(true)} loading={remove.isPending}>
            {t('settings:sample.remove')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => install.mutate({})} loading={install.isPending}>
            {t('settings:sample.install')}
          </Button>
        )}
      </Row>
      <Modal opened={asking} onClose={cancel} withCloseButton={false} centered title={t('settings:sample.confirm', { count: sample.photos })}>
        <Text size="sm">{t('settings:sample.confirmHint')}</Text>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" data-autofocus onClick={cancel}>
            {t('settings:sample.cancel')}
          </Button>
          <Button color="red" onClick={confirm}>
            {t('settings:sample.confirmRemove')}
          </Button>
        </Group>
      </Modal>
    </Section>
  );
}
