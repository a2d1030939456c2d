import { describe, expect, it } from 'vitest';
import { PhotoFilter } from '../../app/contract/photos.ts';
import { builtInChannelIds, type ChannelChoice, type ChannelId, type ChannelVerdict } from '../../app/photo-check/types.ts';
import type { Store } from './index.ts';
import { sortKey } from './photos.ts';
import { addPhoto, sha, testAnalysis, testStore, testVerdict as verdict } from './test-store.ts';

let next = 0;
function judged(store: Store, name: string, verdicts: Record<ChannelId, ChannelVerdict>): string {
  const id = addPhoto(store, name);
  store.analyses.put(id, testAnalysis(sha((next += 1))), 2);
  store.analyses.putVerdicts(id, verdicts);
  return id;
}

async function shelf() {
  const { store } = await testStore();
  const ids = {
    good: judged(store, 'img_10.jpg', { ebay: verdict('pass'), etsy: verdict('pass') }),
    soft: judged(store, 'IMG_9.jpg', { ebay: verdict('warn', ['blurry', 'warn']), etsy: verdict('pass') }),
    bad: judged(store, 'img_1.jpg', { ebay: verdict('fail', ['too-small', 'fail'], ['blurry', 'warn']), etsy: verdict('warn', ['too-small', 'warn']) }),
    broken: addPhoto(store, 'img_2.jpg'),
    waiting: addPhoto(store, 'img_3.jpg'),
  };
  store.photos.fail(ids.broken, { code: 'truncated', message: 'ends early' }, 3);
  const list = (filter: Partial<PhotoFilter> = {}, enabled: readonly ChannelId[] = builtInChannelIds) =>
    store.photoList.list({ channel: 'all', show: 'all', rule: null, search: '', sort: 'name', offset: 0, limit: 100, ...filter }, enabled);
  const names = (filter: Partial<PhotoFilter>, enabled?: readonly ChannelId[]) => list(filter, enabled).rows.map((row) => row.name);
  return { store, ids, list, names };
}

