import { describe, expect, it } from 'vitest';
import type { Verdicts } from './analyses.ts';
import { addPhoto, sha, testAnalysis, testStore } from './test-store.ts';

const by = { actor: 'owner', at: 5 };
const feedback = { rule: 'blurry', channel: 'ebay', pack: '2026-11-23', models: [{ id: 'u2netp', version: '1' }], demands: null, measured: { value: 0.9, unit: 'score' }, readings: { min: 0.9 }, note: '' };

async function shop() {
  const made = await testStore();
  const id = addPhoto(made.store, 'lamp.jpg');
  return { ...made, id };
}

describe('words of staff', () => {
  it('are the last one on each photo, rule and channel', async () => {
    const { store, id } = await shop();
    store.photoEvents.say(id, { word: 'right', ...feedback }, by);
    store.photoEvents.say(id, { word: 'wrong', ...feedback, note: 'brushed' }, by);
    store.photoEvents.say(id, { word: 'right', ...feedback, channel: 'etsy' }, by);
    expect(store.staffWords.words().map(({ word, channel, note, readings }) => [word, channel, note, readings])).toEqual([['wrong', 'ebay', 'brushed', { min: 0.9 }], ['right', 'etsy', '', { min: 0.9 }]]);
  });

  it('go when they are taken back, and the word before stands again', async () => {
    const { store, id } = await shop();
    store.photoEvents.say(id, { word: 'right', ...feedback }, by);
    const second = store.photoEvents.say(id, { word: 'missed', ...feedback }, by);
    store.photoEvents.undo([second ?? ''], by);
    expect(store.staffWords.words().map(({ word }) => word)).toEqual(['right']);
  });

  it('go with a photo that was taken out, and come back with it', async () => {
    const { store, id } = await shop();
    store.photoEvents.say(id, { word: 'right', ...feedback }, by);
    const removed = store.photoEvents.remove([id], by);
    expect(store.staffWords.words()).toEqual([]);
    store.photoEvents.undo(removed, by);
    expect(store.staffWords.words()).toHaveLength(1);
  });

  it('of the time before readings were kept are read as well; what is no word is passed over', async () => {
    const { db, store, id } = await shop();
    const insert = db.prepare(`insert into pending_events (id, entity_kind, entity_id, type, aspect, payload, actor, at, operation_key) values (?, 'photo', ?, 'photo.wrong', 'photo.feedback', ?, 'owner', 1, ?)`);
    insert.run('old', id, JSON.stringify({ rule: 'person', channel: 'ebay', pack: null, models: [], measured: null, note: 'a doll' }), 'k1');
    insert.run('strange', id, JSON.stringify({ rule: 'no-such-rule', channel: 'ebay', pack: null, models: [] }), 'k2');
    expect(store.staffWords.words()).toMatchObject([{ eventId: 'old', rule: 'person', readings: {}, note: 'a doll' }]);
  });
});

describe('a word', () => {
  it('says whether the rule still finds something on the photo', async () => {
    const { store, id } = await shop();
    const source = { url: 'https://example.com', title: 'Page', read: '2026-11-23', official: true };
    const finding = { rule: 'blurry' as const, severity: 'warn' as const, measured: { value: 1, unit: 'score' as const }, required: { value: 2, unit: 'score' as const, bound: 'min' as const }, boxes: [], source, confidence: 1 };
    store.photoEvents.say(id, { word: 'wrong', ...feedback }, by);
    const found = () => store.staffWords.words().map((word) => word.found);
    expect(found()).toEqual([[]]);
    store.analyses.put(id, testAnalysis(sha(1)), 1);
    store.analyses.putVerdicts(id, { etsy: { verdict: 'warn', pack: '1', findings: [finding] }, ebay: { verdict: 'pass', pack: '1', findings: [] } });
    expect(found()).toEqual([['etsy']]);
  });
});

describe('waived findings', () => {
  it('are known until that is taken back', async () => {
    const { store, id } = await shop();
    const written = store.waivers.set([{ kind: 'photo', id }], { rule: 'blurry', channel: null }, { reason: 'other', note: '' }, by);
    expect(store.staffWords.waivers()).toEqual([{ photoId: id, rule: 'blurry' }]);
    store.waivers.undo(written, by);
    expect(store.staffWords.waivers()).toEqual([]);
  });
});

describe('groups of photos', () => {
  it('are by what is broken, the models and the decision', async () => {
    const { store } = await testStore();
    const source = { url: 'https://example.com', title: 'Page', read: '2026-11-23', official: true };
    const blurry: Verdicts = { ebay: { verdict: 'warn', pack: '1', findings: [{ rule: 'blurry', severity: 'warn', measured: { value: 1, unit: 'score' }, required: { value: 2, unit: 'score', bound: 'min' }, boxes: [], source, confidence: 1 }] } };
    const ids = ['a', 'b', 'c', 'd'].map((name, n) => {
      const id = addPhoto(store, `${name}.jpg`);
      store.analyses.put(id, testAnalysis(sha(n)), 1);
      store.analyses.putVerdicts(id, name === 'd' ? { ebay: { verdict: 'pass', pack: '1', findings: [] } } : blurry);
      return id;
    });
    store.photoEvents.decide(ids.slice(0, 1), 'passed', by);
    const groups = store.staffWords.groups().map(({ photos, decision, broken, models }) => [photos, decision, broken.get('ebay'), models]);
    const models = [{ id: 'u2netp', version: '1' }];
    expect(groups).toHaveLength(3);
    expect(groups).toEqual(expect.arrayContaining([[1, 'passed', ['blurry'], models], [2, null, ['blurry'], models], [1, null, [], models]]));
  });
});
