import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelVerdict, RuleId, Severity } from '../../app/photo-check/types.ts';
import { eventDeliveryOf } from './event-delivery.ts';
import type { Store } from './index.ts';
import { addPhoto, sha, testAnalysis, testStore } from './test-store.ts';

const by = { actor: 'mei', at: 5 };
const enabled = ['ebay', 'etsy'] as const;
const verdict = (...broken: [RuleId, Severity][]): ChannelVerdict => ({
  verdict: broken[0]?.[1] ?? 'pass',
  pack: '2026-11-23',
  findings: broken.map(([rule, severity]) => ({
    rule, severity, measured: { value: 0.5, unit: 'share' }, required: { value: 1, unit: 'share', bound: 'min' }, boxes: [],
    source: { url: 'https://example.com/', title: 'Rules', read: '2026-11-23', official: true }, confidence: 1,
  })),
});

function judged(store: Store, name: string, sample = false): string {
  const id = addPhoto(store, name, sample);
  store.analyses.put(id, testAnalysis(sha(name.length)), 2);
  store.analyses.putVerdicts(id, { ebay: verdict(['text-overlay', 'fail'], ['blurry', 'warn']), etsy: verdict(['text-overlay', 'fail']) });
  return id;
}
const photo = (id: string) => ({ kind: 'photo' as const, id });
const said = { reason: 'on-product', note: 'printed on the box' } as const;

describe('a waiver', () => {
  it('takes its finding out of the verdict that lists show, and leaves the raw one as it was', async () => {
    const { store } = await testStore();
    const id = judged(store, 'tea.jpg');
    store.waivers.set([photo(id)], { rule: 'text-overlay', channel: null }, said, by);
    store.waivers.project(id, null);
    expect(store.photoList.get(id, enabled)).toMatchObject({ verdicts: { ebay: 'warn', etsy: 'pass' }, rules: ['blurry'], waived: ['text-overlay'], waivedOn: ['ebay', 'etsy'] });
    expect(store.analyses.verdicts(id)).toMatchObject({ ebay: { verdict: 'fail' }, etsy: { verdict: 'fail' } });
    expect(store.waivers.of(id, null)).toEqual([{ subject: { kind: 'photo', id }, rule: 'text-overlay', channel: null, ...said, ...by }]);
  });

  it('of one channel leaves the others as they are', async () => {
    const { store } = await testStore();
    const id = judged(store, 'tea.jpg');
    store.waivers.set([photo(id)], { rule: 'text-overlay', channel: 'etsy' }, said, by);
    store.waivers.project(id, null);
    expect(store.photoList.get(id, enabled)).toMatchObject({ verdicts: { ebay: 'fail', etsy: 'pass' }, waivedOn: ['etsy'] });
  });

  it('is counted and listed under its own tab, and in no other', async () => {
    const { store } = await testStore();
    const [waived, plain] = [judged(store, 'a.jpg'), judged(store, 'bb.jpg')];
    store.waivers.set([photo(waived)], { rule: 'text-overlay', channel: null }, said, by);
    store.waivers.project(waived, null);
    expect(store.photoList.counts({ channel: 'etsy', search: '' }, enabled)).toMatchObject({
      waived: 1, byVerdict: { pass: 1, warn: 0, fail: 1 }, byRule: [{ rule: 'text-overlay', count: 1 }], waivedByRule: [{ rule: 'text-overlay', count: 1 }],
    });
    const ids = (show: 'waived' | 'fail', rule: RuleId | null = null) =>
      store.photoList.list({ channel: 'etsy', show, rule, search: '', sort: 'name', offset: 0, limit: 10 }, enabled).rows.map((row) => row.id);
    expect(ids('waived')).toEqual([waived]);
    expect(ids('waived', 'text-overlay')).toEqual([waived]);
    expect(ids('waived', 'blurry')).toEqual([]);
    expect(ids('fail')).toEqual([plain]);
  });

  it('of a product holds for every photo that shows it, and for no other', async () => {
    const { store } = await testStore();
    const [front, back, other] = [judged(store, 'a.jpg'), judged(store, 'bb.jpg'), judged(store, 'ccc.jpg')];
    store.waivers.set([{ kind: 'product', id: 'tin' }], { rule: 'text-overlay', channel: null }, said, by);
    for (const id of [front, back]) store.waivers.project(id, 'tin');
    store.waivers.project(other, 'box');
    expect([front, back, other].map((id) => store.photoList.get(id, enabled)?.verdicts.etsy)).toEqual(['pass', 'pass', 'fail']);
    expect(store.waivers.of(front, 'tin')).toMatchObject([{ subject: { kind: 'product', id: 'tin' } }]);
    expect(store.waivers.of(front, null)).toEqual([]);
  });

  it('survives a re-check, and goes where the photo can no longer be read', async () => {
    const { store } = await testStore();
    const id = judged(store, 'tea.jpg');
    store.waivers.set([photo(id)], { rule: 'text-overlay', channel: null }, said, by);
    store.analyses.putVerdicts(id, { ebay: verdict(['text-overlay', 'fail']), etsy: verdict() });
    store.waivers.project(id, null);
    expect(store.photoList.get(id, enabled)).toMatchObject({ verdicts: { ebay: 'pass', etsy: 'pass' }, waivedOn: ['ebay'] });
    store.photos.fail(id, { code: 'truncated', message: '' }, 9);
    expect(store.photoList.get(id, enabled)).toMatchObject({ verdicts: {}, waived: [], waivedOn: [] });
  });

  it('says the same thing once, and is nobody\'s business of the sample shop', async () => {
    const { store } = await testStore();
    const [own, sample] = [judged(store, 'a.jpg'), judged(store, 'bb.jpg', true)];
    const scope = { rule: 'text-overlay', channel: null } as const;
    expect(store.waivers.set([photo(own)], scope, said, by)).toHaveLength(1);
    expect(store.waivers.set([photo(own)], scope, said, { actor: 'li', at: 9 })).toEqual([]);
    expect(store.waivers.set([photo(own)], { rule: 'blurry', channel: null }, null, by)).toEqual([]);
    expect(store.outbox.waiting()).toBe(1);
    store.waivers.set([photo(sample)], scope, said, by);
    expect(store.outbox.waiting()).toBe(1);
    expect(store.photoHistory.of(own)).toMatchObject([{ type: 'waived', rule: 'text-overlay', note: 'printed on the box', actor: 'mei', undone: false }]);
  });

  it('is undone by its own call alone', async () => {
    const { store } = await testStore();
    const id = judged(store, 'tea.jpg');
    const events = store.waivers.set([photo(id)], { rule: 'blurry', channel: null }, said, by);
    expect(store.photoEvents.undo(events, by).undone).toBe(0);
    expect(store.waivers.undo(events, by)).toEqual({ undone: 1, subjects: [{ kind: 'photo', id }] });
    expect(store.waivers.undo([...events, 'no-such-event'], by).undone).toBe(0);
    expect(store.waivers.undo(store.photoEvents.decide([id], 'passed', by), by).undone).toBe(0);
    expect(store.waivers.of(id, null)).toEqual([]);
    expect(store.outbox.waiting()).toBe(1);
  });
});

