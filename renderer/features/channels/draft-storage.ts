import { useCallback, useSyncExternalStore } from 'react';
import type { ChannelId } from '../../../app/photo-check/types.ts';
import { Draft } from './logic/draft.ts';

/** Drafts outlive the page, not the window: going to look at the photos loses nothing. */
const keyOf = (channel: ChannelId): string => `vitrine.packs.draft.${channel}`;
const listeners = new Set<() => void>();
const read = new Map<string, { readonly text: string; readonly draft: Draft | null }>();

/** The unsaved pack of a channel; null where there is none. The same object until it is stored anew. */
export function draftOf(channel: ChannelId): Draft | null {
  const text = sessionStorage.getItem(keyOf(channel));
  if (text === null) return null;
  const known = read.get(channel);
  if (known?.text === text) return known.draft;
  const parsed = Draft.safeParse(JSON.parse(text));
  const draft = parsed.success ? parsed.data : null;
  read.set(channel, { text, draft });
  return draft;
}

/** Keeps a draft; null forgets it. */
export function storeDraft(channel: ChannelId, draft: Draft | null): void {
  if (draft === null) sessionStorage.removeItem(keyOf(channel));
  else sessionStorage.setItem(keyOf(channel), JSON.stringify(draft));
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The unsaved pack of a channel, as it changes. */
export const useStoredDraft = (channel: ChannelId): Draft | null => useSyncExternalStore(subscribe, useCallback(() => draftOf(channel), [channel]));
