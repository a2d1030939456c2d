import { v7 as uuid } from 'uuid';
import type { WritableDb } from './db.ts';

/** Raised when the payload of an operation changes its meaning; the receiver parks what it does not know. */
export const outboxSchemaVersion = 1;

export interface Operation {
  readonly entityKind: 'photo' | 'product';
  readonly entityId: string;
  /** e.g. 'photo.decided', 'photo.verdicts' */
  readonly operation: string;
  readonly payload: unknown;
}

/**
 * What the platform is to hear, in order. The operation key is stored before the first send, so that any number of
 * sends has one effect. Nothing sends yet: rows wait for the sync engine.
 */
export function outboxOf(db: WritableDb) {
  const insert = db.prepare<[string, string, string, string, string, number, number]>(
    `insert into outbox (operation_key, entity_kind, entity_id, operation, payload, schema_version, created_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const withdraw = db.prepare<[string]>(`delete from outbox where operation_key = ? and state = 'waiting' and attempts = 0`);
  const withdrawUnsent = db.prepare<[string, string, string]>(
    `delete from outbox where entity_kind = ? and entity_id = ? and operation = ? and state = 'waiting' and attempts = 0`,
  );
  const waiting = db.prepare<[], { n: number }>(`select count(*) as n from outbox where state = 'waiting'`);

  const add = (operation: Operation, at: number, key: string = uuid()): void => {
    insert.run(key, operation.entityKind, operation.entityId, operation.operation, JSON.stringify(operation.payload), outboxSchemaVersion, at);
  };

  return {
    add,
    /** Replaces what was never sent of the same kind for the same entity: only the newest state matters. */
    replaceUnsent(operation: Operation, at: number): void {
      withdrawUnsent.run(operation.entityKind, operation.entityId, operation.operation);
      add(operation, at);
    },
    /** Takes an operation back that was never tried; true where that was still possible. */
    withdraw: (key: string): boolean => withdraw.run(key).changes > 0,
    waiting: (): number => waiting.get()?.n ?? 0,
  };
}
