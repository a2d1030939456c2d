import { v7 as uuid } from 'uuid';
import { transact, type WritableDb } from './db.ts';
import { outboxOf } from './outbox.ts';

export type Decision = 'passed' | 'rejected';
export type Aspect = 'photo.decision' | 'photo.presence' | 'photo.feedback' | 'photo.label';

/** Who acts, and when (milliseconds since the epoch). */
export interface By {
  readonly actor: string;
  readonly at: number;
}

/** Staff's word on a rule: its finding is right, is wrong, or is missing; with all that spoke before. */
export interface Feedback {
  readonly word: 'right' | 'wrong' | 'missed';
  readonly rule: string;
  readonly channel: string;
  readonly pack: string | null;
  /** what the pack asked by the rule; null where the photo was not judged */
  readonly demands: string | null;
  readonly models: readonly { readonly id: string; readonly version: string }[];
  /** what the finding said it measured; null where there is no such finding */
  readonly measured: unknown;
  /** what the photo measures for each number of the rule's requirement that may be moved, by its name */
  readonly readings: Readonly<Record<string, number>>;
  readonly note: string;
}

/** Value of an aspect: the decision, or 1/0 for removed. */
type Value = string | number | null;
/** A photo as the views show it now. */
interface Shown {
  readonly id: string;
  readonly decision: string | null;
  readonly removed: number;
  readonly sample: number;
}
interface Stored {
  readonly id: string;
  readonly entity_id: string;
  readonly type: string;
  readonly aspect: Aspect;
  readonly state: 'pending' | 'sent' | 'acknowledged' | 'retracted';
  readonly operation_key: string;
  readonly payload: string;
}

const decisionType = (value: Value): string => (value === null ? 'photo.cleared' : 'photo.decided');
const presenceType = (value: Value): string => (value === 1 ? 'photo.removed' : 'photo.restored');
const typeOf = (aspect: Aspect, value: Value): string => (aspect === 'photo.decision' ? decisionType(value) : presenceType(value));
const fieldOf = (aspect: Aspect): 'decision' | 'removed' => (aspect === 'photo.decision' ? 'decision' : 'removed');

/**
 * Staff actions on photos. An action writes an event (and, for the merchant's own photos, its outbox row) and
 * touches no photo row; the view `projected_photos` lays the events over the rows.
 */
