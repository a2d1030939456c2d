import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductDraft } from '../../app/catalog/index.ts';
import { ProductFilter, type ProductRow } from '../../app/contract/products.ts';
import type { ChannelChoice, ChannelVerdict, Verdict } from '../../app/photo-check/types.ts';
import type { Store } from './index.ts';
import { contentOf, productSortKey, searchText } from './product-content.ts';
import { anywhere } from './product-lines.ts';
import { addPhoto, testStore, testVerdict as verdict } from './test-store.ts';

const enabled = ['ebay', 'etsy'];
const by = { actor: 'owner', at: 5 };
const shows = ProductFilter.shape.show.unwrap().options;
const choices: readonly ChannelChoice[] = ['all', ...enabled];
const searches = ['', 'lamp', 'LAMP  oak', '茶', 'ｌａｍｐ 茶壶', 'sku-1', '50% [off]', '*', '?', 'nowhere', 'sku-7 lamp', 'a'];
const judgements: readonly Readonly<Record<string, ChannelVerdict>>[] = [
  {},
  { ebay: verdict('pass'), etsy: verdict('pass'), amazon: verdict('fail', ['blurry', 'fail']) },
  { ebay: verdict('fail', ['blurry', 'fail']), etsy: verdict('warn', ['blurry', 'warn']) },
  { ebay: verdict('warn', ['too-small', 'warn']), etsy: verdict('pass') },
];

const draftOf = (n: number): ProductDraft => ({
  key: `sku:${n}`, externalId: null, sku: `SKU-${n}`, handle: null, brand: n % 3 === 0 ? 'Oak & Co' : null, category: n % 5 === 0 ? '50% [off]' : n % 7 === 0 ? 'what? *' : null,
  // some share a name: then the id says which comes first
  titles: { en: n % 4 === 0 ? null : `Lamp ${n % 9}`, 'zh-CN': n % 2 === 0 ? `茶壶${n}` : null },
  colours: [], price: null, createdAt: null, variants: [], pictures: [], row: n, extra: {},
});

interface Put {
  readonly id: string;
  readonly draft: ProductDraft;
}

/** A product whose pictures stand in these slots; `lost` of those its source names were not found. */
function put(store: Store, n: number, slots: readonly number[], lost: number, hidden = false): Put {
  const draft = draftOf(n);
  const paths = new Map<string, string>(slots.map((slot) => {
    const id = addPhoto(store, `${n}-${slot}.jpg`);
    store.analyses.putVerdicts(id, judgements[(n + slot) % judgements.length] ?? {});
    return [`${n}-${slot}.jpg`, id] as const;
  }));
  const found = slots.map((slot) => ({ slot, kind: 'file' as const, ref: `${n}-${slot}.jpg`, variant: null, photoPath: `${n}-${slot}.jpg` }));
  const pictures = [...found, ...Array.from({ length: lost }, (_, at) => ({ slot: 20 + at, kind: 'url' as const, ref: 'https://example.com/', variant: null, photoPath: null }))];
  const id = store.products.put({ id: null, source: 'file', draft, pictures, content: contentOf(draft, pictures), photoAt: (path) => paths.get(path) ?? null, hidden, at: 1 });
  return { id, draft };
}

const shelves: readonly (readonly number[])[] = [[], [1], [1, 2], [2, 3], [1, 3, 4]];

async function shop(count: number) {
  const { db, store } = await testStore();
  const all = Array.from({ length: count }, (_, n) => put(store, n, shelves[n % shelves.length] ?? [], n % 6 === 0 ? 2 : 0));
  const main = (n: number): string => store.placements.of(all[n]?.id ?? '').find(({ slot }) => slot === 1)?.photoId ?? '';
  return { db, store, all, main };
}

/** What a tab shows, by the products alone: nothing here knows of lines that are kept. */
const shown: Readonly<Record<ProductFilter['show'], (row: ProductRow, verdicts: readonly Verdict[], lost: number) => boolean>> = {
  all: () => true,
  missing: (row) => row.missing.length > 0,
  unresolved: (_, __, lost) => lost > 0,
  fail: (_, verdicts) => verdicts.includes('fail'),
  warn: (_, verdicts) => verdicts.includes('warn') && !verdicts.includes('fail'),
  pass: (_, verdicts) => verdicts.length > 0 && verdicts.every((one) => one === 'pass'),
};

