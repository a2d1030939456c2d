import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ChannelId, ChannelName } from '../../../app/photo-check/types.ts';
import { usePerform } from '../../bridge/index.ts';
import { useChannelNames } from '../../shell/channel-names.tsx';
import { useReportFailure } from '../../shell/failures.tsx';
import { useUndoable } from '../../shell/undo.tsx';
import { storeDraft } from './draft-storage.ts';
import { Draft } from './logic/draft.ts';
import type { Problem } from './problem-text.ts';

/** A file that held no pack that can be used. */
export interface ImportFailure {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** What people do with whole packs. Each can be taken back; a failure shows itself. */
export function usePackActions() {
  const { t } = useTranslation();
  const perform = usePerform();
  const report = useReportFailure();
  const navigate = useNavigate();
  const names = useChannelNames();
  const done = useUndoable();

  const takeBack = (eventIds: string[]) => () => perform('packs.undo', { eventIds });
  const guarded = (work: () => Promise<void>): Promise<void> => work().catch(report);
  const undoable = (message: string, eventIds: string[]): void => {
    if (eventIds.length > 0) done(message, takeBack(eventIds));
  };

  return {
    undoable,
    /** says that something was done in this window alone, and how to take it back */
    tell: (message: string, undo: () => void): void => done(message, () => Promise.resolve(undo())),
    /** `from`: the channel to copy, or null for none of its rules */
    create: (name: ChannelName, from: ChannelId | null): Promise<void> =>
      guarded(async () => {
        const { channel, eventIds } = await perform('packs.create', { name, from });
        undoable(t('packs:done.created', { channel: typeof name === 'string' ? name : name.en }), eventIds);
        void navigate(`/channels/${channel}`);
      }),
    reset: (channel: ChannelId): Promise<void> =>
      guarded(async () => {
        const { eventIds } = await perform('packs.reset', { channel });
        storeDraft(channel, null);
        undoable(t('packs:done.reset', { channel: names.short(channel) }), eventIds);
      }),
    remove: (channel: ChannelId): Promise<void> =>
      guarded(async () => {
        const { eventIds } = await perform('packs.remove', { channel });
        storeDraft(channel, null);
        undoable(t('packs:done.removed', { channel: names.short(channel) }), eventIds);
        void navigate('/channels');
      }),
    exportPack: (channel: ChannelId): Promise<void> =>
      guarded(async () => {
        const { written } = await perform('packs.export', { channel });
        if (written) notifications.show({ message: t('packs:done.exported', { channel: names.short(channel) }), autoClose: 2500, closeButtonProps: { 'aria-label': t('shell:inspector.close') } });
      }),
    /** Reads a file into the editor, unsaved; answers what is wrong with it where it cannot be used. */
    importPack: async (): Promise<ImportFailure | null> => {
      try {
        const chosen = await perform('packs.import', {});
        if (chosen === null) return null;
        if (chosen.pack === null) return { file: chosen.file, problems: chosen.problems };
        storeDraft(chosen.pack.channel, Draft.parse(chosen.pack));
        void navigate(`/channels/${chosen.pack.channel}`);
      } catch (thrown) {
        report(thrown);
      }
      return null;
    },
  };
}
export type PackActions = ReturnType<typeof usePackActions>;
