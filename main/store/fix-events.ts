import { v7 as uuid } from 'uuid';
import type { ChannelId } from '../../app/photo-check/types.ts';
import { transact, type WritableDb } from './db.ts';
import { outboxOf } from './outbox.ts';
import type { By } from './photo-events.ts';

/** The aspect of a photo that says which copy a channel gets. */
export const fixAspect = (channel: ChannelId): string => `photo.fix.${channel}`;

interface Copy {
  readonly id: string;
  readonly photo_id: string;
  readonly channel: ChannelId;
  readonly sha256: string;
  readonly sample: number;
}
interface Event {
  readonly id: string;
  readonly entity_id: string;
  readonly aspect: string;
  readonly state: 'pending' | 'sent' | 'acknowledged' | 'retracted';
  readonly operation_key: string;
  readonly payload: string;
}
interface Payload {
  readonly channel: ChannelId;
  readonly copy: string | null;
  readonly sha256: string | null;
  readonly before: string | null;
}

/**
 * Staff's word on fixed copies: which one a channel gets instead of the photo. Like every action it is an event, and
 * for the merchant's own photos an outbox row; the view `projected_fixes` lays it over the copies.
 */
export function fixEventsOf(db: WritableDb) {
  const outbox = outboxOf(db);
  const insert = db.prepare<[string, string, string, string, string, string, number, string, string | null]>(
    `insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key, compensates)
     values (?, 'photo', ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const copy = db.prepare<[string], Copy>(
    `select f.id, f.photo_id, f.channel, f.sha256, p.sample from fixes f join photos p on p.id = f.photo_id where f.id = ? and f.file is not null`,
  );
  const shown = db.prepare<[string, string], { id: string }>('select id from projected_fixes where photo_id = ? and channel = ? and shown_accepted = 1');
  const sampleOf = db.prepare<[string], { sample: number }>('select sample from photos where id = ?');
  const keep = db.prepare<[string]>('update fixes set kept = 1 where id = ?');
  const find = db.prepare<[string], Event>(
    `select id, entity_id, aspect, state, operation_key, payload from pending_events
     where id = ? and aspect like 'photo.fix.%' and undone_at is null and compensates is null`,
  );
  const lastStanding = db.prepare<[string, string], { payload: string }>(
    `select payload from pending_events where entity_kind = 'photo' and entity_id = ? and aspect = ?
       and undone_at is null and compensates is null order by seq desc limit 1`,
  );
  const first = db.prepare<[string, string], { payload: string }>(
    `select payload from pending_events where entity_kind = 'photo' and entity_id = ? and aspect = ? order by seq limit 1`,
  );
  const retract = db.prepare<[number, string]>(`update pending_events set state = 'retracted', undone_at = ? where id = ?`);
  const markUndone = db.prepare<[number, string]>('update pending_events set undone_at = ? where id = ?');

  const current = (photoId: string, channel: ChannelId): string | null => shown.get(photoId, channel)?.id ?? null;

  function write(photoId: string, channel: ChannelId, value: string | null, by: By, compensates: string | null = null): string {
    const id = uuid();
    const key = uuid();
    const type = value === null ? 'photo.fix-reverted' : 'photo.fix-accepted';
    const sha256 = value === null ? null : (copy.get(value)?.sha256 ?? null);
    const payload: Payload = { channel, copy: value, sha256, before: current(photoId, channel) };
    insert.run(id, photoId, type, fixAspect(channel), JSON.stringify(payload), by.actor, by.at, key, compensates);
    if (sampleOf.get(photoId)?.sample === 0) outbox.add({ entityKind: 'photo', entityId: photoId, operation: type, payload }, by.at, key);
    return id;
  }

  /** The copy a channel gets by every event that still stands; without any, what it got before the first. */
  function standing(photoId: string, channel: ChannelId): string | null {
    const last = lastStanding.get(photoId, fixAspect(channel));
    const payload = JSON.parse(last?.payload ?? first.get(photoId, fixAspect(channel))?.payload ?? '{}') as Partial<Payload>;
    return (last === undefined ? payload.before : payload.copy) ?? null;
  }

  function undoOne(event: Event, by: By): void {
    const unsent = event.state === 'pending';
    if (unsent) {
      retract.run(by.at, event.id);
      outbox.withdraw(event.operation_key);
    } else {
      markUndone.run(by.at, event.id);
    }
    const { channel } = JSON.parse(event.payload) as Payload;
    const value = standing(event.entity_id, channel);
    if (unsent && current(event.entity_id, channel) === value) return;
    write(event.entity_id, channel, value, by, event.id);
  }

  return {
    /** Each copy becomes what its channel gets; those that are it already, and unknown ones, are passed over. */
    accept(ids: readonly string[], by: By): { eventIds: string[]; photoIds: string[] } {
      return transact(db, () => {
        const taken = [...new Set(ids)].flatMap((id) => copy.get(id) ?? []).filter(({ id, photo_id, channel }) => current(photo_id, channel) !== id);
        const eventIds = taken.map(({ id, photo_id, channel }) => {
          keep.run(id);
          return write(photo_id, channel, id, by);
        });
        return { eventIds, photoIds: [...new Set(taken.map(({ photo_id }) => photo_id))] };
      });
    },
    /** The channels of these copies get the photo itself again; copies that are not accepted are passed over. */
    revert(ids: readonly string[], by: By): { eventIds: string[]; photoIds: string[] } {
      return transact(db, () => {
        const taken = [...new Set(ids)].flatMap((id) => copy.get(id) ?? []).filter(({ id, photo_id, channel }) => current(photo_id, channel) === id);
        const eventIds = taken.map(({ photo_id, channel }) => write(photo_id, channel, null, by));
        return { eventIds, photoIds: [...new Set(taken.map(({ photo_id }) => photo_id))] };
      });
    },
    /** Takes events back, as `photoEvents.undo` does. Returns the photos touched. */
    undo(eventIds: readonly string[], by: By): { undone: number; photoIds: string[] } {
      return transact(db, () => {
        const events = eventIds.flatMap((id) => find.get(id) ?? []);
        for (const event of events) undoOne(event, by);
        return { undone: events.length, photoIds: [...new Set(events.map(({ entity_id }) => entity_id))] };
      });
    },
  };
}
export type FixEvents = ReturnType<typeof fixEventsOf>;