export function photoEventsOf(db: WritableDb) {
  const outbox = outboxOf(db);
  const insert = db.prepare<[string, string, string, string, string, string, number, string, string | null]>(
    `insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key, compensates)
     values (?, 'photo', ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const shown = 'select id, shown_decision as decision, shown_removed as removed, sample from projected_photos';
  const projected = db.prepare<[string], Shown>(`${shown} where id = ?`);
  // Asked for all at once: one question of the view per photo is most of the time that 15,000 decisions take.
  const projectedAmong = db.prepare<[string], Shown>(`${shown} where id in (select value from json_each(?))`);
  const find = db.prepare<[string], Stored>(
    `select id, entity_id, type, aspect, state, operation_key, payload from pending_events
     where id = ? and entity_kind = 'photo' and undone_at is null and compensates is null`,
  );
  const lastStanding = db.prepare<[string, string], { payload: string }>(
    `select payload from pending_events where entity_kind = 'photo' and entity_id = ? and aspect = ?
       and undone_at is null and compensates is null order by seq desc limit 1`,
  );
  const first = db.prepare<[string, string], { payload: string }>(
    `select payload from pending_events where entity_kind = 'photo' and entity_id = ? and aspect = ? order by seq limit 1`,
  );
  const retract = db.prepare<[number, string]>(`update pending_events set state = 'retracted', undone_at = ? where id = ?`);
  const markUndone = db.prepare<[number, string]>(`update pending_events set undone_at = ? where id = ?`);

  function write(photoId: string, aspect: Aspect, type: string, payload: object, by: By, sample: boolean, compensates: string | null = null): string {
    const id = uuid();
    const key = uuid();
    insert.run(id, photoId, type, aspect, JSON.stringify(payload), by.actor, by.at, key, compensates);
    if (!sample) outbox.add({ entityKind: 'photo', entityId: photoId, operation: type, payload }, by.at, key);
    return id;
  }

  /** The value of an aspect as the views show it now. */
  const current = (photo: Shown, aspect: Aspect): Value =>
    aspect === 'photo.decision' ? photo.decision : photo.removed;

  /** One event for each photo whose value is another one; unknown photos are passed over. */
  function set(ids: readonly string[], aspect: Aspect, value: Value, by: By): string[] {
    return transact(db, () => {
      const photos = new Map(projectedAmong.all(JSON.stringify(ids)).map((photo) => [photo.id, photo]));
      return [...new Set(ids)].flatMap((id) => {
        const photo = photos.get(id);
        if (photo === undefined) return [];
        const before = current(photo, aspect);
        if (before === value) return [];
        return [write(id, aspect, typeOf(aspect, value), { [fieldOf(aspect)]: value, before }, by, photo.sample === 1)];
      });
    });
  }

  /** What the aspect should be by every event that still stands; without any, what it was before the first. */
  function standing(photoId: string, aspect: Aspect): Value {
    const last = lastStanding.get(photoId, aspect);
    const payload = JSON.parse(last?.payload ?? first.get(photoId, aspect)?.payload ?? '{}') as Record<string, Value | undefined>;
    return (last === undefined ? payload['before'] : payload[fieldOf(aspect)]) ?? null;
  }

  function compensate(event: Stored, sent: boolean, by: By): void {
    const photo = projected.get(event.entity_id);
    if (photo === undefined) return;
    if (event.aspect === 'photo.feedback' || event.aspect === 'photo.label') {
      if (sent) write(event.entity_id, event.aspect, `${event.type}-withdrawn`, { event: event.id }, by, photo.sample === 1, event.id);
      return;
    }
    const value = standing(event.entity_id, event.aspect);
    const before = current(photo, event.aspect);
    if (!sent && before === value) return;
    write(event.entity_id, event.aspect, typeOf(event.aspect, value), { [fieldOf(event.aspect)]: value, before }, by, photo.sample === 1, event.id);
  }

  return {
    /** null takes the person's word back. Returns the ids of the events written. */
    decide: (ids: readonly string[], decision: Decision | null, by: By): string[] => set(ids, 'photo.decision', decision, by),
    remove: (ids: readonly string[], by: By): string[] => set(ids, 'photo.presence', 1, by),
    restore: (ids: readonly string[], by: By): string[] => set(ids, 'photo.presence', 0, by),
    /** Returns null where the photo is unknown. */
    say(photoId: string, { word, ...feedback }: Feedback, by: By): string | null {
      return transact(db, () => {
        const photo = projected.get(photoId);
        return photo === undefined ? null : write(photoId, 'photo.feedback', `photo.${word}`, feedback, by, photo.sample === 1);
      });
    },
    /** Staff's word on a defect of their own: null takes the word back. One event a photo; unknown photos are passed over. */
    label(ids: readonly string[], { defect, label }: { readonly defect: string; readonly label: string | null }, by: By): string[] {
      return transact(db, () =>
        [...new Set(ids)].flatMap((id) => {
          const photo = projected.get(id);
          return photo === undefined ? [] : [write(id, 'photo.label', 'photo.labelled', { defect, label }, by, photo.sample === 1)];
        }),
      );
    },
    /**
     * Takes events back: one that was never sent is retracted with its outbox row; one that was sent is answered
     * by a compensating event. What is already undone or unknown is passed over. Returns the photos touched, and
     * among them those that came or went.
     */
    undo(eventIds: readonly string[], by: By): { undone: number; photoIds: string[]; cameBack: string[] } {
      return transact(db, () => {
        const events = eventIds.flatMap((id) => find.get(id) ?? []);
        for (const event of events) {
          const unsent = event.state === 'pending';
          if (unsent) {
            retract.run(by.at, event.id);
            outbox.withdraw(event.operation_key);
          } else {
            markUndone.run(by.at, event.id);
          }
          compensate(event, !unsent, by);
        }
        const photosOf = (some: readonly Stored[]): string[] => [...new Set(some.map((event) => event.entity_id))];
        return { undone: events.length, photoIds: photosOf(events), cameBack: photosOf(events.filter(({ aspect }) => aspect === 'photo.presence')) };
      });
    },
  };
}
