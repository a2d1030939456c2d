import { useState } from 'react';
import type { ProductFilter, ProductRow } from '../../../../app/contract/products.ts';
import { useCall, type Pages } from '../../../bridge/index.ts';

/** Which product is the current one. `id`: null until the row that was gone to is there. */
interface Place {
  readonly index: number;
  readonly id: string | null;
  /** the list in which it stands at `index` */
  readonly filter: ProductFilter;
  /** counts the times that the list is to show it */
  readonly turn: number;
}

export interface Cursor {
  /** −1 where none is, or this list does not show it */
  readonly index: number;
  readonly id: string | null;
  readonly row: ProductRow | undefined;
  readonly turn: number;
  /** a product was gone to that this list shows, though its row may not be there yet */
  readonly on: boolean;
  readonly move: (index: number) => void;
}

/**
 * The current product of a list of which only what is in sight is known. It may be moved onto a row that is not there
 * yet, and stays on its product when the list changes around it: where that cannot be seen, the engine says the place.
 */
export function useCursor(pages: Pages<ProductRow>, filter: ProductFilter): Cursor {
  const [place, setPlace] = useState<Place | null>(null);
  const id = place?.id ?? null;
  const there = place === null ? undefined : pages.at(place.index);
  const sameList = place?.filter === filter;
  const doubtful = id !== null && (!sameList || (there !== undefined && there.id !== id));
  const seen = doubtful && sameList ? pages.find((row) => row.id === id) : -1;
  const asked = useCall('products.place', { ...filter, id: id ?? '' }, { enabled: doubtful && seen < 0 }).data;
  const answered = seen >= 0 ? seen : asked?.index;

  if (place !== null && place.id === null && there !== undefined && sameList) setPlace({ ...place, id: there.id });
  if (place !== null && doubtful && answered != null && (answered !== place.index || !sameList)) {
    setPlace({ ...place, index: answered, filter, turn: sameList ? place.turn : place.turn + 1 });
  }

  const index = place === null || (id === null && !sameList) ? -1 : doubtful ? (answered ?? -1) : place.index;
  return {
    index,
    id,
    row: index < 0 || id === null || pages.at(index)?.id !== id ? undefined : pages.at(index),
    turn: place?.turn ?? 0,
    on: place !== null && (id === null ? sameList : !doubtful || answered !== null),
    move: (next) => setPlace((now) => ({ index: next, id: pages.at(next)?.id ?? null, filter, turn: (now?.turn ?? 0) + 1 })),
  };
}
