import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventDeliveryOf } from './event-delivery.ts';
import type { Decision } from './photo-events.ts';
import { addPhoto, testStore } from './test-store.ts';
import type { Store } from './index.ts';

const by = { actor: 'owner', at: 5 };

type Step =
  | { readonly do: 'decide'; readonly photo: number; readonly decision: Decision | null }
  | { readonly do: 'remove'; readonly photo: number }
  | { readonly do: 'restore'; readonly photo: number }
  | { readonly do: 'undo'; readonly event: number }
  /** the oldest event of a photo that the platform has not heard is sent; or the oldest sent one acknowledged */
  | { readonly do: 'send'; readonly photo: number }
  | { readonly do: 'acknowledge'; readonly photo: number };

const photo = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), photo, decision: fc.constantFrom('passed' as const, 'rejected' as const, null) }) },
  { weight: 2, arbitrary: fc.oneof(fc.record({ do: fc.constant('remove' as const), photo }), fc.record({ do: fc.constant('restore' as const), photo })) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const), event: fc.nat({ max: 30 }) }) },
  { weight: 3, arbitrary: fc.oneof(fc.record({ do: fc.constant('send' as const), photo }), fc.record({ do: fc.constant('acknowledge' as const), photo })) },
);

interface Action {
  readonly id: string;
  readonly photo: number;
  readonly aspect: 'decision' | 'removed';
  readonly value: Decision | null | boolean;
  undone: boolean;
}

/** The whole of the rule: the last action that was not undone counts; the platform changes nothing of that. */
const expected = (actions: readonly Action[], of: number, aspect: Action['aspect']): Action['value'] =>
  actions.findLast((action) => action.photo === of && action.aspect === aspect && !action.undone)?.value ?? (aspect === 'removed' ? false : null);

function shown(store: Store, id: string): { decision: Decision | null; removed: boolean } {
  const row = store.photoList.get(id, ['ebay']);
  return { decision: row?.decision ?? null, removed: row === null };
}

describe('the projection', () => {
  it('equals the simple model after any sequence of actions, undos, sends and acknowledgements', async () => {
    const { db, store } = await testStore();
    const delivery = eventDeliveryOf(db);
    const waiting = db.prepare<[string, string], { id: string }>(`select id from pending_events where entity_id = ? and state = ? order by seq limit 1`);
    let round = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        round += 1;
        const ids = [0, 1, 2].map((n) => addPhoto(store, `${round}-${n}.jpg`));
        const idOf = (n: number): string => ids[n] ?? '';
        const actions: Action[] = [];
        const undone: { readonly counted: number; readonly expected: number }[] = [];
        const write = (n: number, aspect: Action['aspect'], value: Action['value'], events: readonly string[]): void => {
          const changes = expected(actions, n, aspect) !== value;
          expect(events).toHaveLength(changes ? 1 : 0);
          for (const id of events) actions.push({ id, photo: n, aspect, value, undone: false });
        };
        for (const one of steps) {
          if (one.do === 'decide') write(one.photo, 'decision', one.decision, store.photoEvents.decide([idOf(one.photo)], one.decision, by));
          else if (one.do === 'remove') write(one.photo, 'removed', true, store.photoEvents.remove([idOf(one.photo)], by));
          else if (one.do === 'restore') write(one.photo, 'removed', false, store.photoEvents.restore([idOf(one.photo)], by));
          else if (one.do === 'send') delivery.sent(waiting.get(idOf(one.photo), 'pending')?.id ?? '');
          else if (one.do === 'acknowledge') delivery.acknowledged(waiting.get(idOf(one.photo), 'sent')?.id ?? '');
          else if (one.do === 'undo') {
            const action = actions[one.event % Math.max(1, actions.length)];
            if (action === undefined) continue;
            undone.push({ counted: store.photoEvents.undo([action.id], by).undone, expected: action.undone ? 0 : 1 });
            action.undone = true;
          }
        }
        expect(undone.map(({ counted }) => counted)).toEqual(undone.map((one) => one.expected));
        for (const n of [0, 1, 2]) {
          const removed = expected(actions, n, 'removed');
          const seen = shown(store, idOf(n));
          expect(seen.removed).toBe(removed);
          expect(seen.removed || seen.decision === expected(actions, n, 'decision')).toBe(true);
          const history = store.photoHistory.of(idOf(n));
          expect(history.map((entry) => [entry.eventId, entry.undone])).toEqual(actions.filter((a) => a.photo === n).map((a) => [a.id, a.undone]));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('changes no photo row, whatever staff do', async () => {
    const { db, store } = await testStore();
    const id = addPhoto(store, 'lamp.jpg');
    const row = db.prepare('select * from photos where id = ?');
    const before = row.get(id);
    store.photoEvents.decide([id], 'passed', by);
    store.photoEvents.remove([id], by);
    expect(row.get(id)).toEqual(before);
  });
});

describe('undo', () => {
  it('retracts an unsent event together with its outbox row, and answers a sent one with another event', async () => {
    const { db, store } = await testStore();
    const delivery = eventDeliveryOf(db);
    const id = addPhoto(store, 'lamp.jpg');
    const [unsent = ''] = store.photoEvents.decide([id], 'passed', by);
    expect(store.outbox.waiting()).toBe(1);
    store.photoEvents.undo([unsent], by);
    expect(store.outbox.waiting()).toBe(0);

    const [sent = ''] = store.photoEvents.decide([id], 'rejected', by);
    delivery.sent(sent);
    store.photoEvents.undo([sent], by);
    expect(store.outbox.waiting()).toBe(1);
    delivery.acknowledged(sent);
    expect(store.photoList.get(id, ['ebay'])?.decision).toBeNull();
    expect(store.photoHistory.of(id).map((entry) => [entry.type, entry.undone])).toEqual([['decided', true], ['decided', true]]);
  });

  it('passes over what it does not know and what is undone already', async () => {
    const { store } = await testStore();
    const id = addPhoto(store, 'lamp.jpg');
    const events = store.photoEvents.decide([id], 'passed', by);
    expect(store.photoEvents.undo([...events, 'no-such-event'], by)).toEqual({ undone: 1, photoIds: [id], cameBack: [] });
    expect(store.photoEvents.undo(events, by)).toEqual({ undone: 0, photoIds: [], cameBack: [] });
  });
});

describe('feedback', () => {
  it('keeps rule, channel, pack and the models that said it', async () => {
    const { db, store } = await testStore();
    const id = addPhoto(store, 'lamp.jpg');
    const feedback = { rule: 'person', channel: 'ebay', pack: '2026-11-23', models: [{ id: 'centernet', version: '1' }], demands: null, measured: null, readings: { minConfidence: 0.8 }, note: 'a mannequin' };
    const event = store.photoEvents.say(id, { word: 'wrong', ...feedback }, by);
    const stored = db.prepare<[string], { payload: string }>('select payload from pending_events where id = ?').get(event ?? '');
    expect(JSON.parse(stored?.payload ?? '')).toEqual(feedback);
    expect(store.photoHistory.of(id)).toMatchObject([{ type: 'wrong', rule: 'person', note: 'a mannequin', undone: false }]);
    expect(store.photoEvents.say('nobody', { word: 'wrong', ...feedback }, by)).toBeNull();
  });
});

it('sends nothing of the sample shop to a platform', async () => {
  const { store } = await testStore();
  const id = addPhoto(store, 'sample.jpg', true);
  expect(store.photoEvents.decide([id], 'passed', by)).toHaveLength(1);
  expect(store.outbox.waiting()).toBe(0);
});
