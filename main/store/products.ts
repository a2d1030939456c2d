import { v7 as uuid } from 'uuid';
import type { ProductDraft } from '../../app/catalog/index.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { placementsOf } from './placements.ts';
import { productSortKey, searchText, type SourcePicture } from './product-content.ts';

/** Where products come from: a table, the sample shop; later a platform. */
export type ProductSource = 'file' | 'sample';

/** What finds a product again at the next reading of its source. */
export interface KnownProduct {
  readonly id: string;
  readonly source: string;
  readonly sourceKey: string;
  readonly sku: string | null;
  readonly content: string;
  readonly removed: number;
}

export interface PutProduct {
  /** null = a new one */
  readonly id: string | null;
  readonly source: ProductSource;
  readonly draft: ProductDraft;
  readonly pictures: readonly SourcePicture[];
  readonly content: string;
  /** the photo at a path; null where there is none */
  readonly photoAt: (path: string) => string | null;
  /** a new product is out of sight until its import is finished */
  readonly hidden?: boolean;
  readonly at: number;
}

const json = JSON.stringify;

/** Every product there is, those taken out included: what an import is compared with. */
export const knownProducts = (db: ReadableDb): KnownProduct[] =>
  db.prepare<[], KnownProduct>('select id, source, source_key as sourceKey, sku, content, removed from products').all();

/** Products as their sources tell them. Lists are in `product-list.ts`, staff's arrangements in `product-events.ts`. */
export function productsOf(db: WritableDb) {
  const placements = placementsOf(db);
  const put = db.prepare<unknown[]>(
    `insert into products (id, source, source_key, external_id, sku, handle, title_en, title_zh, brand, category, colours, price_minor, currency,
       created_on, extra, content, sort_key, search, sample, removed, imported_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set source_key = excluded.source_key, external_id = excluded.external_id, sku = excluded.sku, handle = excluded.handle,
       title_en = excluded.title_en, title_zh = excluded.title_zh, brand = excluded.brand, category = excluded.category, colours = excluded.colours,
       price_minor = excluded.price_minor, currency = excluded.currency, created_on = excluded.created_on, extra = excluded.extra,
       content = excluded.content, sort_key = excluded.sort_key, search = excluded.search, removed = 0, updated_at = excluded.updated_at`,
  );
  const variantIds = db.prepare<[string], { id: string; key: string }>('select id, key from product_variants where product_id = ?');
  const putVariant = db.prepare<unknown[]>(
    `insert into product_variants (id, product_id, key, position, external_id, sku, colour, size, price_minor, currency, extra)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (product_id, key) do update set position = excluded.position, external_id = excluded.external_id, sku = excluded.sku,
       colour = excluded.colour, size = excluded.size, price_minor = excluded.price_minor, currency = excluded.currency, extra = excluded.extra`,
  );
  const dropVariant = db.prepare<[string]>('delete from product_variants where id = ?');
  const dropPictures = db.prepare<[string]>('delete from product_pictures where product_id = ?');
  const putPicture = db.prepare<[string, number, string, string, string | null, string | null]>(
    'insert into product_pictures (product_id, slot, kind, ref, variant_id, photo_id) values (?, ?, ?, ?, ?, ?)',
  );
  const deleteEvents = db.prepare<[string]>(`delete from pending_events where entity_kind = 'product' and entity_id = ?`);
  const deleteProduct = db.prepare<[string]>('delete from products where id = ?');
  const sampleIds = db.prepare<[], { id: string }>('select id from products where sample = 1');
  const setSettled = db.prepare<[string]>(`update outbox set state = 'parked' where entity_kind = 'product' and entity_id = ? and state = 'waiting'`);

  function putVariants(productId: string, { variants }: ProductDraft, known: boolean): Map<string, string> {
    const before = new Map(known ? variantIds.all(productId).map(({ id, key }) => [key, id]) : []);
    const ids = new Map<string, string>();
    variants.forEach((variant, position) => {
      const id = before.get(variant.key) ?? uuid();
      ids.set(variant.key, id);
      putVariant.run(id, productId, variant.key, position, variant.externalId, variant.sku, variant.colour, variant.size, variant.price?.minor ?? null, variant.price?.currency ?? null, json(variant.extra));
    });
    for (const [key, id] of before) if (!ids.has(key)) dropVariant.run(id);
    return ids;
  }

  return {
    known: (): KnownProduct[] => knownProducts(db),
    /** Writes a product with its variants and pictures. Returns its id. Call in the transaction of the whole import. */
    put({ id, source, draft, pictures, content, photoAt, hidden = false, at }: PutProduct): string {
      const productId = id ?? uuid();
      const { titles, price } = draft;
      put.run(
        productId, source, draft.key, draft.externalId, draft.sku, draft.handle, titles.en, titles['zh-CN'], draft.brand, draft.category, json(draft.colours),
        price?.minor ?? null, price?.currency ?? null, draft.createdAt, json(draft.extra), content, productSortKey(draft), searchText(draft), source === 'sample' ? 1 : 0, hidden ? 1 : 0, at, at,
      );
      const variants = putVariants(productId, draft, id !== null);
      if (id !== null) dropPictures.run(productId);
      for (const { slot, kind, ref, variant, photoPath } of pictures) {
        putPicture.run(productId, slot, kind, ref, variant === null ? null : (variants.get(variant) ?? null), photoPath === null ? null : photoAt(photoPath));
      }
      if (id !== null) placements.settle(productId);
      else if (pictures.length > 0) placements.begin(productId);
      return productId;
    },
    sampleIds: (): string[] => sampleIds.all().map((row) => row.id),
    /** Deletes a product with all that hangs on it: the sample shop's, or one that an import brought and that is taken back. */
    delete(id: string): void {
      placements.leave(id);
      deleteEvents.run(id);
      setSettled.run(id);
      deleteProduct.run(id);
    },
  };
}
export type Products = ReturnType<typeof productsOf>;
