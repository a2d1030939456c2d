import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../app/photo-check/types.ts';
import { eventDeliveryOf } from './event-delivery.ts';
import type { NewFix } from './fixes.ts';
import type { Store } from './index.ts';
import { addPhoto, sha, testAnalysis, testStore } from './test-store.ts';

const by = { actor: 'owner', at: 5 };

const fix = (id: string, photoId: string, channel: ChannelId, change: Partial<NewFix> = {}): NewFix => ({
  id, photoId, channel, jobId: 'j', sourceSha256: sha(1), file: { name: `${photoId}/${channel}-${id}.jpg`, sha256: sha(9), bytes: 10, width: 20, height: 20 },
  plan: { fixable: 'yes', steps: [], unfixable: [] }, outcome: null, models: [], madeBy: 'owner', madeAt: 3, ...change,
});

function photo(store: Store, name: string, sample = false): string {
  const id = addPhoto(store, name, sample);
  store.analyses.put(id, testAnalysis(sha(1)), 1);
  return id;
}

const accepted = (store: Store, photoId: string): string[] => store.fixes.ofPhoto(photoId).filter(({ state }) => state === 'accepted').map(({ id }) => id).sort();

describe('a fixed copy', () => {
  it('is a draft until it is taken, marks its photo, and is gone again after undo', async () => {
    const { store } = await testStore();
    const p = photo(store, 'a.jpg');
    store.fixes.put(fix('f1', p, 'ebay'));
    expect(store.fixes.ofPhoto(p)).toMatchObject([{ id: 'f1', state: 'draft', pending: false, stale: false, name: 'a.jpg' }]);
    const { eventIds, photoIds } = store.fixEvents.accept(['f1', 'nobody'], by);
    expect(photoIds).toEqual([p]);
    expect(store.photoList.get(p, ['ebay'])?.fixed).toEqual(['ebay']);
    expect(store.photoHistory.of(p)).toMatchObject([{ type: 'fixed', channel: 'ebay', undone: false }]);
    expect(store.outbox.waiting()).toBe(1);
    expect(store.fixEvents.undo(eventIds, by)).toEqual({ undone: 1, photoIds: [p] });
    expect(store.fixes.ofPhoto(p)).toMatchObject([{ state: 'reverted' }]);
    expect(store.photoList.get(p, ['ebay'])?.fixed).toEqual([]);
    expect(store.outbox.waiting()).toBe(0);
  });

  it('gives way to a newer one, and comes back when that is undone', async () => {
    const { store } = await testStore();
    const p = photo(store, 'a.jpg');
    store.fixes.put(fix('old', p, 'ebay'));
    store.fixEvents.accept(['old'], by);
    store.fixes.put(fix('new', p, 'ebay'));
    const { eventIds } = store.fixEvents.accept(['new'], by);
    expect(accepted(store, p)).toEqual(['new']);
    store.fixEvents.undo(eventIds, by);
    expect(accepted(store, p)).toEqual(['old']);
  });

  it('of one channel leaves those of others alone', async () => {
    const { store } = await testStore();
    const p = photo(store, 'a.jpg');
    for (const channel of ['ebay', 'jd']) store.fixes.put(fix(channel, p, channel));
    store.fixEvents.accept(['ebay', 'jd'], by);
    store.fixEvents.revert(['jd'], by);
    expect(accepted(store, p)).toEqual(['ebay']);
    expect(store.photoList.get(p, ['ebay'])?.fixed).toEqual(['ebay']);
  });

  it('is stale, and marks nothing, once its photo has changed', async () => {
    const { store } = await testStore();
    const p = photo(store, 'a.jpg');
    store.fixes.put(fix('f', p, 'ebay'));
    store.fixEvents.accept(['f'], by);
    store.analyses.put(p, testAnalysis(sha(2)), 2);
    expect(store.fixes.ofPhoto(p)).toMatchObject([{ state: 'accepted', stale: true }]);
    expect(store.photoList.get(p, ['ebay'])?.fixed).toEqual([]);
  });

  it('that nobody took is replaced by the next, whose files are told', async () => {
    const { store } = await testStore();
    const p = photo(store, 'a.jpg');
    store.fixes.put(fix('f1', p, 'ebay'));
    store.fixes.put(fix('kept', p, 'ebay'));
    store.fixEvents.accept(['kept'], by);
    expect(store.fixes.put(fix('f2', p, 'ebay'))).toEqual([]);
    expect(store.fixes.put(fix('f3', p, 'ebay')).map(({ id }) => id)).toEqual(['f2']);
    expect(store.fixes.discard('kept')).toBeNull();
    expect(store.fixes.discard('f3')).toMatchObject({ id: 'f3' });
    expect(store.fixes.ofPhoto(p).map(({ id }) => id)).toEqual(['kept']);
  });

  it('of the sample shop is nobody’s business', async () => {
    const { store } = await testStore();
    const p = photo(store, 'a.jpg', true);
    store.fixes.put(fix('f', p, 'ebay'));
    store.fixEvents.accept(['f'], by);
    expect(store.outbox.waiting()).toBe(0);
    expect(accepted(store, p)).toEqual(['f']);
  });

  it('cannot be taken where there is none', async () => {
    const { store } = await testStore();
    const p = photo(store, 'a.jpg');
    store.fixes.put(fix('none', p, 'ebay', { file: null, plan: { fixable: 'no', steps: [], unfixable: [{ rule: 'blurry', reason: 'blurred' }] } }));
    expect(store.fixEvents.accept(['none'], by).eventIds).toEqual([]);
    expect(store.fixes.ofPhoto(p)).toMatchObject([{ state: 'none', file: null, unfixable: [{ rule: 'blurry', reason: 'blurred' }] }]);
  });

  it('is forgotten in time: drafts soon, what was taken back later, what is taken never', async () => {
    const { store } = await testStore();
    const p = photo(store, 'a.jpg');
    store.fixes.put(fix('back', p, 'ebay'));
    store.fixEvents.revert(store.fixEvents.accept(['back'], by).eventIds.length > 0 ? ['back'] : [], by);
    store.fixes.put(fix('taken', p, 'jd'));
    store.fixEvents.accept(['taken'], by);
    store.fixes.put(fix('draft', p, 'etsy'));
    store.fixes.sweep({ drafts: 4, reverted: 5 });
    expect(store.fixes.files().map(({ id }) => id).sort()).toEqual(['back', 'taken']);
    store.fixes.sweep({ drafts: 4, reverted: 6 });
    expect(store.fixes.files().map(({ id }) => id)).toEqual(['taken']);
  });

  it.each([
    ['taken back', (store: Store) => store.fixEvents.revert(['old'], { actor: 'owner', at: 900 }).eventIds],
    ['whose acceptance was undone', (store: Store, accepted: readonly string[]) => {
      store.fixEvents.undo(accepted, { actor: 'owner', at: 900 });
      return [];
    }],
  ] as const)('made long ago and %s today can still be had again', async (_how, takeBack) => {
    const { store } = await testStore();
    const p = photo(store, 'a.jpg');
    store.fixes.put(fix('old', p, 'ebay'));
    const { eventIds } = store.fixEvents.accept(['old'], by);
    const undoable = takeBack(store, eventIds);
    store.fixes.sweep({ drafts: 800, reverted: 800 });
    if (undoable.length > 0) store.fixEvents.undo(undoable, { actor: 'owner', at: 901 });
    else store.fixEvents.accept(['old'], { actor: 'owner', at: 901 });
    expect(accepted(store, p)).toEqual(['old']);
  });
});

