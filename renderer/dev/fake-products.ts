import type { OutputOf } from '../../app/contract/index.ts';
import type { DryRun, ProductDetail, ProductFilter, ProductRow, SheetDraft } from '../../app/contract/products.ts';
import type { FakeHandlers } from '../bridge/fake.ts';
import { fakeRows } from './fake-photos.ts';

const goods: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  ['TP-01', 'Celadon teapot', '青瓷茶壶', 'Tea', ['celadon']],
  ['MUG-2', 'Stoneware mug', '粗陶马克杯', 'Kitchen', ['blue', 'rust']],
  ['SC-7', 'Wool scarf', '羊毛围巾', 'Clothes', ['navy']],
  ['LMP', 'Brass lamp', '黄铜台灯', 'Home', []],
];

/** Products over the photos of the fake shop: one without a main picture, one without any. */
export const fakeProducts: readonly ProductRow[] = goods.map(([sku, en, zh, category, colours], n) => {
  const slots = (n === 3 ? [] : n === 1 ? [2, 3] : [1, 2]).map((slot, i) => {
    const photo = fakeRows[n * 3 + i]!;
    return { slot, photoId: photo.id, sha256: photo.sha256, name: photo.name, variantId: null };
  });
  const main = slots[0]?.slot === 1 ? fakeRows[n * 3] : undefined;
  return {
    id: `g${n}`, titles: { en, 'zh-CN': zh }, sku, brand: 'Kiln', category, colours: [...colours], price: { minor: 1200 + n * 550, currency: 'GBP' }, variants: n === 1 ? 2 : 0, slots,
    missing: n === 1 || n === 3 ? [1] : [], unresolved: n === 3 ? 1 : 0, verdicts: main?.verdicts ?? {},
    verdict: main === undefined ? null : main.rules.length > 0 ? 'fail' : 'pass', sample: true,
  };
});

export function fakeProductDetail(id: string): ProductDetail {
  const row = fakeProducts.find((one) => one.id === id);
  if (!row) throw new Error(`no product ${id}`);
  return {
    row, source: 'file', externalId: null, handle: null, createdOn: '2026-03-01', extra: { 备注: '上新' }, updatedAt: Date.UTC(2026, 10, 23),
    variants: row.variants === 0 ? [] : ['blue', 'rust'].map((colour, n) => ({ id: `v${n}`, sku: `${row.sku}-${colour[0]}`, colour, size: 'M', price: null })),
    references: row.unresolved > 0 ? [{ slot: 1, kind: 'file', ref: 'lamp-front.jpg', found: false }] : [],
  };
}

/** The calls that ask for lists of these products, answered as the engine does. */
export function fakeProductLists(products: readonly ProductRow[]): Pick<FakeHandlers, 'products.list' | 'products.place'> {
  const shows: Readonly<Record<ProductFilter['show'], (row: ProductRow) => boolean>> = {
    all: () => true,
    missing: ({ missing }) => missing.length > 0,
    unresolved: ({ unresolved }) => unresolved > 0,
    fail: ({ verdict }) => verdict === 'fail',
    warn: ({ verdict }) => verdict === 'warn',
    pass: ({ verdict }) => verdict === 'pass',
  };
  const found = ({ show, search }: Pick<ProductFilter, 'show' | 'search'>): ProductRow[] =>
    products.filter((row) => shows[show](row) && `${row.sku} ${row.titles.en} ${row.titles['zh-CN']}`.toLowerCase().includes(search.toLowerCase()));
  return {
    'products.list': ({ offset, limit, ...filter }) => ({ total: found(filter).length, rows: found(filter).slice(offset, offset + limit) }),
    'products.place'({ id, ...filter }) {
      const index = found(filter).findIndex((row) => row.id === id);
      return { index: index < 0 ? null : index };
    },
  };
}

export const fakeProductCounts: OutputOf<'products.counts'> = { total: 4, missing: 2, unresolved: 1, byVerdict: { pass: 1, warn: 0, fail: 1 } };

export const fakeSheet: SheetDraft = {
  id: 'd1', file: 'goods.csv', format: 'csv', encoding: 'gb18030', delimiter: ',', sheet: null, sheets: [], rows: 3, headerRow: 1,
  columns: [
    { heading: '货号', samples: ['TP-01', 'MUG-2'] },
    { heading: '商品名称', samples: ['青瓷茶壶', '粗陶马克杯'] },
    { heading: '备注', samples: ['上新'] },
  ],
  mapping: ['sku', 'title', null], remembered: false, pictureFolder: 'shop', pictureFiles: 12,
};

export const fakeDryRun: DryRun = {
  products: { new: 2, changed: 1, unchanged: 0 }, rows: { total: 4, bad: 1 }, variants: 0, pictures: { found: 3, missing: 1, addresses: 2, newPhotos: 2 },
  problemCounts: [{ code: 'duplicate-sku', count: 1 }, { code: 'picture-not-found', count: 1 }],
  problems: [{ row: 4, column: '货号', value: 'TP-01', code: 'duplicate-sku', other: 2 }, { row: 3, column: '主图', value: 'mug.jpg', code: 'picture-not-found', other: 0 }],
  samples: [{ title: '青瓷茶壶', sku: 'TP-01', change: 'new', variants: 0, pictures: 2 }],
};
