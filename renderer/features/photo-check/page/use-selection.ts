import { useState } from 'react';
import { emptySelection, reconcile, type ListOrder, type Selection } from '../logic/selection.ts';

/** The selection of a list that may change under it at any time. */
export function useSelection(order: ListOrder): readonly [Selection, (next: (now: Selection) => Selection) => void] {
  const [selection, setSelection] = useState(emptySelection);
  const [seen, setSeen] = useState(order);
  let current = selection;
  if (seen !== order) {
    // Adjusted while rendering, so that no frame shows a cursor on a photo that has left.
    const place = selection.cursor === null ? 0 : (seen.indexOf.get(selection.cursor) ?? 0);
    current = reconcile(selection, order, place);
    setSeen(order);
    if (current !== selection) setSelection(current);
  }
  return [current, setSelection];
}