type Step =
  | { readonly do: 'accept'; readonly copy: number }
  | { readonly do: 'revert'; readonly copy: number }
  | { readonly do: 'undo'; readonly event: number }
  | { readonly do: 'send' }
  | { readonly do: 'acknowledge' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('accept' as const), copy: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('revert' as const), copy: fc.nat({ max: 2 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), event: fc.nat({ max: 20 }) }) },
  { weight: 3, arbitrary: fc.oneof(fc.record({ do: fc.constant('send' as const) }), fc.record({ do: fc.constant('acknowledge' as const) })) },
);

it('which copy a channel gets is the last word that was not undone, whatever was sent in between', async () => {
  const { db, store } = await testStore();
  const delivery = eventDeliveryOf(db);
  const oldest = db.prepare<[string, string], { id: string }>('select id from pending_events where entity_id = ? and state = ? order by seq limit 1');
  let round = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      round += 1;
      const p = photo(store, `${round}.jpg`);
      const copies = [0, 1, 2].map((n) => `${round}-${n}`);
      for (const id of copies) {
        store.fixes.put(fix(id, p, 'ebay'));
        // kept from the start, so that no copy replaces another as a draft
        store.fixEvents.undo(store.fixEvents.accept([id], by).eventIds, by);
      }
      const said: { id: string; value: string | null; undone: boolean }[] = [];
      const word = (): string | null => said.findLast((one) => !one.undone)?.value ?? null;
      for (const one of steps) {
        if (one.do === 'accept' || one.do === 'revert') {
          const id = copies[one.copy] ?? '';
          const events = one.do === 'accept' ? store.fixEvents.accept([id], by) : store.fixEvents.revert([id], by);
          for (const eventId of events.eventIds) said.push({ id: eventId, value: one.do === 'accept' ? id : null, undone: false });
        } else if (one.do === 'undo') {
          const event = said[one.event];
          store.fixEvents.undo(event ? [event.id] : [], by);
          if (event) event.undone = true;
        } else {
          const event = oldest.get(p, one.do === 'send' ? 'pending' : 'sent')?.id ?? '';
          if (one.do === 'send') delivery.sent(event);
          else delivery.acknowledged(event);
        }
        expect(accepted(store, p)).toEqual(word() === null ? [] : [word()]);
      }
    }),
    { numRuns: 120 },
  );
});
