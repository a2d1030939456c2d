import { z } from 'zod';
import { ChannelId, RuleId } from '../photo-check/types.ts';
import { WaiverReason, WaiverSubject } from '../photo-check/waivers.ts';
import { command, defineFeature } from './define.ts';

const Undoable = z.object({ eventIds: z.array(z.string()) });
const Scope = { rule: RuleId, channel: ChannelId.nullable() };

export const waivers = defineFeature({
  calls: {
    /** "Not an issue": for these photos, or for the products that they show, where those are known */
    waive: command({
      input: z.object({
        photoIds: z.array(z.string()).min(1).max(100_000),
        rules: z.array(RuleId).min(1),
        /** null = every channel */
        channel: ChannelId.nullable(),
        scope: z.enum(['photo', 'product']),
        reason: WaiverReason,
        note: z.string().trim().max(2_000).default(''),
      }),
      output: Undoable,
    }),
    /** takes a waiver back: the finding counts again */
    withdraw: command({ input: z.object({ subject: WaiverSubject, ...Scope }), output: Undoable }),
    undo: command({ input: Undoable, output: z.object({ undone: z.number() }) }),
  },
  events: {},
});
