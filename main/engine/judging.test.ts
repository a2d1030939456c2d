import { describe, expect, it, onTestFinished } from 'vitest';
import type { PhotoJudge } from './photo-ports.ts';
import { createJudging } from './judging.ts';
import { photosHandlers } from './features/photos.ts';
import { addPhoto, sha, testAnalysis, testStore } from '../store/test-store.ts';
import { builtInChannelIds } from '../../app/photo-check/types.ts';
import { packJudge } from './packs.ts';

const context = { actor: { id: 'owner', role: 'owner' as const }, at: 5 };

async function twoCopies() {
  const { db, store } = await testStore();
  const judge = packJudge();
  const judging = createJudging({ store, judge, now: () => Date.UTC(2026, 10, 23), changed: () => {}, onError: (error) => { throw error; } });
  onTestFinished(() => judging.settle());
  const [a = '', b = ''] = ['a.jpg', 'b.jpg'].map((name) => {
    const id = addPhoto(store, name);
    store.analyses.put(id, testAnalysis(sha(7)), 2);
    return id;
  });
  store.duplicates.replace(b, [{ file: a, kind: 'exact', similarity: 1 }]);
  judging.judgeOne(b);
  await judging.settle();
  const handlers = photosHandlers({ store, judge, judging, search: { rulesNamed: async () => () => new Set() }, wakeJobs: () => {}, changed: () => {} });
  const rules = (id: string) => store.photoList.get(id, builtInChannelIds)?.rules ?? [];
  return { db, store, judge, judging, handlers, a, b, rules };
}

describe('judging', () => {
  it('judges both sides of a pair, for all nine channels, with one outbox row each', async () => {
    const { store, a, b, rules } = await twoCopies();
    expect(rules(a)).toContain('duplicate');
    expect(rules(b)).toContain('duplicate');
    expect(Object.keys(store.analyses.verdicts(a)).toSorted()).toEqual([...builtInChannelIds].toSorted());
    expect(store.outbox.waiting()).toBe(2);
    expect(store.duplicates.stale(10)).toEqual([]);
  });

  it('takes the duplicate back when the other photo is taken out, and says so again after an undo', async () => {
    const { handlers, judging, a, b, rules } = await twoCopies();
    const removed = await handlers.remove({ ids: [b] }, context);
    await judging.settle();
    expect(rules(a)).not.toContain('duplicate');
    await handlers.undo({ eventIds: removed.ok ? removed.value.eventIds : [] }, context);
    await judging.settle();
    expect(rules(a)).toContain('duplicate');
    expect(rules(b)).toContain('duplicate');
  });

  it('finds what a shop stamps on all of its photos once all were looked at, and takes it back with them', async () => {
    const { store, judging, handlers, rules } = await twoCopies();
    const ids = [100, 700, 1300].map((x, n) => {
      const id = addPhoto(store, `stamped-${n}.jpg`);
      const analysis = testAnalysis(sha(20 + n));
      const productText = [{ text: 'ACME Store', box: { x: 900, y: 300, width: 400, height: 60 }, confidence: 0.95 }];
      store.analyses.put(id, { ...analysis, pixelSha256: sha(20 + n), measures: { ...analysis.measures, productBox: { x, y: 100, width: 800, height: 1900 }, productText } }, 2);
      judging.judgeOne(id);
      return id;
    });
    for (const id of ids) expect(rules(id)).not.toContain('text-overlay');
    await judging.settleTogether();
    for (const id of ids) expect(rules(id)).toContain('text-overlay');
    await handlers.remove({ ids: ids.slice(0, 1) }, context);
    await judging.settleTogether();
    expect(rules(ids[1] ?? '')).not.toContain('text-overlay');
  });

  it('judges all again when a pack changes or a rule comes into force, and not otherwise', async () => {
    const { store, judge, a } = await twoCopies();
    const told: string[] = [];
    const on = async (judgeThen: PhotoJudge, day: number) => {
      const judging = createJudging({ store, judge: judgeThen, now: () => day, changed: (ids) => told.push(...ids), onError: (error) => { throw error; } });
      const changed = judging.notePacks();
      await judging.settle();
      return changed;
    };
    const before = Date.UTC(2027, 0, 30);
    expect(await on(judge, before)).toBe(true);
    expect(await on(judge, before)).toBe(false);
    told.length = 0;
    const inForce = Date.UTC(2027, 1, 1);
    expect(judge.stamp(inForce)).not.toBe(judge.stamp(before));
    expect(await on(judge, inForce)).toBe(true);
    expect(told).toContain(a);
  });

  it('lists what came into force among the rules, and no longer among what is to come', () => {
    const google = (day: number) => packJudge().channels(day).find(({ id }) => id === 'google-merchant');
    const before = google(Date.UTC(2027, 0, 30));
    const after = google(Date.UTC(2027, 1, 1));
    expect(before?.upcoming.length).toBeGreaterThan(0);
    expect(after?.upcoming).toEqual([]);
    expect(after?.rules).toHaveLength((before?.rules.length ?? 0) + (before?.upcoming.length ?? 0));
  });

  it('leaves a photo alone whose measurements it cannot read', async () => {
    const { db, store, judging, a } = await twoCopies();
    db.prepare(`update analyses set measures = '{}' where photo_id = ?`).run(a);
    store.duplicates.touchAll();
    await judging.settle();
    expect(store.duplicates.stale(10)).toEqual([]);
    expect(store.analyses.get(a)).toBeNull();
  });
});

it('keeps with "wrong" what said it', async () => {
  const { db, handlers, a } = await twoCopies();
  await handlers.wrong({ id: a, rule: 'duplicate', channel: 'ebay', note: 'the same lamp in two shops' }, context);
  const stored = db.prepare<[], { payload: string }>(`select payload from pending_events where type = 'photo.wrong'`).get();
  expect(JSON.parse(stored?.payload ?? '')).toMatchObject({
    rule: 'duplicate', channel: 'ebay', pack: packJudge().channels(context.at).find((channel) => channel.id === 'ebay')?.pack,
    models: [{ id: 'u2netp', version: '1' }], note: 'the same lamp in two shops',
  });
});
