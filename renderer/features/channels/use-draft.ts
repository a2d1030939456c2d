import { useState } from 'react';
import type { ChannelId } from '../../../app/photo-check/types.ts';
import { draftOf, storeDraft, useStoredDraft } from './draft-storage.ts';
import { textOf, withItem, type Draft, type DraftChange, type DraftRequirement } from './logic/draft.ts';

const remembered = 200;

/** The pack on screen: what is stored, or what a person has made of it since; each change can be taken back. */
export function useDraft(channel: ChannelId, stored: Draft | null) {
  const kept = useStoredDraft(channel);
  const [past, setPast] = useState<readonly (Draft | null)[]>([]);
  const draft = kept ?? stored;
  const dirty = kept !== null && (stored === null || textOf(kept) !== textOf(stored));

  const change = (next: Draft | null): void => {
    setPast((before) => [...before, kept].slice(-remembered));
    storeDraft(channel, next);
  };
  const edit = (part: Partial<Draft>): void => {
    if (draft !== null) change({ ...draft, ...part });
  };
  return {
    draft,
    dirty,
    edit,
    requirement: (index: number, item: DraftRequirement | null): void => edit({ requirements: withItem(draft?.requirements ?? [], index, item) }),
    addRequirement: (item: DraftRequirement): void => edit({ requirements: [...(draft?.requirements ?? []), item] }),
    upcoming: (index: number, item: DraftChange | null): void => edit({ upcoming: withItem(draft?.upcoming ?? [], index, item) }),
    addUpcoming: (item: DraftChange): void => edit({ upcoming: [...(draft?.upcoming ?? []), item] }),
    /** takes the last change back; null where there is none */
    undo:
      past.length === 0
        ? null
        : (): void => {
            storeDraft(channel, past.at(-1) ?? null);
            setPast(past.slice(0, -1));
          },
    /** back to what is stored; answers how to have the draft again */
    discard: (): (() => void) => {
      storeDraft(channel, null);
      setPast([]);
      return () => storeDraft(channel, kept);
    },
    /** `sent` is stored now. What was changed since it was sent stays a draft. */
    settled: (sent: Draft): void => {
      const now = draftOf(channel);
      if (now !== null && textOf(now) !== textOf(sent)) return;
      storeDraft(channel, null);
      setPast([]);
    },
  };
}
export type PackDraft = ReturnType<typeof useDraft>;
