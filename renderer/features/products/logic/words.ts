import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { titleIn } from '../../../../app/catalog/titles.ts';
import type { ProductRow } from '../../../../app/contract/products.ts';
import { useFormat } from '../../../i18n/index.ts';
import { useChannelNames } from '../../../shell/channel-names.tsx';

type Titles = ProductRow['titles'];

/** What products are called and cost, and what their slots are, in the language on screen. */
export function useProductWords() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { short } = useChannelNames();
  return useMemo(
    () => ({
      t,
      format,
      /** Amazon, eBay … */
      channel: short,
      title: (row: Pick<ProductRow, 'titles' | 'sku'>): string => titleIn(row.titles, i18n.language) ?? row.sku ?? t('products:list.untitled'),
      /** the title in the language that is not on screen; null where there is no other one */
      otherTitle(titles: Titles): string | null {
        const shown = titleIn(titles, i18n.language);
        return [titles.en, titles['zh-CN']].find((title) => title !== null && title !== shown) ?? null;
      },
      price(price: ProductRow['price']): string {
        if (price === null) return '';
        const amount = price.minor / 100;
        return price.currency === null ? format.number(amount, 2) : format.money(amount, price.currency);
      },
      slot: (slot: number): string => (slot === 1 ? t('products:slot.main') : t('products:slot.other', { slot })),
    }),
    [t, i18n.language, format, short],
  );
}
export type ProductWords = ReturnType<typeof useProductWords>;
