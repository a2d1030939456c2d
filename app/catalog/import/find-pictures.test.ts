import { describe, expect, it } from 'vitest';
import type { ProductDraft } from '../types.ts';
import { fileIndex, resolvePictures } from './find-pictures.ts';

const draft = (over: Partial<ProductDraft>): ProductDraft => ({
  key: 'sku:A', externalId: null, sku: 'A-1', handle: null, titles: { en: 'x', 'zh-CN': null }, brand: null, category: null, colours: [], price: null,
  createdAt: null, variants: [], pictures: [], row: 2, extra: {}, ...over,
});
const variant = (sku: string, key = sku): ProductDraft['variants'][number] => ({ key, externalId: null, sku, colour: null, size: null, price: null, row: 2, extra: {} });
const found = (product: ProductDraft, files: readonly string[]) => resolvePictures(product, fileIndex(files)).pictures.map(({ slot, file, variant: of }) => [slot, file, of]);

describe('files by SKU', () => {
  it.each<[string, readonly string[], unknown[]]>([
    ['numbers name slots', ['A-1_2.jpg', 'A-1_1.jpg', 'A-1_3.png'], [[1, 'A-1_1.jpg', null], [2, 'A-1_2.jpg', null], [3, 'A-1_3.png', null]]],
    ['the bare SKU and words mean the main picture', ['A-1-side.jpg', 'A-1-main.jpg'], [[1, 'A-1-main.jpg', null], [2, 'A-1-side.jpg', null]]],
    ['Chinese words, brackets, folders, case', ['pics/a-1 (2).JPG', 'pics/A-1_主图.jpg'], [[1, 'pics/A-1_主图.jpg', null], [2, 'pics/a-1 (2).JPG', null]]],
    ['another SKU that starts alike is another product', ['A-10_1.jpg', 'A-1b.jpg', 'A-1.jpg'], [[1, 'A-1.jpg', null]]],
    ["Amazon's names", ['A-1.MAIN.jpg', 'A-1.PT01.jpg', 'A-1.PT02.jpg'], [[1, 'A-1.MAIN.jpg', null], [2, 'A-1.PT01.jpg', null], [3, 'A-1.PT02.jpg', null]]],
  ])('%s', (_, files, expected) => expect(found(draft({}), files)).toEqual(expected));

  it('of a variant go behind, and know whose they are', () => {
    expect(found(draft({ variants: [variant('A-1-R'), variant('A-1-B')] }), ['A-1.jpg', 'A-1-R_1.jpg', 'A-1-B_1.jpg'])).toEqual([[1, 'A-1.jpg', null], [2, 'A-1-R_1.jpg', 'A-1-R'], [3, 'A-1-B_1.jpg', 'A-1-B']]);
  });
});

describe('files that the table names', () => {
  const named = (ref: string) => draft({ pictures: [{ slot: 1, kind: 'file', ref, variant: null }] });

  it.each(['shots/Blue Mug.jpg', 'SHOTS\\blue mug.JPG', './shots/Blue Mug.jpg', 'Blue Mug.jpg', 'Blue Mug'])('%s', (ref) => {
    expect(found(named(ref), ['shots/Blue Mug.jpg', 'other.jpg'])).toEqual([[1, 'shots/Blue Mug.jpg', null]]);
  });

  it('are missing where they are not there, or where several could be meant', () => {
    const { pictures, problems } = resolvePictures(named('mug.jpg'), fileIndex(['a/mug.jpg', 'b/mug.jpg']));
    expect(pictures[0]?.file).toBeNull();
    expect(problems).toMatchObject([{ row: 2, code: 'picture-not-found', value: 'mug.jpg' }]);
  });

  it('addresses are kept and said so', () => {
    const { pictures, problems } = resolvePictures(draft({ pictures: [{ slot: 1, kind: 'url', ref: 'https://x/a.jpg', variant: null }] }), fileIndex([]));
    expect(pictures).toMatchObject([{ kind: 'url', ref: 'https://x/a.jpg', file: null }]);
    expect(problems[0]?.code).toBe('picture-address');
  });
});
