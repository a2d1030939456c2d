import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileIndex } from '../../app/catalog/index.ts';
import { testFolder } from '../store/test-store.ts';
import { openSheet } from './open-sheet.ts';
import { readProducts } from './read-products.ts';

it('names the row, the column and the file of a picture that is not there, also on a later row of its product', async () => {
  const file = join(testFolder(), 'goods.csv');
  writeFileSync(file, 'Handle,Title,SKU,Main image,Image,Price\nmug,Mug,M-1,mug.jpg,,5\nmug,,M-2,,"mug-side.jpg;gone.jpg",6\ntea,Tea,T-1,gone.jpg,,dear\n');
  const sheet = await openSheet(file);
  if (!sheet.ok) throw new Error(sheet.error.code);
  const { problems } = readProducts(sheet.value, {
    mapping: ['handle', 'title', 'variant-sku', 'main-picture', 'picture', 'price'], index: fileIndex(['mug.jpg', 'mug-side.jpg']), pictureFolder: '', today: '2026-11-24',
  });
  expect(problems.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
    [3, 'Image', 'gone.jpg', 'picture-not-found'],
    [4, 'Price', 'dear', 'bad-price'],
    [4, 'Main image', 'gone.jpg', 'picture-not-found'],
  ]);
});
