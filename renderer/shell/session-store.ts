import { useCallback, useSyncExternalStore } from 'react';
import type { z } from 'zod';

export interface SessionStore<T> {
  /** null where there is none, or none that can be read. The same object until it is stored anew. */
  readonly read: (key: string) => T | null;
  /** null forgets it */
  readonly store: (key: string, value: T | null) => void;
  /** what is there, as it changes */
  readonly use: (key: string) => T | null;
}

/** What outlives a page, not the window: going to look elsewhere loses nothing. Kept in the session's storage, by key. */
export function sessionStore<T>(schema: z.ZodType<T>): SessionStore<T> {
  const listeners = new Set<() => void>();
  const known = new Map<string, { readonly text: string; readonly value: T | null }>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  function read(key: string): T | null {
    const text = sessionStorage.getItem(key);
    if (text === null) return null;
    const before = known.get(key);
    if (before?.text === text) return before.value;
    const parsed = schema.safeParse(JSON.parse(text));
    const value = parsed.success ? parsed.data : null;
    known.set(key, { text, value });
    return value;
  }
  return {
    read,
    store(key, value) {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
      for (const listener of listeners) listener();
    },
    use: (key) => useSyncExternalStore(subscribe, useCallback(() => read(key), [key])),
  };
}
