import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { PhotoFilter, type PhotoRow } from '../../../../app/contract/photos.ts';
import type { Word } from '../../../../app/photo-check/learning/types.ts';
import type { ChannelId, RuleId } from '../../../../app/photo-check/types.ts';
import { callOptions, useBridge, useCommand } from '../../../bridge/index.ts';
import { useUndoable } from '../../../shell/undo.tsx';
import { rowsAsTsv } from '../logic/row-table.ts';
import { worstVerdict } from '../logic/findings.ts';
import { clear, lastBefore, moveTo, nextAfter, targets, type ListOrder, type Selection } from '../logic/selection.ts';
import { useWords } from '../logic/words.ts';
import { showAtOnce, staysListed, withDecision, without, type Decision } from './list-cache.ts';

interface Desk {
  readonly rows: readonly PhotoRow[];
  readonly order: ListOrder;
  readonly filter: PhotoFilter;
  readonly selection: Selection;
  readonly change: (next: (now: Selection) => Selection) => void;
  /** photos judged fail or warn that nobody has decided on */
  readonly toReview: number;
}

/** What staff do with photos. Each shows at once, goes on to the next photo, and can be taken back. */
export function usePhotoActions({ rows, order, filter, selection, change, toReview }: Desk) {
  const words = useWords();
  const { say } = words;
  const client = useQueryClient();
  const bridge = useBridge();
  const done = useUndoable();
  const [said, announce] = useState('');
  const { mutateAsync: sendDecision } = useCommand('photos.decide');
  const { mutateAsync: sendRemoval } = useCommand('photos.remove');
  const { mutateAsync: sendUndo } = useCommand('photos.undo');
  const { mutateAsync: sendWrong } = useCommand('photos.wrong');
  const { mutateAsync: sendWord } = useCommand('learning.say');
  const { mutateAsync: sendRecheck } = useCommand('photos.recheck');
  const { mutate: reveal } = useCommand('photos.reveal');

  const toast = { closeButtonProps: { 'aria-label': say('shell:inspector.close') } };
  const rowOf = (id: string): PhotoRow | undefined => rows[order.indexOf.get(id) ?? -1];
  const open = (row: PhotoRow | undefined): boolean => {
    const verdict = row && row.decision === null ? worstVerdict(row.verdicts, filter.channel) : null;
    return verdict === 'fail' || verdict === 'warn';
  };
  const named = (key: string, ids: readonly string[]): string =>
    ids.length === 1 ? say(`action.${key}One`, { name: rowOf(ids[0] ?? '')?.name ?? '' }) : say(`action.${key}Many`, { count: ids.length });
  const goOn = (ids: readonly string[], stays: boolean): void => {
    const acted = new Set(ids);
    const next = nextAfter(order, acted, selection.cursor) ?? (stays ? selection.cursor : lastBefore(order, acted, selection.cursor));
    change((now) => moveTo(clear(now), next));
  };
  /** Waits for the engine's word; where it refuses, what was shown is taken back (the shell says why). */
  const settle = async (sent: Promise<{ eventIds: string[] }>, ids: readonly string[], message: string, spoken: string, takeBack?: () => Promise<void>): Promise<void> => {
    try {
      const { eventIds } = await sent;
      if (spoken) announce(spoken);
      done(message, async () => {
        await sendUndo({ eventIds });
        void client.fetchQuery({ ...callOptions(bridge, 'photos.counts', { channel: filter.channel, search: '' }), staleTime: 0 }).then((now) => announce(say('live.undone', { left: now.toReview })));
        const back = ids[0];
        if (back !== undefined) change((now) => moveTo(clear(now), back));
      });
    } catch {
      await takeBack?.();
    }
  };

  return {
    said,
    /** the photos that an action is meant for */
    targetRows: (): PhotoRow[] => targets(selection, order).flatMap((id) => rowOf(id) ?? []),
    async decide(decision: Decision, asked?: readonly string[]): Promise<void> {
      const ids = (asked ?? targets(selection, order)).filter((id) => rowOf(id)?.state !== 'failed');
      if (ids.length === 0) return;
      const reviewed = ids.filter((id) => open(rowOf(id))).length;
      const message = named(decision ?? 'cleared', ids);
      goOn(ids, staysListed(filter.show, decision));
      const acted = new Set(ids);
      const takeBack = await showAtOnce(client, filter, (list) => withDecision(list, acted, decision, filter.show));
      await settle(sendDecision({ ids: [...ids], decision }), ids, message, decision ? say(`live.${decision}`, { left: Math.max(0, toReview - reviewed) }) : '', takeBack);
    },
    async remove(asked?: readonly string[]): Promise<void> {
      const ids = asked ?? targets(selection, order);
      if (ids.length === 0) return;
      const message = named('removed', ids);
      goOn(ids, false);
      const acted = new Set(ids);
      const takeBack = await showAtOnce(client, filter, (list) => without(list, acted));
      await settle(sendRemoval({ ids: [...ids] }), ids, message, message, takeBack);
    },
    /** what staff think of a finding, or of one that is missing */
    async say(id: string, rule: RuleId, channel: ChannelId, word: Word, note: string): Promise<void> {
      const about = { id, rule, channel, note };
      await settle(word === 'wrong' ? sendWrong(about) : sendWord({ ...about, word }), [id], say(`action.${word}`), say(`action.${word}`));
    },
    async recheck(asked?: readonly string[] | null): Promise<void> {
      const ids = asked === null ? null : (asked ?? targets(selection, order));
      if (ids?.length === 0) return;
      await sendRecheck({ ids: ids ? [...ids] : null });
      notifications.show({ message: say('action.rechecking', { count: ids?.length ?? rows.length }), autoClose: 2500, ...toast });
    },
    /** checks what is still waiting, whatever the list shows just now */
    async checkWaiting(): Promise<void> {
      const waiting = await client.fetchQuery({ ...callOptions(bridge, 'photos.list', PhotoFilter.parse({ show: 'waiting' })), staleTime: 0 });
      if (waiting.rows.length > 0) await sendRecheck({ ids: waiting.rows.map(({ id }) => id) });
    },
    reveal: (id: string | null): void => {
      if (id !== null) reveal({ id });
    },
    async copy(): Promise<void> {
      // Words marked with the mouse are what the person means, before any tile.
      const marked = getSelection()?.toString() ?? '';
      const ids = targets(selection, order);
      const picked = ids.flatMap((id) => rowOf(id) ?? []);
      if (!marked && picked.length === 0) return;
      await navigator.clipboard.writeText(marked || rowsAsTsv(picked, filter.channel, words));
      if (!marked) notifications.show({ message: say('grid.copied', { count: picked.length }), autoClose: 2500, ...toast });
    },
  };
}

export type PhotoActions = ReturnType<typeof usePhotoActions>;
