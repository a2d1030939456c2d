import { createHash } from 'node:crypto';
import type { PictureRef, ProductDraft } from '../../app/catalog/index.ts';
import { sortKey } from './photos.ts';

/** A picture of a source with the photo it turned out to be; null while there is none. */
export interface SourcePicture extends PictureRef {
  readonly photoPath: string | null;
}

/**
 * What a source says of a product, as one hash: equal where nothing changed since the last time. Row numbers are no
 * part of it, so a row that was moved changes nothing; neither are photos, which are found anew each time.
 */
export function contentOf(draft: ProductDraft, pictures: readonly SourcePicture[]): string {
  const told = [{ ...draft, row: 0, variants: [], pictures: [] }, draft.variants.map((variant) => ({ ...variant, row: 0 })), pictures.map(({ slot, kind, ref, variant, photoPath }) => [slot, kind, ref, variant, photoPath])];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32);
}

/** What a product is called where only one name fits. */
export const nameOf = ({ titles, sku, key }: Pick<ProductDraft, 'titles' | 'sku' | 'key'>): string => titles.en ?? titles['zh-CN'] ?? sku ?? key.slice(key.indexOf(':') + 1);

/** Natural order by name, with the SKU behind it. */
export const productSortKey = (draft: ProductDraft): string => sortKey(`${nameOf(draft)} ${draft.sku ?? ''}`.slice(0, 300));

/** All that a search may find a product by, in lower case. */
export function searchText(draft: ProductDraft): string {
  const { titles, sku, externalId, handle, brand, category, colours, variants } = draft;
  const words = [titles.en, titles['zh-CN'], sku, externalId, handle, brand, category, ...colours, ...variants.flatMap((variant) => [variant.sku, variant.colour, variant.size])];
  return words.filter((word) => word !== null && word !== '').join('\n').normalize('NFKC').toLowerCase();
}
