import { expect, it } from 'vitest';
import { builtInChannelIds as channelIds } from '../../app/photo-check/types.ts';
import { addPhoto, testStore } from '../store/test-store.ts';
import { createSearchIndex } from './search-index.ts';
import { loadPinyin } from './search-words.ts';

const failing = (error: unknown): never => {
  throw error;
};

it('gives every photo a key, its product\'s title in it, and needs no dictionary where nothing is Chinese', async () => {
  const { store } = await testStore();
  for (let n = 0; n < 450; n++) addPhoto(store, `mug-${n}.jpg`);
  let loaded = 0;
  const load = async () => {
    loaded += 1;
    return loadPinyin();
  };
  const index = createSearchIndex({ store, loadPinyin: load, onError: failing });
  await index.settle();
  expect(store.searchKeys.missing(1)).toEqual([]);
  expect(loaded).toBe(0);

  const cup = addPhoto(store, 'IMG_0001.jpg');
  await index.settle();
  expect(loaded).toBe(0);
  const draft = { key: 'sku:C-7', externalId: null, sku: 'C-7', handle: null, titles: { en: null, 'zh-CN': '白瓷茶盅' }, brand: null, category: null, colours: [], price: null, createdAt: null, variants: [], pictures: [], row: 2, extra: {} };
  store.products.put({ id: null, source: 'file', draft, pictures: [{ slot: 1, kind: 'file', ref: 'IMG_0001.jpg', variant: null, photoPath: '/shop/IMG_0001.jpg' }], content: '', photoAt: () => cup, at: 1 });
  await index.settle();
  expect(loaded).toBe(1);
  const found = async (search: string) =>
    store.photoList.list({ channel: 'all', show: 'all', rule: null, search, sort: 'name', offset: 0, limit: 9 }, channelIds, await index.rulesNamed()).rows.map((row) => row.name);
  for (const search of ['茶盅', 'chazhong', 'bccz', 'img_0001', 'c-7']) expect(await found(search), search).toEqual(['IMG_0001.jpg']);
  await index.close();
});
