import { describe, expect, it } from 'vitest';
import { eventDeliveryOf } from './event-delivery.ts';
import { testStore } from './test-store.ts';

const by = { actor: 'owner', at: 5 };
const v1 = { channel: 'ebay', version: '2026-11-23' };
const v2 = { channel: 'ebay', version: '2026-11-23.2' };

describe('packs of the shop', () => {
  it('are what was written last, and each write is a version with who and when', async () => {
    const { store } = await testStore();
    expect(store.packs.standing()).toEqual([]);
    store.packs.put('ebay', 'saved', v1, by);
    store.packs.put('ebay', 'saved', v2, { actor: 'mei', at: 6 });
    expect(store.packs.standing()).toEqual([{ channel: 'ebay', pack: v2 }]);
    expect(store.packs.history('ebay').map(({ version, actor, at, type, undone }) => [version, actor, at, type, undone])).toEqual([
      ['2026-11-23.2', 'mei', 6, 'saved', false],
      ['2026-11-23', 'owner', 5, 'saved', false],
    ]);
    expect(store.packs.versions('ebay').toSorted()).toEqual(['2026-11-23', '2026-11-23.2']);
    expect(store.outbox.waiting()).toBe(2);
  });

  it('come back when a write is undone, and the version stays taken', async () => {
    const { store } = await testStore();
    const first = store.packs.put('ebay', 'saved', v1, by);
    const second = store.packs.put('ebay', 'saved', v2, by);
    expect(store.packs.undo([second], by)).toEqual({ undone: 1, channels: ['ebay'] });
    expect(store.packs.standing()).toEqual([{ channel: 'ebay', pack: v1 }]);
    expect(store.packs.undo([first, second, 'none'], by)).toEqual({ undone: 1, channels: ['ebay'] });
    expect(store.packs.standing()).toEqual([]);
    expect(store.packs.versions('ebay')).toHaveLength(2);
    expect(store.outbox.waiting()).toBe(0);
  });

  it('are taken away by a reset, and are there again after its undo', async () => {
    const { store } = await testStore();
    store.packs.put('ebay', 'saved', v1, by);
    const reset = store.packs.put('ebay', 'reset', null, by);
    expect(store.packs.standing()).toEqual([]);
    store.packs.undo([reset], by);
    expect(store.packs.standing()).toEqual([{ channel: 'ebay', pack: v1 }]);
    expect(store.packs.history('ebay').map(({ type, undone }) => [type, undone])).toEqual([['reset', true], ['saved', false]]);
  });

  it('that the platform heard of are kept without their event, and undone by another', async () => {
    const { db, store } = await testStore();
    const delivery = eventDeliveryOf(db);
    const deliver = (id: string): void => {
      delivery.sent(id);
      delivery.acknowledged(id);
    };
    const first = store.packs.put('ebay', 'saved', v1, by);
    deliver(first);
    expect(db.prepare('select channel from packs').all()).toEqual([{ channel: 'ebay' }]);
    expect(store.packs.standing()).toEqual([{ channel: 'ebay', pack: v1 }]);
    store.packs.undo([first], by);
    expect(store.packs.standing()).toEqual([]);
    const answer = db.prepare<[], { id: string }>('select id from pending_events where compensates is not null').get();
    deliver(answer?.id ?? '');
    expect(db.prepare('select channel from packs').all()).toEqual([]);
    expect(store.packs.standing()).toEqual([]);
  });

  it('are no business of the undo of photos, nor photos of theirs', async () => {
    const { store } = await testStore();
    const id = store.packs.put('ebay', 'saved', v1, by);
    expect(store.photoEvents.undo([id], by).undone).toBe(0);
    expect(store.packs.standing()).toHaveLength(1);
  });
});