describe('the list', () => {
  it('sorts by name as people count, by time, and worst first', async () => {
    const { names } = await shelf();
    expect(names({ sort: 'name' })).toEqual(['img_1.jpg', 'img_2.jpg', 'img_3.jpg', 'IMG_9.jpg', 'img_10.jpg']);
    expect(names({ sort: 'newest' })).toEqual(['img_3.jpg', 'img_2.jpg', 'img_1.jpg', 'IMG_9.jpg', 'img_10.jpg']);
    expect(names({ sort: 'worst' })).toEqual(['img_1.jpg', 'img_2.jpg', 'IMG_9.jpg', 'img_3.jpg', 'img_10.jpg']);
  });

  it('puts first what most channels refuse, then what most warn about, then by name', async () => {
    const { store } = await testStore();
    const fail = verdict('fail', ['too-small', 'fail']);
    const warn = verdict('warn', ['blurry', 'warn']);
    judged(store, 'a.jpg', { ebay: fail, etsy: verdict('pass') });
    judged(store, 'c.jpg', { ebay: fail, etsy: warn });
    judged(store, 'b.jpg', { ebay: fail, etsy: warn });
    judged(store, 'd.jpg', { ebay: fail, etsy: fail });
    const names = (channel: ChannelChoice, enabled: readonly ChannelId[] = builtInChannelIds) =>
      store.photoList.list({ channel, show: 'all', rule: null, search: '', sort: 'worst', offset: 0, limit: 100 }, enabled).rows.map((row) => row.name);
    expect(names('all')).toEqual(['d.jpg', 'b.jpg', 'c.jpg', 'a.jpg']);
    expect(names('ebay')).toEqual(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg']);
    expect(names('all', ['ebay'])).toEqual(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg']);
  });

  it('filters by verdict, rule, failure, search and decision', async () => {
    const { store, ids, names } = await shelf();
    expect(names({ show: 'fail' })).toEqual(['img_1.jpg']);
    expect(names({ channel: 'etsy', show: 'fail' })).toEqual([]);
    expect(names({ channel: 'etsy', show: 'pass' })).toEqual(['IMG_9.jpg', 'img_10.jpg']);
    expect(names({ rule: 'blurry' })).toEqual(['img_1.jpg', 'IMG_9.jpg']);
    expect(names({ rule: 'blurry', channel: 'etsy' })).toEqual([]);
    expect(names({ show: 'failed' })).toEqual(['img_2.jpg']);
    expect(names({ show: 'waiting' })).toEqual(['img_3.jpg']);
    expect(names({ search: 'mg_1' })).toEqual(['img_1.jpg', 'img_10.jpg']);
    store.photoEvents.decide([ids.soft], 'passed', { actor: 'owner', at: 1 });
    expect(names({ show: 'passed' })).toEqual(['IMG_9.jpg']);
    expect(names({ show: 'to-review' })).toEqual(['img_1.jpg']);
  });

  it('pages, and counts what it found before paging', async () => {
    const { list } = await shelf();
    const page = list({ sort: 'name', offset: 1, limit: 2 } as Partial<PhotoFilter>);
    expect(page.total).toBe(5);
    expect(page.rows.map((row) => row.name)).toEqual(['img_2.jpg', 'img_3.jpg']);
  });

  it('shows nothing of a channel that is switched off', async () => {
    const { ids, list, store } = await shelf();
    const row = list({}, ['etsy']).rows.find((one) => one.id === ids.bad);
    expect(row).toMatchObject({ verdicts: { etsy: 'warn' }, rules: ['too-small'] });
    expect(store.photoList.counts({ channel: 'all', search: '' }, ['etsy']).byChannel).toEqual([{ channel: 'etsy', pass: 2, warn: 1, fail: 0 }]);
  });

  it('names the worst rules first and tells why a file could not be read', async () => {
    const { ids, store } = await shelf();
    expect(store.photoList.get(ids.bad, builtInChannelIds)?.rules).toEqual(['too-small', 'blurry']);
    expect(store.photoList.get(ids.broken, builtInChannelIds)).toMatchObject({ state: 'failed', failure: { code: 'truncated' }, rules: [] });
  });
});

it('counts what the list shows', async () => {
  const { store, ids } = await shelf();
  store.photoEvents.decide([ids.bad], 'rejected', { actor: 'owner', at: 1 });
  store.photoEvents.remove([ids.waiting], { actor: 'owner', at: 1 });
  expect(store.photoList.counts({ channel: 'all', search: '' }, ['ebay', 'etsy'])).toEqual({
    total: 4, waiting: 0, failed: 1, toReview: 1, passed: 0, rejected: 1, waived: 0, missing: 0, drift: 0,
    byVerdict: { pass: 1, warn: 1, fail: 1 },
    byRule: [{ rule: 'blurry', count: 2 }, { rule: 'too-small', count: 1 }],
    waivedByRule: [],
    byOwn: [],
    byChannel: [{ channel: 'ebay', pass: 1, warn: 1, fail: 1 }, { channel: 'etsy', pass: 2, warn: 1, fail: 0 }],
  });
});

it('counts only what a search leaves', async () => {
  const { store } = await shelf();
  expect(store.photoList.counts({ channel: 'all', search: ' MG_1' }, ['ebay', 'etsy'])).toEqual({
    total: 2, waiting: 0, failed: 0, toReview: 1, passed: 0, rejected: 0, waived: 0, missing: 0, drift: 0,
    byVerdict: { pass: 1, warn: 0, fail: 1 },
    byRule: [{ rule: 'too-small', count: 1 }, { rule: 'blurry', count: 1 }],
    waivedByRule: [],
    byOwn: [],
    byChannel: [{ channel: 'ebay', pass: 1, warn: 0, fail: 1 }, { channel: 'etsy', pass: 1, warn: 1, fail: 0 }],
  });
  expect(store.photoList.counts({ channel: 'etsy', search: 'img_1.' }, ['ebay', 'etsy'])).toMatchObject({ total: 1, byVerdict: { pass: 0, warn: 1, fail: 0 }, byRule: [{ rule: 'too-small', count: 1 }] });
});

it('lists and counts the photos that an own defect warns about, while it is switched on', async () => {
  const { store, ids } = await shelf();
  store.defects.create('own-logo', 'Old logo', '', 1);
  store.defects.putFinding(ids.bad, 'own-logo', { version: 1, probability: 0.9 });
  store.defects.putFinding(ids.good, 'own-logo', { version: 1, probability: 0.6 });
  const filter = PhotoFilter.parse({ own: 'own-logo' });
  const listed = () => new Set(store.photoList.list({ ...filter, offset: 0, limit: 9 }, ['ebay', 'etsy']).rows.map(({ id }) => id));
  const counted = (search = '') => store.photoList.counts({ channel: 'all', search }, ['ebay', 'etsy']).byOwn;
  expect([listed().size, counted()]).toEqual([0, []]);
  store.defects.enable('own-logo', true);
  expect(listed()).toEqual(new Set([ids.bad, ids.good]));
  expect(counted()).toEqual([{ defect: 'own-logo', name: 'Old logo', count: 2 }]);
  expect(counted('no such photo')).toEqual([]);
  expect(store.photoList.rows({ ...filter, ids: [ids.bad, ids.broken] }, ['ebay']).map(({ id }) => id)).toEqual([ids.bad]);
  store.photoEvents.remove([ids.bad], { actor: 'owner', at: 1 });
  expect(counted()).toEqual([{ defect: 'own-logo', name: 'Old logo', count: 1 }]);
});

it('pads numbers so that plain text order is natural order', () => {
  expect(sortKey('IMG_9.jpg') < sortKey('img_10.jpg')).toBe(true);
  expect(sortKey('b1') > sortKey('a2')).toBe(true);
});
