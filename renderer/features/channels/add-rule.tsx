import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleForm } from '../../../app/contract/packs.ts';
import type { DraftRequirement } from './logic/draft.ts';
import classes from './editor.module.css';

interface AddRuleProps {
  readonly forms: readonly RuleForm[];
  readonly label: string;
  readonly onAdd: (requirement: DraftRequirement) => void;
}

/** Picks one of the rules there are and adds it as the console would ask it. */
export function AddRule({ forms, label, onAdd }: AddRuleProps) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<string | null>(null);
  const form = forms.find(({ rule }) => rule === chosen) ?? forms[0];
  if (form === undefined) return null;
  const add = (): void => onAdd({ ...form.starter, source: { ...form.starter.source, title: t('packs:source.own') } });
  return (
    <div className={classes.add}>
      <NativeSelect
        size="xs"
        aria-label={`${label}: ${t('packs:rules.pick')}`}
        value={form.rule}
        data={forms.map(({ rule }) => ({ value: rule, label: t(`rules:rules.${rule}.name`) }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Button variant="default" leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />} onClick={add}>{label}</Button>
    </div>
  );
}
