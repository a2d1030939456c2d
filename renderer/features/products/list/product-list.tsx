import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ProductRow } from '../../../../app/contract/products.ts';
import type { ChannelChoice } from '../../../../app/photo-check/types.ts';
import { cx } from '../../../design/index.ts';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { productMoves } from '../commands.ts';
import { moveIn } from '../logic/moves.ts';
import { useProductWords } from '../logic/words.ts';
import { MainVerdict } from './main-verdict.tsx';
import { SlotStrip } from './slot-strip.tsx';
import classes from './product-list.module.css';

const rowHeight = 52;
const rowId = (id: string): string => `product-${id}`;

interface ProductListProps {
  readonly rows: readonly ProductRow[];
  readonly cursor: string | null;
  readonly channel: ChannelChoice;
  readonly onCursor: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The products, a line each. Only those in sight exist in the document; the list keeps the focus and points at the current one. */
export function ProductList({ rows, cursor, channel, onCursor, onOpen }: ProductListProps) {
  const words = useProductWords();
  const { t } = words;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 });
  const at = rows.findIndex(({ id }) => id === cursor);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [virtual, at]);

  const page = (): number => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
  useCommandHandlers({
    ...Object.fromEntries(productMoves.map((move) => [`products.${move}`, () => {
      const next = rows[moveIn(rows.length, at, move, page())];
      scroller.current?.focus({ preventScroll: true });
      if (next) onCursor(next.id);
    }])),
    'products.open': () => cursor !== null && onOpen(cursor),
  });

  return (
    <div className={classes.frame}>
      <div className={classes.head} aria-hidden>
        <span>{t('products:list.pictures')}</span>
        <span>{t('products:list.product')}</span>
        <span className={classes.spare}>{t('products:list.category')}</span>
        <span className={classes.spare}>{t('products:list.colour')}</span>
        <span className={cx(classes.end, classes.spare)}>{t('products:list.variants')}</span>
        <span className={classes.end}>{t('products:list.price')}</span>
        <span>{t('products:list.main')}</span>
      </div>
      <div
        ref={scroller}
        className={classes.scroller}
        role="grid"
        tabIndex={0}
        aria-label={t('products:list.label', { count: rows.length })}
        aria-rowcount={rows.length}
        aria-colcount={7}
        aria-activedescendant={at >= 0 && cursor !== null ? rowId(cursor) : undefined}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((line) => {
            const row = rows[line.index];
            if (!row) return null;
            const other = words.otherTitle(row.titles);
            return (
              <div
                key={row.id}
                id={rowId(row.id)}
                role="row"
                aria-rowindex={line.index + 1}
                aria-selected={row.id === cursor}
                className={classes.row}
                style={{ transform: `translateY(${line.start}px)`, height: rowHeight }}
                onPointerDown={() => onCursor(row.id)}
                onDoubleClick={() => onOpen(row.id)}
              >
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
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
