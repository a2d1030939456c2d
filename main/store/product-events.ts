import { v7 as uuid } from 'uuid';
import type { Arrangement, Placement } from '../../app/catalog/index.ts';
import { transact, type WritableDb } from './db.ts';
import { outboxOf } from './outbox.ts';
import type { By } from './photo-events.ts';
import { placementsOf } from './placements.ts';

interface Stored {
  readonly id: string;
  readonly entity_id: string;
  readonly state: 'pending' | 'sent' | 'acknowledged' | 'retracted';
  readonly operation_key: string;
  readonly payload: string;
}
interface Payload extends Arrangement {
  readonly before: readonly Placement[];
}

const aspect = 'product.pictures';
const type = 'product.pictures-arranged';

const same = (a: readonly Placement[], b: readonly Placement[]): boolean => JSON.stringify(a.map(key)) === JSON.stringify(b.map(key));
const key = ({ slot, photoId, variantId }: Placement): readonly unknown[] => [slot, photoId, variantId];

/**
 * Staff's arrangement of a product's pictures, as pending events: each holds the whole list, so that the last one
 * stands, whatever became of those before it.
 */
export function productEventsOf(db: WritableDb) {
  const outbox = outboxOf(db);
  const placements = placementsOf(db);
  const insert = db.prepare<[string, string, string, string, string, string, number, string, string | null]>(
    `insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key, compensates)
     values (?, 'product', ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const product = db.prepare<[string], { sample: number }>('select sample from products where id = ? and removed = 0');
  const find = db.prepare<[string], Stored>(
    `select id, entity_id, state, operation_key, payload from pending_events
     where id = ? and entity_kind = 'product' and undone_at is null and compensates is null`,
  );
  const lastStanding = db.prepare<[string, string], { payload: string }>(
    `select payload from pending_events where entity_kind = 'product' and entity_id = ? and aspect = ? and undone_at is null and compensates is null
     order by seq desc limit 1`,
  );
  const retract = db.prepare<[number, string]>(`update pending_events set state = 'retracted', undone_at = ? where id = ?`);
  const markUndone = db.prepare<[number, string]>('update pending_events set undone_at = ? where id = ?');

  function write(productId: string, payload: Payload, by: By, sample: boolean, compensates: string | null = null): string {
    const [id, operationKey] = [uuid(), uuid()];
    insert.run(id, productId, type, aspect, JSON.stringify(payload), by.actor, by.at, operationKey, compensates);
    if (!sample) outbox.add({ entityKind: 'product', entityId: productId, operation: type, payload: { pictures: payload.pictures } }, by.at, operationKey);
    placements.settle(productId);
    return id;
  }

  return {
    /** Returns the event's id; null where the product is unknown or its pictures are so already. */
    arrange(productId: string, change: (now: readonly Placement[]) => readonly Placement[], by: By): string | null {
      return transact(db, () => {
        const row = product.get(productId);
        if (row === undefined) return null;
        const before = placements.of(productId);
        const pictures = change(before);
        if (same(before, pictures)) return null;
        return write(productId, { pictures, base: placements.baseOf(productId), before }, by, row.sample === 1);
      });
    },
    /** Takes events back, as `photo-events.ts` does. Returns the products touched. */
    undo(eventIds: readonly string[], by: By): { undone: number; productIds: string[] } {
      return transact(db, () => {
        const events = eventIds.flatMap((id) => find.get(id) ?? []);
        for (const event of events) {
          const unsent = event.state === 'pending';
          if (unsent) {
            retract.run(by.at, event.id);
            outbox.withdraw(event.operation_key);
          } else markUndone.run(by.at, event.id);
          const row = product.get(event.entity_id);
          if (!unsent && row !== undefined) {
            const standing = lastStanding.get(event.entity_id, aspect);
            const pictures = (standing === undefined ? (JSON.parse(event.payload) as Payload).before : (JSON.parse(standing.payload) as Payload).pictures);
            write(event.entity_id, { pictures, base: placements.baseOf(event.entity_id), before: placements.of(event.entity_id) }, by, row.sample === 1, event.id);
          }
          placements.settle(event.entity_id);
        }
        return { undone: events.length, productIds: [...new Set(events.map((event) => event.entity_id))] };
      });
    },
  };
}
