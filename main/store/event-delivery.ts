import type { Placement } from '../../app/catalog/index.ts';
import { transact, type WritableDb } from './db.ts';
import { fixAspect } from './fix-events.ts';
import { placementsOf } from './placements.ts';

interface Stored {
  readonly id: string;
  readonly entity_id: string;
  readonly entity_kind: string;
  readonly aspect: string;
  readonly payload: string;
  readonly operation_key: string;
}

/**
 * The two steps of an event's way to the platform. On acknowledgement the value moves into the photo's row in the
 * same transaction, so that what the views show does not change in between. Per photo, in the order of writing.
 */
export function eventDeliveryOf(db: WritableDb) {
  const markSent = db.prepare<[string]>(`update pending_events set state = 'sent' where id = ? and state = 'pending'`);
  const outboxSent = db.prepare<[string]>(
    `update outbox set state = 'sent', attempts = attempts + 1 where operation_key = (select operation_key from pending_events where id = ?)`,
  );
  const find = db.prepare<[string], Stored>(
    `select id, entity_kind, entity_id, aspect, payload, operation_key from pending_events where id = ? and state = 'sent'`,
  );
  const acknowledge = db.prepare<[string]>(`update pending_events set state = 'acknowledged' where id = ?`);
  const outboxDone = db.prepare<[string]>(`update outbox set state = 'done' where operation_key = ?`);
  const setDecision = db.prepare<[string | null, string]>('update photos set decision = ? where id = ?');
  const setPack = db.prepare<[string, string]>(`insert or replace into packs (channel, pack) select ?, ? ->> 'pack'`);
  const dropPack = db.prepare<[string]>('delete from packs where channel = ?');
  const setWaiver = db.prepare<[string, string, string]>(
    `insert or replace into waivers (subject_kind, subject_id, rule, channel, reason, note, actor, at)
     select ?, ?, w ->> 'rule', w ->> 'channel', w ->> 'reason', w ->> 'note', w ->> 'actor', w ->> 'at' from (select ? as w)`,
  );
  const dropWaiver = db.prepare<[string, string, string]>(`delete from waivers where subject_kind = ? and subject_id = ? and 'waiver:' || rule || ':' || channel = ?`);
  const setRemoved = db.prepare<[number, string]>('update photos set removed = ? where id = ?');

  const setFixed = db.prepare<[string | null, string, string]>(`update fixes set accepted = coalesce(id = ?, 0) where photo_id = ? and 'photo.fix.' || channel = ?`);
  const dropPictures = db.prepare<[string]>('delete from product_pictures where product_id = ?');
  const putPicture = db.prepare<[string, number, string | null, string]>(
    `insert into product_pictures (product_id, slot, kind, ref, variant_id, photo_id) values (?, ?, 'staff', '', ?, ?)`,
  );
  const placements = placementsOf(db);

  /** The platform has taken staff's arrangement: from now on it is what the source says. */
  function setPictures(productId: string, pictures: readonly Placement[]): void {
    dropPictures.run(productId);
    for (const { slot, photoId, variantId } of pictures) putPicture.run(productId, slot, variantId, photoId);
  }

  return {
    /** Before the first byte leaves: from here on the event can no longer be retracted. */
    sent(eventId: string): boolean {
      return transact(db, () => {
        const changed = markSent.run(eventId).changes > 0;
        if (changed) outboxSent.run(eventId);
        return changed;
      });
    },
    acknowledged(eventId: string): boolean {
      return transact(db, () => {
        const event = find.get(eventId);
        if (event === undefined) return false;
        const payload = JSON.parse(event.payload) as { decision?: string | null; removed?: number; pack?: unknown; copy?: string | null; waived?: number };
        if (event.aspect === 'photo.decision') setDecision.run(payload.decision ?? null, event.entity_id);
        if (event.aspect === 'photo.presence') setRemoved.run(payload.removed ?? 0, event.entity_id);
        if (event.aspect === 'pack.content' && payload.pack === null) dropPack.run(event.entity_id);
        if (event.aspect === 'pack.content' && payload.pack !== null) setPack.run(event.entity_id, event.payload);
        if (event.aspect.startsWith(fixAspect(''))) setFixed.run(payload.copy ?? null, event.entity_id, event.aspect);
        if (payload.waived === 1) setWaiver.run(event.entity_kind, event.entity_id, event.payload);
        if (payload.waived === 0) dropWaiver.run(event.entity_kind, event.entity_id, event.aspect);
        const arranged = event.aspect === 'product.pictures';
        if (arranged) setPictures(event.entity_id, placements.of(event.entity_id));
        acknowledge.run(event.id);
        if (arranged) placements.settle(event.entity_id);
        outboxDone.run(event.operation_key);
        return true;
      });
    },
  };
}
