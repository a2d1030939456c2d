import type { ProductRow } from '../../../../app/contract/products.ts';
import type { ChannelChoice } from '../../../../app/photo-check/types.ts';
import { cx } from '../../../design/index.ts';
import { useProductWords } from '../logic/words.ts';
import { MainVerdict } from './main-verdict.tsx';
import { SlotStrip } from './slot-strip.tsx';
import classes from './product-list.module.css';

/** The cells of a product. */
export function ProductLine({ row, channel }: { row: ProductRow; channel: ChannelChoice }) {
  const words = useProductWords();
  const other = words.otherTitle(row.titles);
  return (
    <>
      <span role="gridcell"><SlotStrip row={row} /></span>
      <span role="gridcell" className={classes.name}>
        <span className={classes.title} title={other ?? undefined}>{words.title(row)}</span>
        <span className={classes.quiet}>{[row.sku, row.brand].filter(Boolean).join(' · ')}</span>
      </span>
      <span role="gridcell" className={cx(classes.cell, classes.spare)} title={row.category ?? undefined}>{row.category}</span>
      <span role="gridcell" className={cx(classes.cell, classes.spare)}>{row.colours.join(', ')}</span>
      <span role="gridcell" className={cx(classes.end, classes.spare)}>{row.variants > 0 ? words.format.number(row.variants) : ''}</span>
      <span role="gridcell" className={classes.end}>{words.price(row.price)}</span>
      <span role="gridcell"><MainVerdict row={row} channel={channel} /></span>
    </>
  );
}

/** What stands where a product will be. */
export function LineToCome() {
  const { t } = useProductWords();
  return (
    <>
      <span role="gridcell" className={classes.boxes}>
        <span className="v-visually-hidden">{t('products:list.loading')}</span>
        <span className={classes.box} aria-hidden />
        <span className={classes.box} aria-hidden />
      </span>
      <span className={classes.bar} aria-hidden />
    </>
  );
}
