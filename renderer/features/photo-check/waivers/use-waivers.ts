import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { InputOf } from '../../../../app/contract/index.ts';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { RuleId } from '../../../../app/photo-check/types.ts';
import type { Waiver } from '../../../../app/photo-check/waivers.ts';
import { useCommand } from '../../../bridge/index.ts';
import { useUndoable } from '../../../shell/undo.tsx';
import { useWords, type ChannelChoice } from '../logic/words.ts';
import type { WaiveRequest } from './waive-form.tsx';

/** Saying that findings are no issue, and taking that back; each can be undone. */
export function useWaivers(channel: ChannelChoice) {
  const { say } = useWords();
  const done = useUndoable();
  const [request, setRequest] = useState<WaiveRequest | null>(null);
  const { mutateAsync: sendWaiver } = useCommand('waivers.waive');
  const { mutateAsync: sendWithdrawal } = useCommand('waivers.withdraw');
  const { mutateAsync: sendUndo } = useCommand('waivers.undo');

  /** Waits for the engine's word; where it refuses, the shell says why. */
  const settle = async (sent: Promise<{ eventIds: string[] }>, message: string): Promise<void> => {
    const { eventIds } = await sent.catch(() => ({ eventIds: [] }));
    if (eventIds.length > 0) done(message, () => sendUndo({ eventIds }));
  };
  const named = (rule: RuleId): string => say(`rules:rules.${rule}.name`);

  return {
    /** what the form is open for; null = closed */
    request,
    /** Opens the form. Photos with nothing wrong are left out; where none is left there is nothing to ask. */
    ask: (rows: readonly PhotoRow[], rule: RuleId | null): void => {
      const broken = rows.filter(({ rules }) => (rule === null ? rules.length > 0 : rules.includes(rule)));
      if (broken.length > 0) setRequest({ rows: broken, rule, channel });
      else notifications.show({ message: say('waivers:nothing'), autoClose: 2500, closeButtonProps: { 'aria-label': say('shell:inspector.close') } });
    },
    close: () => setRequest(null),
    async waive(order: InputOf<'waivers.waive'>): Promise<void> {
      const rows = request?.rows ?? [];
      setRequest(null);
      const [rule] = order.rules;
      const values = { rule: rule === undefined ? '' : named(rule), rules: order.rules.length, name: rows[0]?.name ?? '', count: rows.length };
      const message = order.rules.length > 1 ? say(rows.length > 1 ? 'waivers:severalMany' : 'waivers:severalOne', values) : say(rows.length > 1 ? 'waivers:doneMany' : 'waivers:doneOne', values);
      await settle(sendWaiver(order), message);
    },
    withdraw: ({ subject, rule, channel: on }: Waiver): Promise<void> => settle(sendWithdrawal({ subject, rule, channel: on }), say('waivers:withdrawn', { rule: named(rule) })),
  };
}
export type WaiverActions = ReturnType<typeof useWaivers>;
