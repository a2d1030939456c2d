import { Select } from '@mantine/core';
import type { Mapping } from '../../../../app/catalog/index.ts';
import { fieldIds, sharedFields, type FieldId, type SheetDraft } from '../../../../app/contract/products.ts';
import { cx } from '../../../design/index.ts';
import { useProductWords } from '../logic/words.ts';
import classes from './mapping-table.module.css';

const kept = 'keep';

interface MappingTableProps {
  readonly draft: SheetDraft;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** A line a column: its heading, what stands in it, and the field it means. A field that is taken moves here. */
export function MappingTable({ draft, mapping, onChange }: MappingTableProps) {
  const { t } = useProductWords();
  const options = [{ value: kept, label: t('products:sheet.keep') }, ...fieldIds.map((field) => ({ value: field as string, label: t(`products:field.${field}`) }))];
  const choose = (column: number, chosen: string | null): void => {
    const field: FieldId | null = fieldIds.find((one) => one === chosen) ?? null;
    onChange(mapping.map((now, at) => (at === column ? field : field !== null && now === field && !sharedFields.has(field) ? null : now)));
  };
  return (
    <table className={cx('v-table', classes.table)}>
      <thead>
        <tr>
          <th scope="col">{t('products:sheet.heading')}</th>
          <th scope="col">{t('products:sheet.samples')}</th>
          <th scope="col">{t('products:sheet.field')}</th>
        </tr>
      </thead>
      <tbody>
        {draft.columns.map(({ heading, samples }, column) => (
          <tr key={`${column}-${heading}`}>
            <th scope="row" className={classes.name} title={heading}>{heading === '' ? t('products:sheet.noHeading') : heading}</th>
            <td className={classes.samples} title={samples.join('\n')}>{samples.join(' · ')}</td>
            <td>
              <Select
                aria-label={t('products:sheet.fieldOf', { heading: heading === '' ? t('products:sheet.noHeading') : heading })}
                w={184}
                searchable
                value={mapping[column] ?? kept}
                data={options}
                className={cx(mapping[column] == null && classes.unused)}
                onChange={(chosen) => choose(column, chosen)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
