import { useState } from 'react';
import type { PhotoFilter } from '../../../../app/contract/photos.ts';
import { emptySelection, reconcile, type ListOrder, type Selection } from '../logic/selection.ts';

/**
 * The selection of a list that may change under it at any time. A cursor whose photo left stays at its place; where
 * the photo is not of another list (`shown`: the filter it answers), it starts at the top of that one.
 */
export function useSelection(order: ListOrder, shown: PhotoFilter): readonly [Selection, (next: (now: Selection) => Selection) => void] {
  const [selection, setSelection] = useState(emptySelection);
  const [seen, setSeen] = useState({ order, shown });
  let current = selection;
  if (seen.order !== order || seen.shown !== shown) {
    // Adjusted while rendering, so that no frame shows a cursor on a photo that has left.
    const place = selection.cursor === null || seen.shown !== shown ? 0 : (seen.order.indexOf.get(selection.cursor) ?? 0);
    current = reconcile(selection, order, place);
    setSeen({ order, shown });
    if (current !== selection) setSelection(current);
  }
  return [current, setSelection];
}