/** The ids that a filter means, in order, each product looked at by itself. */
function expected(store: Store, all: readonly Put[], { show, channel, search }: ProductFilter): string[] {
  const words = search.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '');
  return all
    .flatMap(({ id, draft }) => {
      const detail = store.productList.detail(id, enabled);
      if (detail === null) return [];
      const verdicts = Object.entries(detail.row.verdicts).flatMap(([name, one]) => (channel === 'all' || channel === name ? [one] : []));
      const lost = detail.references.filter(({ found }) => !found).length;
      return shown[show](detail.row, verdicts, lost) && words.every((word) => searchText(draft).includes(word)) ? [{ id, key: Buffer.from(productSortKey(draft)) }] : [];
    })
    .toSorted((a, b) => Buffer.compare(a.key, b.key) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function pages(store: Store, filter: ProductFilter, limit: number): string[] {
  const ids: string[] = [];
  for (let offset = 0, total = 1; offset < total; offset += limit) {
    const page = store.productList.list({ ...filter, offset, limit }, enabled);
    total = page.total;
    expect(page.rows).toHaveLength(Math.min(limit, Math.max(0, total - offset)));
    ids.push(...page.rows.map(({ id }) => id));
  }
  return ids;
}

/** Every tab, channel and search, in pages of any size; and the counts with them. */
function expectAllPages(store: Store, all: readonly Put[]): void {
  for (const channel of choices) {
    const counts = store.productList.counts(channel, enabled);
    for (const show of shows) {
      for (const search of searches) {
        const filter = { channel, show, search };
        const wanted = expected(store, all, filter);
        for (const limit of [1, 7, wanted.length || 1, 200]) expect(pages(store, filter, limit), JSON.stringify({ ...filter, limit })).toEqual(wanted);
        expect(wanted.map((id) => store.productList.place({ ...filter, id }, enabled))).toEqual(wanted.map((_, at) => at));
      }
      expect({ ...counts, ...counts.byVerdict, all: counts.total }[show]).toBe(expected(store, all, { channel, show, search: '' }).length);
    }
  }
}

describe('the pages of a list', () => {
  it('are the whole together, in order and without repeats, for every tab, channel and search', async () => {
    const { store, all } = await shop(30);
    expect(all.some(({ id }) => store.productList.get(id, enabled)?.verdict === 'warn')).toBe(true);
    expectAllPages(store, all);
  }, 60_000);

  it('still are after waivers, removals, arrangements, new verdicts and an import that is under way', async () => {
    const { store, all, main } = await shop(37);
    const failing = [11, 16, 31, 36].map(main);
    for (const id of failing) {
      store.waivers.set([{ kind: 'photo', id }], { rule: 'blurry', channel: null }, { reason: 'other', note: '' }, by);
      store.waivers.project(id, null);
    }
    store.photoEvents.remove([main(1), main(7)], by);
    store.photoEvents.undo(store.photoEvents.remove([main(12)], by), by);
    store.productEvents.arrange(all[3]?.id ?? '', (now) => now.map((one) => ({ ...one, slot: one.slot - 1 })), by);
    store.analyses.putVerdicts(main(2), judgements[3] ?? {});
    store.photos.fail(main(4), { code: 'truncated', message: '' }, 6);
    const importId = store.imports.begin('more.csv', 'owner', 6);
    store.imports.noteNew(importId, put(store, 90, [1], 0, true).id);
    expectAllPages(store, all);
    store.imports.finish(importId, 1, 0);
    expect(store.productList.counts('all', enabled).total).toBe(38);
  }, 60_000);
});

it('says nothing of the place of a product that the list does not show', async () => {
  const { store, all } = await shop(6);
  const place = (change: Partial<ProductFilter>, id = all[0]?.id ?? '') => store.productList.place({ channel: 'all', show: 'all', search: '', ...change, id }, enabled);
  expect(place({})).not.toBeNull();
  expect(place({ show: 'pass' })).toBeNull();
  expect(place({ search: 'nowhere' })).toBeNull();
  expect(place({}, 'unknown')).toBeNull();
});

it('a waived finding of the main picture no longer counts, in a channel alone or in all', async () => {
  const { store, main } = await shop(2);
  const fails = () => store.productList.counts('ebay', enabled).byVerdict;
  store.analyses.putVerdicts(main(1), judgements[2] ?? {});
  expect(fails()).toEqual({ pass: 0, warn: 0, fail: 1 });
  store.waivers.set([{ kind: 'photo', id: main(1) }], { rule: 'blurry', channel: 'ebay' }, { reason: 'other', note: '' }, by);
  store.waivers.project(main(1), null);
  expect(fails()).toEqual({ pass: 1, warn: 0, fail: 0 });
  expect(store.productList.counts('all', enabled).byVerdict).toEqual({ pass: 0, warn: 1, fail: 0 });
});

it('a word is found exactly where it stands, whatever it is made of', async () => {
  const { db } = await testStore();
  const found = (text: string, word: string): boolean => {
    const { sql, values } = anywhere(word);
    return db.prepare<unknown[], number>(`select ${sql} from (select ? as search)`).pluck().get(...values, text) === 1;
  };
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '[', ']', '^', '-', '\\', '%', '茶', '😀'), maxLength: 8 });
  expect(() => fc.assert(fc.property(letters, letters.filter((word) => word !== ''), (text, word) => found(text, word) === text.includes(word)), { numRuns: 500 })).not.toThrow();
});
