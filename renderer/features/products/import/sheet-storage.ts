import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { SheetDraft } from '../../../../app/contract/products.ts';

const OpenSheet = z.object({ draft: SheetDraft, mapping: SheetDraft.shape.mapping });
/** A table on its way in, with what its columns mean by now. */
export type OpenSheet = z.infer<typeof OpenSheet>;

/** An open table outlives the page, not the window: going to look at the photos loses nothing. */
const key = 'vitrine.products.sheet';
const listeners = new Set<() => void>();
let read: { readonly text: string; readonly sheet: OpenSheet | null } | null = null;

/** The open table; null where there is none. The same object until it is stored anew. */
export function openSheet(): OpenSheet | null {
  const text = sessionStorage.getItem(key);
  if (text === null) return null;
  if (read?.text !== text) {
    const parsed = OpenSheet.safeParse(JSON.parse(text));
    read = { text, sheet: parsed.success ? parsed.data : null };
  }
  return read.sheet;
}

/** Keeps a table; null forgets it. */
export function storeSheet(sheet: OpenSheet | null): void {
  if (sheet === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(sheet));
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The open table, as it changes. */
export const useOpenSheet = (): OpenSheet | null => useSyncExternalStore(subscribe, openSheet);
