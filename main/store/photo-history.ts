import type { z } from 'zod';
import type { HistoryEntry } from '../../app/contract/photos.ts';
import { ChannelId, RuleId } from '../../app/photo-check/types.ts';
import type { ReadableDb } from './db.ts';

type Entry = z.infer<typeof HistoryEntry>;
interface Stored {
  readonly id: string;
  readonly type: string;
  readonly payload: string;
  readonly actor: string;
  readonly at: number;
  readonly undone_at: number | null;
}

const types: Readonly<Record<string, Entry['type']>> = {
  'photo.decided': 'decided',
  'photo.cleared': 'cleared',
  'photo.removed': 'removed',
  'photo.restored': 'restored',
  'photo.right': 'right',
  'photo.wrong': 'wrong',
  'photo.fix-accepted': 'fixed',
  'photo.fix-reverted': 'fix-reverted',
  'photo.missed': 'missed',
  'photo.waived': 'waived',
  'photo.waiver-withdrawn': 'waiver-withdrawn',
};

/** What staff did to photos, and how much of it the platform has not seen. */
export function photoHistoryOf(db: ReadableDb) {
  // A compensating event is the echo of an undo, and the entry it answers already says "undone".
  const events = db.prepare<[string], Stored>(
    `select id, type, payload, actor, at, undone_at from pending_events
     where entity_kind = 'photo' and entity_id = ? and compensates is null order by seq`,
  );
  const pending = db.prepare<[], { n: number }>(`select count(*) as n from pending_events where state in ('pending', 'sent')`);

  return {
    /** oldest first */
    of(photoId: string): Entry[] {
      return events.all(photoId).flatMap((event): Entry[] => {
        const type = types[event.type];
        if (type === undefined) return [];
        const payload = JSON.parse(event.payload) as { decision?: Entry['decision']; rule?: string; channel?: string; note?: string };
        const rule = RuleId.safeParse(payload.rule);
        const channel = ChannelId.safeParse(payload.channel);
        return [{
          eventId: event.id,
          at: event.at,
          actor: event.actor,
          type,
          decision: payload.decision ?? null,
          rule: rule.success ? rule.data : null,
          channel: channel.success ? channel.data : null,
          note: payload.note === undefined || payload.note === '' ? null : payload.note,
          undone: event.undone_at !== null,
        }];
      });
    },
    pending: (): number => pending.get()?.n ?? 0,
  };
}
