import { Checkbox, NativeSelect, NumberInput, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import { fromShown, pairsText, readPairs, scaleOf, toShown, type RuleField } from './logic/units.ts';
import { useTyped } from './use-typed.ts';
import classes from './editor.module.css';

interface FieldInputProps {
  readonly field: RuleField;
  readonly value: unknown;
  /** names the control where its own words are not enough: "Too few pixels: at least" */
  readonly label: string;
  /** what is wrong with the value */
  readonly error: string | null;
  readonly onChange: (value: unknown) => void;
}

/** The control of one threshold, by the kind of its field: whatever rules may set in future looks the same. */
export function FieldInput(props: FieldInputProps) {
  const Control = controls[props.field.kind];
  return <Control {...props} />;
}

const shownError = (error: string | null): { error?: string } => (error === null ? {} : { error });

function NumberField({ field, value, label, error, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  const unit = field.unit === null ? '' : t(`packs:units.${field.unit}`, { defaultValue: '' });
  const given = typeof value === 'number' ? toShown(value, field) : typeof value === 'string' ? value : '';
  const [shown, type] = useTyped<string | number>(value, given);
  const meaning = (text: string | number): unknown => {
    if (text === '') return field.empty === 'null' ? null : field.empty === 'absent' ? undefined : '';
    return Number.isFinite(Number(text)) ? fromShown(Number(text), field) : text;
  };
  const take = (text: string | number): void => {
    const meant = meaning(text);
    type(text, meant);
    onChange(meant);
  };
  return (
    <NumberInput
      size="xs"
      className={classes.number ?? ''}
      aria-label={label}
      value={shown}
      onChange={take}
      step={scaleOf(field).step}
      hideControls
      clampBehavior="none"
      thousandSeparator=","
      suffix={unit === '' ? '' : ` ${unit}`}
      placeholder={field.empty === 'never' ? '' : t('packs:noLimit')}
      {...shownError(error)}
    />
  );
}

function FlagField({ field, value, label, error, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  return <Checkbox size="xs" className={classes.flag ?? ''} label={t(`packs:fields.${field.name}`, { defaultValue: field.name })} aria-label={label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} {...shownError(error)} />;
}

/** What an option is called: formats as everyone writes them, others by their words. */
function useOptionName(): (option: string) => string {
  const { t } = useTranslation();
  return (option) => t(`packs:options.${option}`, { defaultValue: option.toUpperCase() });
}

function ChoiceField({ field, value, label, error, onChange }: FieldInputProps) {
  const nameOf = useOptionName();
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={String(value)}
      data={field.options.map((option) => ({ value: option, label: nameOf(option) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...shownError(error)}
    />
  );
}

function ChoicesField({ field, value, label, error, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useOptionName();
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const said = chosen.length > 0 ? format.list(chosen.map(nameOf)) : t('packs:chosen', { count: 0 });
  return (
    <Popover position="bottom-start" trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.choices ?? ''} data-wrong={error !== null || undefined} aria-label={`${label}: ${said}`} title={error ?? said}>
          <span className={classes.choicesText}>{said}</span>
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Checkbox.Group value={chosen} onChange={(next) => onChange(field.options.filter((option) => next.includes(option)))} {...shownError(error)}>
          <div className={classes.options}>
            {field.options.map((option) => <Checkbox key={option} size="xs" value={option} label={nameOf(option)} />)}
          </div>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function PairsField({ value, label, error, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  const [shown, type] = useTyped(value, pairsText(value));
  const take = (text: string): void => {
    const meant = readPairs(text) ?? text;
    type(text, meant);
    onChange(meant);
  };
  return (
    <TextInput
      size="xs"
      className={classes.pairs ?? ''}
      aria-label={label}
      title={t('packs:pairsHint')}
      value={shown}
      onChange={(event) => take(event.currentTarget.value)}
      {...shownError(error)}
    />
  );
}

/** Of a shape that no other control has: as the JSON it is. */
function OtherField({ value, label, error, onChange }: FieldInputProps) {
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  const take = (text: string): void => {
    try {
      onChange(JSON.parse(text));
    } catch {
      onChange(text);
    }
  };
  return <TextInput key={given} size="xs" className={classes.pairs ?? ''} aria-label={label} defaultValue={given} onBlur={(event) => take(event.currentTarget.value)} {...shownError(error)} />;
}

const controls: Readonly<Record<RuleField['kind'], (props: FieldInputProps) => React.ReactNode>> = {
  number: NumberField,
  flag: FlagField,
  choice: ChoiceField,
  choices: ChoicesField,
  pairs: PairsField,
  other: OtherField,
};
