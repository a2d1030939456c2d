import type { ChannelId } from '../../../app/photo-check/types.ts';
import { sessionStore } from '../../shell/session-store.ts';
import { Draft } from './logic/draft.ts';

const drafts = sessionStore<Draft>(Draft);
const keyOf = (channel: ChannelId): string => `vitrine.packs.draft.${channel}`;

/** The unsaved pack of a channel; null where there is none. */
export const draftOf = (channel: ChannelId): Draft | null => drafts.read(keyOf(channel));

/** Keeps a draft; null forgets it. */
export const storeDraft = (channel: ChannelId, draft: Draft | null): void => drafts.store(keyOf(channel), draft);

/** The unsaved pack of a channel, as it changes. */
export const useStoredDraft = (channel: ChannelId): Draft | null => drafts.use(keyOf(channel));
