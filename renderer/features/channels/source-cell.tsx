import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconExternalLink, IconPencil, IconRosetteDiscountCheck, IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import type { DraftSource } from './logic/draft.ts';
import classes from './editor.module.css';

interface SourceCellProps {
  readonly source: DraftSource;
  /** name of the rule it belongs to */
  readonly rule: string;
  /** what is wrong with a value, by its field */
  readonly errorOf: (field: string) => string | null;
  readonly onChange: (source: DraftSource) => void;
}

const readable = (date: string): boolean => !Number.isNaN(Date.parse(date));

/** Where a requirement is written, when that was read, and whether by the channel itself; the pencil changes it. */
export function SourceCell({ source, rule, errorOf, onChange }: SourceCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const Mark = source.official ? IconRosetteDiscountCheck : IconShieldQuestion;
  const errors = ['title', 'url', 'read'].filter((field) => errorOf(field) !== null);
  const error = (field: string): { error?: string } => {
    const said = errorOf(field);
    return said === null ? {} : { error: said };
  };
  return (
    <div className={classes.source}>
      <div className={classes.sourceWords}>
        {source.url === '' ? (
          <span className={classes.sourceTitle}>{source.title}</span>
        ) : (
          <a className={classes.sourceTitle} href={source.url} target="_blank" rel="noreferrer" title={source.url}>
            {source.title}
            <IconExternalLink size={12} stroke={1.75} aria-hidden />
          </a>
        )}
        <span className={classes.mark} data-official={source.official}>
          <Mark size={13} stroke={1.75} aria-hidden />
          {t(source.official ? 'packs:source.official' : 'packs:source.unverified', { date: readable(source.read) ? format.date(source.read) : source.read })}
        </span>
      </div>
      <Popover position="bottom-end" width={340} trapFocus>
        <Popover.Target>
          <Button size="compact-xs" variant="subtle" color={errors.length > 0 ? 'red' : 'gray'} aria-label={t('packs:source.edit', { rule })} title={t('packs:source.edit', { rule })}>
            <IconPencil size={14} stroke={1.75} aria-hidden />
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('packs:source.edit', { rule })}>
          <div className={classes.sourceForm}>
            <TextInput label={t('packs:source.title')} value={source.title} onChange={(event) => onChange({ ...source, title: event.currentTarget.value })} {...error('title')} />
            <TextInput label={t('packs:source.url')} description={t('packs:source.urlHint')} value={source.url} onChange={(event) => onChange({ ...source, url: event.currentTarget.value.trim() })} {...error('url')} />
            <TextInput type="date" label={t('packs:source.day')} value={source.read} onChange={(event) => onChange({ ...source, read: event.currentTarget.value })} {...error('read')} />
            <Checkbox label={t('packs:source.isOfficial')} checked={source.official} onChange={(event) => onChange({ ...source, official: event.currentTarget.checked })} />
          </div>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
