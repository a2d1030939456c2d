import { assign, move, unassign, type Placement } from '../../../app/catalog/index.ts';
import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import type { ArrangeChange } from '../../../app/contract/products.ts';
import { localDay } from '../../../app/kernel/day.ts';
import { err, ok } from '../../../app/kernel/result.ts';
import type { Store } from '../../store/index.ts';
import { applyImport } from '../catalogue/apply-import.ts';
import type { SheetDesk } from '../catalogue/sheet-desk.ts';
import { undoImport } from '../catalogue/undo-import.ts';
import type { Intake } from '../intake.ts';
import type { Judging } from '../judging.ts';
import type { InTurn } from '../turns.ts';

export interface ProductsParts {
  readonly store: Store;
  readonly desk: SheetDesk;
  readonly intake: Intake;
  readonly judging: Judging;
  /** one table after the other is written or taken back: each is compared with what the one before has left */
  readonly inTurn: InTurn;
  readonly wakeJobs: () => void;
  readonly photosChanged: (photoIds: readonly string[] | null) => void;
  readonly productsChanged: (productIds: readonly string[] | null) => void;
}

/** What a change makes of a product's pictures. */
const arranged = (change: ArrangeChange, now: readonly Placement[]): readonly Placement[] => {
  switch (change.kind) {
    case 'assign': return assign(now, change.photoIds, change.slot, change.variantId ?? null);
    case 'move': return move(now, change.photoId, change.slot);
    case 'unassign': return unassign(now, change.photoIds);
    case 'variant': return now.map((one) => (one.photoId === change.photoId ? { ...one, variantId: change.variantId } : one));
  }
};

/** Calls about products: lists, staff's arrangement of pictures as events, and tables on their way in. */
export function productsHandlers({ store, desk, intake, judging, inTurn, wakeJobs, photosChanged, productsChanged }: ProductsParts): Handlers<Contract['products'], 'chooseSheet' | 'choosePictures'> {
  const enabled = () => store.settings.get().channels;
  /** Photos in other slots, or of other products, are judged by what is asked of them there. */
  const settle = (): void => judging.settleSoon();

  return {
    list: (input) => ok(store.productList.list(input, enabled())),
    place: (input) => ok({ index: store.productList.place(input, enabled()) }),
    get({ id }) {
      const detail = store.productList.detail(id, enabled());
      return detail === null ? err({ code: 'product-not-found' }) : ok(detail);
    },
    counts: ({ channel }) => ok(store.productList.counts(channel, enabled())),
    reread: ({ draftId, ...choices }) => desk.reread(draftId, choices),
    dryRun: ({ draftId, mapping }) => desk.dryRun(draftId, mapping, localDay(Date.now())),
    async apply({ draftId }, { actor, at }) {
      const applied = await inTurn(async () => {
        const order = await desk.entries(draftId, localDay(at));
        return order.ok ? ok(await applyImport(store, intake, order.value, { actor: actor.id, at })) : order;
      }).catch((error: unknown) => {
        // slices of it may have been seen before it was taken back
        photosChanged(null);
        productsChanged(null);
        throw error;
      });
      if (!applied.ok) return applied;
      const { importId, added, changed, photoIds, jobId } = applied.value;
      await desk.discard(draftId);
      if (jobId !== null) wakeJobs();
      settle();
      photosChanged(photoIds.length > 0 ? photoIds : null);
      productsChanged(null);
      return ok({ importId, added, changed, photos: photoIds.length, jobId });
    },
    async discard({ draftId }) {
      await desk.discard(draftId);
      return ok({});
    },
    async undoImport({ importId }, { actor, at }) {
      const undone = await inTurn(() => undoImport(store, importId, { actor: actor.id, at }));
      if (undone === null) return err({ code: 'import-not-undoable' });
      settle();
      photosChanged(undone.photoIds.length > 0 ? undone.photoIds : null);
      productsChanged(null);
      return ok({ undone: undone.products });
    },
    arrange({ id, change }, { actor, at }) {
      if (store.productList.get(id, enabled()) === null) return err({ code: 'product-not-found' });
      const eventId = store.productEvents.arrange(id, (now) => arranged(change, now), { actor: actor.id, at });
      if (eventId === null) return ok({ eventIds: [] });
      settle();
      productsChanged([id]);
      return ok({ eventIds: [eventId] });
    },
    undo({ eventIds }, { actor, at }) {
      const { undone, productIds } = store.productEvents.undo(eventIds, { actor: actor.id, at });
      if (productIds.length > 0) {
        settle();
        productsChanged(productIds);
      }
      return ok({ undone });
    },
  };
}
