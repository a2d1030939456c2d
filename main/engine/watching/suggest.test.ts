import { expect, it } from 'vitest';
import { suggestFolders } from './suggest.ts';

const at = (...paths: readonly string[]) => paths.map((path, index) => ({ id: `p${index}`, path }));

it('names the folders that photos came from, each with those below it, the fullest first', () => {
  const photos = at('/shop/a.jpg', '/shop-2/b.jpg', '/shop/sale/c.jpg', '/shop/sale/d.jpg', '/desk/e.jpg', '/desk/f.jpg');
  expect(suggestFolders(photos, [], 2)).toEqual([{ path: '/shop', photoId: 'p0', photos: 3 }, { path: '/desk', photoId: 'p4', photos: 2 }]);
});

it('leaves out what is watched, also from above', () => {
  expect(suggestFolders(at('/shop/sale/c.jpg', '/shopping/d.jpg'), ['/shop'], 5).map(({ path }) => path)).toEqual(['/shopping']);
});
