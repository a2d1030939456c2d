import { v7 as uuid } from 'uuid';
import type { WritableDb } from './db.ts';
import { outboxOf, type Operation } from './outbox.ts';

/** Who acts, and when (milliseconds since the epoch). */
export interface By {
  readonly actor: string;
  readonly at: number;
}

/** Something staff did to a photo or product; its newest standing event of an aspect says what holds. */
export interface NewEvent {
  readonly entityKind: Operation['entityKind'];
  readonly entityId: string;
  readonly type: string;
  readonly aspect: string;
  readonly payload: object;
  /** of the sample shop: nobody's business, so it goes to no outbox */
  readonly sample: boolean;
  /** the sent event that this one takes back */
  readonly compensates?: string;
}

export interface StoredEvent {
  readonly id: string;
  readonly entity_kind: Operation['entityKind'];
  readonly entity_id: string;
  readonly type: string;
  readonly aspect: string;
  readonly state: 'pending' | 'sent' | 'acknowledged' | 'retracted';
  readonly operation_key: string;
  readonly payload: string;
}

/** What is common to all staff actions: written with their outbox row, retracted with it while it was never sent. */
export function pendingEventsOf(db: WritableDb) {
  const outbox = outboxOf(db);
  const insert = db.prepare<[string, string, string, string, string, string, string, number, string, string | null]>(
    `insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key, compensates)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const find = db.prepare<[string], StoredEvent>(
    `select id, entity_kind, entity_id, type, aspect, state, operation_key, payload from pending_events
     where id = ? and undone_at is null and compensates is null`,
  );
  const lastStanding = db.prepare<[string, string, string], { payload: string }>(
    `select payload from pending_events where entity_kind = ? and entity_id = ? and aspect = ?
       and undone_at is null and compensates is null order by seq desc limit 1`,
  );
  const first = db.prepare<[string, string, string], { payload: string }>(
    `select payload from pending_events where entity_kind = ? and entity_id = ? and aspect = ? order by seq limit 1`,
  );
  const retract = db.prepare<[number, string]>(`update pending_events set state = 'retracted', undone_at = ? where id = ?`);
  const markUndone = db.prepare<[number, string]>(`update pending_events set undone_at = ? where id = ?`);

  return {
    /** Returns the event's id. Call inside a transaction. */
    write({ entityKind, entityId, type, aspect, payload, sample, compensates }: NewEvent, by: By): string {
      const id = uuid();
      const key = uuid();
      insert.run(id, entityKind, entityId, type, aspect, JSON.stringify(payload), by.actor, by.at, key, compensates ?? null);
      if (!sample) outbox.add({ entityKind, entityId, operation: type, payload }, by.at, key);
      return id;
    },
    /** those of the ids that stand and may be taken back, in their order */
    standing: (ids: readonly string[]): StoredEvent[] => ids.flatMap((id) => find.get(id) ?? []),
    /** The payload of the newest event of an aspect that still stands; null where none does. */
    lastOf: (kind: Operation['entityKind'], id: string, aspect: string): string | null => lastStanding.get(kind, id, aspect)?.payload ?? null,
    firstOf: (kind: Operation['entityKind'], id: string, aspect: string): string | null => first.get(kind, id, aspect)?.payload ?? null,
    /** Marks an event undone. True where it was never sent: it is then retracted with its outbox row, and nothing has to answer it. */
    takeBack(event: StoredEvent, at: number): boolean {
      if (event.state !== 'pending') {
        markUndone.run(at, event.id);
        return false;
      }
      retract.run(at, event.id);
      outbox.withdraw(event.operation_key);
      return true;
    },
  };
}
