import { Select, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { OutputOf } from '../../../../app/contract/index.ts';
import type { ProductFilter } from '../../../../app/contract/products.ts';
import type { ChannelChoice } from '../../../../app/photo-check/types.ts';
import { StatusIcon, type Status } from '../../../design/index.ts';
import { useTypedSearch } from '../../../shell/use-typed-search.ts';
import { useProductWords } from '../logic/words.ts';
import classes from './toolbar.module.css';

type Counts = OutputOf<'products.counts'>;
type Show = ProductFilter['show'];

const tabs: readonly { readonly show: Show; readonly count: (counts: Counts) => number; readonly status?: Status }[] = [
  { show: 'all', count: (counts) => counts.total },
  { show: 'missing', count: (counts) => counts.missing },
  { show: 'unresolved', count: (counts) => counts.unresolved },
  { show: 'fail', count: (counts) => counts.byVerdict.fail, status: 'fail' },
  { show: 'warn', count: (counts) => counts.byVerdict.warn, status: 'warn' },
  { show: 'pass', count: (counts) => counts.byVerdict.pass, status: 'pass' },
];

/** Which products to show, each kind with how many there are. */
export function ProductTabs({ value, counts, onChange }: { value: Show; counts: Counts | undefined; onChange: (show: Show) => void }) {
  const { t, format } = useProductWords();
  return (
    <div className={classes.bar}>
      <div className={classes.tabs} role="group" aria-label={t('products:show.label')}>
        {tabs.map(({ show, count, status }) => (
          <UnstyledButton key={show} className={classes.tab ?? ''} aria-pressed={show === value} onClick={() => onChange(show)}>
            {status ? <StatusIcon status={status} size={14} /> : null}
            {t(`products:show.${show}`)}
            <span className={classes.count}>{counts ? format.number(count(counts), 0) : '–'}</span>
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}

/** Finds by title in either language, SKU, brand, category and colour. */
export function ProductSearch({ field, value, onChange }: { field: RefObject<HTMLInputElement | null>; value: string; onChange: (text: string) => void }) {
  const { t } = useProductWords();
  const { input } = useTypedSearch(value, onChange);
  return (
    <TextInput
      ref={field}
      className={classes.search ?? ''}
      aria-label={t('products:search')}
      placeholder={t('products:search')}
      leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
      {...input}
    />
  );
}

interface ChannelSelectProps {
  readonly value: ChannelChoice;
  readonly channels: OutputOf<'photos.channels'> | undefined;
  readonly onChange: (channel: ChannelChoice) => void;
}

/** Which market's eyes to look at main pictures with. */
export function ChannelSelect({ value, channels, onChange }: ChannelSelectProps) {
  const { t, channel } = useProductWords();
  const ids = (channels ?? []).filter(({ enabled }) => enabled).map(({ id }) => id);
  const data = [{ value: 'all', label: t('products:channel.all') }, ...ids.map((id) => ({ value: id, label: channel(id) }))];
  return (
    <Select
      aria-label={t('products:channel.label')}
      w={150}
      value={value}
      data={data}
      onChange={(chosen) => onChange(ids.find((id) => id === chosen) ?? 'all')}
    />
  );
}
