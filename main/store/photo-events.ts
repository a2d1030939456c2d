import { transact, type WritableDb } from './db.ts';
import { driftsOf } from './drifts.ts';
import { pendingEventsOf, type By, type StoredEvent } from './pending-events.ts';

export type { By } from './pending-events.ts';
export type Decision = 'passed' | 'rejected';
export type Aspect = 'photo.decision' | 'photo.presence' | 'photo.feedback' | 'photo.label';

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
  /** its bytes are not those that were approved */
  readonly drifted: number;
}

const aspects: ReadonlySet<string> = new Set<Aspect>(['photo.decision', 'photo.presence', 'photo.feedback', 'photo.label']);
interface Stored extends StoredEvent {
  readonly aspect: Aspect;
}
const isOurs = (event: StoredEvent): event is Stored => event.entity_kind === 'photo' && aspects.has(event.aspect);

const decisionType = (value: Value): string => (value === null ? 'photo.cleared' : 'photo.decided');
const presenceType = (value: Value): string => (value === 1 ? 'photo.removed' : 'photo.restored');
const typeOf = (aspect: Aspect, value: Value): string => (aspect === 'photo.decision' ? decisionType(value) : presenceType(value));
const fieldOf = (aspect: Aspect): 'decision' | 'removed' => (aspect === 'photo.decision' ? 'decision' : 'removed');

/**
 * Staff actions on photos. An action writes an event (and, for the merchant's own photos, its outbox row) and
 * touches no photo row; the view `projected_photos` lays the events over the rows.
 */
export function photoEventsOf(db: WritableDb) {
  const events = pendingEventsOf(db);
  const drifts = driftsOf(db);
  const shown = 'select id, shown_decision as decision, shown_removed as removed, sample, exists (select 1 from drifts d where d.photo_id = projected_photos.id) as drifted from projected_photos';
  const projected = db.prepare<[string], Shown>(`${shown} where id = ?`);
  // Asked for all at once: one question of the view per photo is most of the time that 15,000 decisions take.
  const projectedAmong = db.prepare<[string], Shown>(`${shown} where id in (select value from json_each(?))`);
  const write = (photoId: string, aspect: Aspect, type: string, payload: object, by: By, sample: boolean, compensates?: string): string =>
    events.write({ entityKind: 'photo', entityId: photoId, type, aspect, payload, sample, ...(compensates === undefined ? {} : { compensates }) }, by);

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
        // who approves a photo that changed since approves other bytes than before
        if (before === value && !(value === 'passed' && photo.drifted === 1)) return [];
        const eventId = write(id, aspect, typeOf(aspect, value), { [fieldOf(aspect)]: value, before }, by, photo.sample === 1);
        if (value === 'passed') drifts.noteApproval(eventId, id);
        return [eventId];
      });
    });
  }

  /** What the aspect should be by every event that still stands; without any, what it was before the first. */
  function standing(photoId: string, aspect: Aspect): Value {
    const last = events.lastOf('photo', photoId, aspect);
    const payload = JSON.parse(last ?? events.firstOf('photo', photoId, aspect) ?? '{}') as Record<string, Value | undefined>;
    return (last === null ? payload['before'] : payload[fieldOf(aspect)]) ?? null;
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
    decide: (ids: readonly string[], decision: Decision | null, by: By): string[] =>
      transact(db, () => {
        const eventIds = set(ids, 'photo.decision', decision, by);
        drifts.settle(ids);
        return eventIds;
      }),
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
        const found = events.standing(eventIds).filter(isOurs);
        for (const event of found) compensate(event, !events.takeBack(event, by.at), by);
        const photosOf = (some: readonly Stored[]): string[] => [...new Set(some.map((event) => event.entity_id))];
        drifts.settle(photosOf(found));
        return { undone: found.length, photoIds: photosOf(found), cameBack: photosOf(found.filter(({ aspect }) => aspect === 'photo.presence')) };
      });
    },
  };
}
