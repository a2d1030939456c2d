import type { Titles } from '../../app/catalog/index.ts';
import type { ReadableDb } from './db.ts';

/** A product as it is named where one of its photos is shown. */
export interface LinkedProduct {
  readonly id: string;
  readonly titles: Titles;
  readonly sku: string | null;
}

interface Row {
  readonly id: string;
  readonly en: string | null;
  readonly zh: string | null;
  readonly sku: string | null;
}

/** Which product a photo shows, and which photos show a product, by where staff and source placed them. */
export function productLinksOf(db: ReadableDb) {
  // a photo that stands in several products belongs first where it is the main picture
  const ofPhoto = db.prepare<[string], Row>(
    `select p.id, p.title_en as en, p.title_zh as zh, p.sku from placements l join products p on p.id = l.product_id
     where l.photo_id = ? order by l.slot, p.id limit 1`,
  );
  const ofProduct = db.prepare<[string], { id: string }>('select photo_id as id from placements where product_id = ? order by slot');
  return {
    /** null where the photo stands in no product */
    productOf(photoId: string): LinkedProduct | null {
      const row = ofPhoto.get(photoId);
      return row === undefined ? null : { id: row.id, titles: { en: row.en, 'zh-CN': row.zh }, sku: row.sku };
    },
    photosOf: (productId: string): string[] => ofProduct.all(productId).map(({ id }) => id),
  };
}
export type ProductLinks = ReturnType<typeof productLinksOf>;
