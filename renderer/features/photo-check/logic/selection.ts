/** The photos of a list in the order shown, with the place of each: made once a list, so that a key press never walks it. */
export interface ListOrder {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
}

export const listOrder = (ids: readonly string[]): ListOrder => ({ ids, indexOf: new Map(ids.map((id, index) => [id, index])) });

/**
 * What is selected in a list of photos. Everything is by id, so that a list which reloads, re-sorts or
 * loses rows under the selection never moves it to another photo.
 */
export interface Selection {
  /** the photo the keyboard is on */
  readonly cursor: string | null;
  /** where a range starts */
  readonly anchor: string | null;
  readonly ids: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
export const emptySelection: Selection = { cursor: null, anchor: null, ids: none };

const placeOf = (order: ListOrder, id: string | null): number => (id === null ? -1 : (order.indexOf.get(id) ?? -1));

/** Moves the cursor; a selection of several stays until it is cleared. */
export const moveTo = (selection: Selection, id: string | null): Selection => ({ ...selection, cursor: id, anchor: id });

/** Adds or takes away one photo, as Space and Ctrl+click do. */
export function toggle(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { cursor: id, anchor: id, ids };
}

/** Selects from the anchor to `id`, as Shift+arrow and Shift+click do; the anchor stays. */
export function extendTo(selection: Selection, order: ListOrder, id: string): Selection {
  const to = placeOf(order, id);
  if (to < 0) return selection;
  const anchored = placeOf(order, selection.anchor);
  const from = anchored < 0 ? to : anchored;
  const ids = new Set(order.ids.slice(Math.min(from, to), Math.max(from, to) + 1));
  return { cursor: id, anchor: order.ids[from] ?? id, ids };
}

/** Selects every photo of the list as it is filtered now. */
export const selectAll = (selection: Selection, order: ListOrder): Selection => ({
  cursor: selection.cursor ?? order.ids[0] ?? null,
  anchor: selection.anchor ?? order.ids[0] ?? null,
  ids: new Set(order.ids),
});

/** Adds these photos to what is selected, as when a whole group is meant. */
export const selectMany = (selection: Selection, ids: readonly string[]): Selection => ({ ...selection, ids: new Set([...selection.ids, ...ids]) });

export const clear = (selection: Selection): Selection => (selection.ids.size === 0 ? selection : { ...selection, ids: none });

/** The photos an action is meant for: the selected ones in their order, else the one under the cursor. */
export function targets(selection: Selection, order: ListOrder): readonly string[] {
  if (selection.ids.size > 0) return order.ids.filter((id) => selection.ids.has(id));
  return selection.cursor !== null && order.indexOf.has(selection.cursor) ? [selection.cursor] : [];
}

/** The first photo after the cursor that is not among `acted`: where to go once they are dealt with; null at the end. */
export function nextAfter(order: ListOrder, acted: ReadonlySet<string>, cursor: string | null): string | null {
  for (let i = Math.max(0, placeOf(order, cursor)); i < order.ids.length; i++) {
    const id = order.ids[i];
    if (id !== undefined && !acted.has(id)) return id;
  }
  return null;
}

/** The nearest photo before the cursor that is not among `acted`; null at the start. */
export function lastBefore(order: ListOrder, acted: ReadonlySet<string>, cursor: string | null): string | null {
  for (let i = placeOf(order, cursor) - 1; i >= 0; i--) {
    const id = order.ids[i];
    if (id !== undefined && !acted.has(id)) return id;
  }
  return null;
}

/**
 * The selection after the list has changed: photos that left it are no longer selected, and a cursor
 * whose photo left stays at its place (`lastIndex`) rather than jumping to the top.
 */
export function reconcile(selection: Selection, order: ListOrder, lastIndex: number): Selection {
  const kept = [...selection.ids].filter((id) => order.indexOf.has(id));
  const ids = kept.length === selection.ids.size ? selection.ids : new Set(kept);
  if (selection.cursor !== null && order.indexOf.has(selection.cursor)) return ids === selection.ids ? selection : { ...selection, ids };
  const cursor = order.ids[Math.min(Math.max(lastIndex, 0), order.ids.length - 1)] ?? null;
  if (cursor === selection.cursor && ids === selection.ids) return selection;
  return { cursor, anchor: cursor, ids };
}
