import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../app/contract/index.ts';
import type { ModelRow } from '../../../app/contract/models.ts';
import { useCommand } from '../../bridge/index.ts';

interface RunOnMenuProps {
  readonly model: ModelRow;
  readonly runtimes: OutputOf<'models.list'>['runtimes'];
}

/** "Run on…": the best there is, or one runtime that a person chooses. */
export function RunOnMenu({ model, runtimes }: RunOnMenuProps) {
  const { t } = useTranslation();
  const choose = useCommand('models.choose');
  const options = [{ id: null, available: true }, ...runtimes];
  const nameOf = (id: ModelRow['chosen']): string => (id ? t(`models:runtimes.${id}`) : t('models:best'));
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" loading={choose.isPending} rightSection={<IconChevronDown size={14} stroke={1.75} aria-hidden />}>
          {t('models:runOn', { runtime: nameOf(model.chosen) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(({ id, available }) => (
          <Menu.Item key={id ?? 'best'} disabled={!available} onClick={() => choose.mutate({ id: model.id, runtime: id })} rightSection={model.chosen === id ? <IconCheck size={14} stroke={1.75} aria-label={t('models:chosen')} /> : null}>
            {nameOf(id)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