type Step =
  | { readonly do: 'waive' | 'withdraw'; readonly rule: RuleId; readonly note: string }
  | { readonly do: 'undo'; readonly event: number }
  | { readonly do: 'send' | 'acknowledge' };
const rule = fc.constantFrom<RuleId>('blurry', 'person');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('waive', 'withdraw'), rule, note: fc.constantFrom('', 'a', 'b') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo'), event: fc.nat({ max: 20 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('send', 'acknowledge') }) },
);

it('what holds is the last word that was not undone, whatever the platform has heard', async () => {
  const { db, store } = await testStore();
  const delivery = eventDeliveryOf(db);
  const waiting = db.prepare<[string, string], { id: string }>('select id from pending_events where entity_id = ? and state = ? order by seq limit 1');
  let round = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const id = addPhoto(store, `${(round += 1)}.jpg`);
      const written: { readonly events: number; readonly expected: number }[] = [];
      const actions: { id: string; rule: RuleId; note: string | null; undone: boolean }[] = [];
      const holds = (of: RuleId): string | null => actions.findLast((action) => action.rule === of && !action.undone)?.note ?? null;
      for (const one of steps) {
        if (one.do === 'send') delivery.sent(waiting.get(id, 'pending')?.id ?? '');
        else if (one.do === 'acknowledge') delivery.acknowledged(waiting.get(id, 'sent')?.id ?? '');
        else if (one.do === 'undo') {
          const action = actions[one.event % Math.max(1, actions.length)];
          if (action === undefined) continue;
          store.waivers.undo([action.id], by);
          action.undone = true;
        } else if ('rule' in one) {
          const note = one.do === 'waive' ? one.note : null;
          const events = store.waivers.set([photo(id)], { rule: one.rule, channel: null }, note === null ? null : { reason: 'other', note }, by);
          written.push({ events: events.length, expected: holds(one.rule) === note ? 0 : 1 });
          for (const event of events) actions.push({ id: event, rule: one.rule, note, undone: false });
        }
        const shown = new Map(store.waivers.of(id, null).map((waiver) => [waiver.rule, waiver.note]));
        for (const each of ['blurry', 'person'] as const) expect(shown.get(each) ?? null).toBe(holds(each));
      }
      expect(written.map(({ events }) => events)).toEqual(written.map((each) => each.expected));
    }),
    { numRuns: 150 },
  );
});
