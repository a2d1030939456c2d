import { describe, expect, it } from 'vitest';
import { builtInChannelIds as channelIds, type RuleId } from '../../app/photo-check/types.ts';
import type { RulesNamed } from './photo-search.ts';
import { addPhoto, sha, testAnalysis, testStore } from './test-store.ts';

const source = { url: 'https://example.com/', title: 'Rules', read: '2026-11-23', official: true };
const text = (value: string) => ({ box: { x: 0, y: 0, width: 9, height: 9 }, text: value, confidence: 1 });
const named: RulesNamed = (word) => new Set<RuleId>(word === 'blurry' ? ['blurry'] : []);

async function shelf() {
  const { store } = await testStore();
  const [mug, cup] = [addPhoto(store, 'Mug Blue.jpg'), addPhoto(store, '茶盅.jpg')];
  const { measures } = testAnalysis(sha(1));
  store.analyses.put(mug, testAnalysis(sha(1), { measures: { ...measures, textOverlays: [text('SALE 50%')], productText: [text('Fine Tea')] } }), 2);
  store.analyses.putVerdicts(mug, {
    ebay: { verdict: 'warn', pack: '2026-11-23', findings: [{ rule: 'blurry', severity: 'warn', measured: { value: 1, unit: 'score' }, required: { value: 2, unit: 'score' }, boxes: [], source, confidence: 1 }] },
  });
  const found = (search: string) =>
    store.photoList.list({ channel: 'all', show: 'all', rule: null, search, sort: 'name', offset: 0, limit: 9 }, channelIds, named).rows.map((row) => row.name);
  return { store, mug, cup, found };
}

describe('a search', () => {
  it('finds by the key: every word, anywhere, whatever its case and width', async () => {
    const { store, mug, cup, found } = await shelf();
    store.searchKeys.put(mug, 'mug blue.jpg\nsale 50%');
    store.searchKeys.put(cup, '茶盅.jpg\nchazhong.jpg\ncz.jpg');
    expect(found('BLUE mug')).toEqual(['Mug Blue.jpg']);
    expect(found('ｓａｌｅ')).toEqual(['Mug Blue.jpg']);
    expect(found('50%')).toEqual(['Mug Blue.jpg']);
    expect(found('cz')).toEqual(['茶盅.jpg']);
    expect(found('茶')).toEqual(['茶盅.jpg']);
    expect(found('mug red')).toEqual([]);
    expect(found(' ')).toHaveLength(2);
  });

  it('finds by the name of a broken rule, and counts the same', async () => {
    const { store, found } = await shelf();
    expect(found('blurry')).toEqual(['Mug Blue.jpg']);
    expect(found('blurry mug')).toEqual(['Mug Blue.jpg']);
    expect(store.photoList.counts({ channel: 'all', search: 'blurry' }, channelIds, named).total).toBe(1);
    expect(store.photoList.counts({ channel: 'etsy', search: 'blurry' }, channelIds, named).total).toBe(0);
  });

  it('finds a photo by its name while it has no key', async () => {
    const { store, mug, found } = await shelf();
    expect(found('mug')).toEqual(['Mug Blue.jpg']);
    store.searchKeys.put(mug, 'renamed');
    expect(found('mug')).toEqual([]);
  });
});

describe('keys', () => {
  it('are missing until they are made, and again once the picture was read anew', async () => {
    const { store, mug, cup } = await shelf();
    expect(store.searchKeys.missing(9).find(({ id }) => id === mug)).toEqual({ id: mug, name: 'Mug Blue.jpg', texts: ['SALE 50%', 'Fine Tea'] });
    store.searchKeys.put(mug, 'x');
    expect(store.searchKeys.missing(9).map(({ id }) => id)).toEqual([cup]);
    store.analyses.put(mug, testAnalysis(sha(1)), 3);
    expect(store.searchKeys.missing(9)).toHaveLength(2);
    expect(store.searchKeys.missing(1)).toHaveLength(1);
  });

  it('of photos that are gone are not kept', async () => {
    const { store } = await shelf();
    store.searchKeys.put('no-such-photo', 'x');
    expect(store.searchKeys.missing(9)).toHaveLength(2);
  });
});
