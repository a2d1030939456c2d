import type { ProductRow } from '../../../../app/contract/products.ts';
import { useProductWords } from '../logic/words.ts';
import { Thumb } from './thumb.tsx';
import classes from './slot-strip.module.css';

const shown = 5;
const size = 36;

/** The pictures of a product in their slots, side by side; an empty slot shows as a dashed box. */
export function SlotStrip({ row }: { row: Pick<ProductRow, 'slots' | 'missing'> }) {
  const words = useProductWords();
  const bySlot = new Map(row.slots.map((slot) => [slot.slot, slot]));
  const last = Math.max(1, ...bySlot.keys());
  const slots = Array.from({ length: Math.min(last, shown) }, (_, at) => at + 1);
  return (
    <span className={classes.strip}>
      {slots.map((slot) => {
        const picture = bySlot.get(slot);
        if (picture) return <Thumb key={slot} photoId={picture.photoId} sha256={picture.sha256} alt="" size={size} />;
        return (
          <span key={slot} className={classes.empty} title={words.t('products:slot.missing', { slot: words.slot(slot) })}>
            <span className="v-visually-hidden">{words.t('products:slot.missing', { slot: words.slot(slot) })}</span>
          </span>
        );
      })}
      {last > shown ? <span className={classes.more} title={words.t('products:list.more', { count: last - shown })}>+{last - shown}</span> : null}
    </span>
  );
}
