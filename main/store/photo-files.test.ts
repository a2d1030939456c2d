import { expect, it } from 'vitest';
import { addPhoto, testStore } from './test-store.ts';

it('lists and counts photos whose file is missing, until it is found or taken out', async () => {
  const { store } = await testStore();
  const [mug, lamp] = [addPhoto(store, 'mug.jpg'), addPhoto(store, 'lamp.jpg')];
  store.photoFiles.missing(mug, 7);
  store.photoFiles.missing(mug, 9);
  const missing = () => store.photoList.list({ channel: 'all', show: 'missing', rule: null, search: '', sort: 'name', offset: 0, limit: 10 }, []).rows;
  expect(missing().map(({ id, missingSince }) => [id, missingSince])).toEqual([[mug, 7]]);
  expect(store.photoList.counts({ channel: 'all', search: '' }, [])).toMatchObject({ total: 2, missing: 1 });
  store.photoEvents.remove([mug], { actor: 'owner', at: 8 });
  expect(store.photoFiles.missingBelow('/photos')).toBe(0);
  store.photoFiles.missing(lamp, 8);
  store.photoFiles.found(lamp);
  expect(missing()).toEqual([]);
});

it('names the photos below a folder page by page, and none of a folder whose name begins alike', async () => {
  const { store } = await testStore();
  for (const path of ['/shop/a.jpg', '/shop/sale/b.jpg', '/shop-2/c.jpg', '/shop']) store.photos.add({ path, name: path, bytes: 1, modifiedMs: 1 }, false, 1);
  const [first] = store.photoFiles.below('/shop', '', 1);
  expect(first?.path).toBe('/shop/a.jpg');
  expect(store.photoFiles.below('/shop', first?.path ?? '', 5).map(({ path }) => path)).toEqual(['/shop/sale/b.jpg']);
});
