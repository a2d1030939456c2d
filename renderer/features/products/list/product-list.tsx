import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ProductRow } from '../../../../app/contract/products.ts';
import type { ChannelChoice } from '../../../../app/photo-check/types.ts';
import type { Pages } from '../../../bridge/index.ts';
import { cx } from '../../../design/index.ts';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { productMoves } from '../commands.ts';
import { moveIn } from '../logic/moves.ts';
import { useProductWords } from '../logic/words.ts';
import type { Cursor } from '../page/use-cursor.ts';
import { LineToCome, ProductLine } from './product-line.tsx';
import classes from './product-list.module.css';

const rowHeight = 52;
const rowId = (index: number): string => `product-${index}`;

interface ProductListProps {
  readonly pages: Pages<ProductRow>;
  readonly total: number;
  readonly cursor: Cursor;
  readonly channel: ChannelChoice;
  readonly onOpen: () => void;
}

/**
 * The products, a line each. Only those in sight exist in the document, and only they are asked for; the list keeps
 * the focus and points at the current one.
 */
export function ProductList({ pages, total, cursor, channel, onOpen }: ProductListProps) {
  const { t } = useProductWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 });
  const lines = virtual.getVirtualItems();
  const [first, last] = [lines[0]?.index ?? 0, lines.at(-1)?.index ?? 0];
  const { see } = pages;
  useEffect(() => see(first, last), [see, first, last]);

  // Not whenever its place changes: what is done elsewhere must not scroll the list away from who reads it.
  const show = useEffectEvent(() => {
    if (cursor.index >= 0) virtual.scrollToIndex(cursor.index, { align: 'auto' });
  });
  useEffect(() => show(), [cursor.turn]);

  const page = (): number => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
  useCommandHandlers({
    ...Object.fromEntries(productMoves.map((move) => [`products.${move}`, () => {
      scroller.current?.focus({ preventScroll: true });
      cursor.move(moveIn(total, cursor.index, move, page()));
    }])),
    'products.open': () => cursor.on && onOpen(),
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
        aria-label={t('products:list.label', { count: total })}
        aria-rowcount={total}
        aria-colcount={7}
        aria-activedescendant={cursor.index >= 0 ? rowId(cursor.index) : undefined}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {lines.map((line) => {
            const row = pages.at(line.index);
            return (
              <div
                key={row?.id ?? line.index}
                id={rowId(line.index)}
                role="row"
                aria-rowindex={line.index + 1}
                aria-selected={line.index === cursor.index}
                aria-busy={row === undefined}
                className={classes.row}
                style={{ transform: `translateY(${line.start}px)`, height: rowHeight }}
                onPointerDown={() => cursor.move(line.index)}
                onDoubleClick={() => {
                  cursor.move(line.index);
                  onOpen();
                }}
              >
                {row ? <ProductLine row={row} channel={channel} /> : <LineToCome />}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
