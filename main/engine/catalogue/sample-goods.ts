import type { ProductDraft } from '../../../app/catalog/index.ts';
import type { Store } from '../../store/index.ts';
import { contentOf, type SourcePicture } from '../../store/product-content.ts';
import type { SampleGoods } from '../sample-thread.ts';

function draftOf({ id, name, price, paths, colour }: SampleGoods, row: number): { draft: ProductDraft; pictures: SourcePicture[] } {
  const pictures = paths.map((path, at): SourcePicture => ({ slot: at + 1, kind: 'file', ref: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1), variant: null, photoPath: path }));
  const draft: ProductDraft = {
    key: `sample:${id}`, externalId: null, sku: id, handle: null, titles: { en: name.en, 'zh-CN': name['zh-CN'] }, brand: null, category: null, colours: colour === null ? [] : [colour],
    price: { minor: price.amount, currency: price.currency }, createdAt: null, variants: [], pictures: [], row, extra: {},
  };
  return { draft, pictures };
}

/** Puts the sample shop's goods beside their photos, which must be there. Goods that are there already stay. */
export function putSampleGoods(store: Store, goods: readonly SampleGoods[], at: number): void {
  store.transact(() => {
    const known = new Map(store.products.known().filter(({ source }) => source === 'sample').map((product) => [product.sourceKey, product]));
    goods.forEach((one, row) => {
      const { draft, pictures } = draftOf(one, row);
      store.products.put({
        id: known.get(draft.key)?.id ?? null, source: 'sample', draft, pictures, content: contentOf(draft, pictures), at,
        photoAt: (path) => store.photos.byPath(path)?.id ?? null,
      });
    });
  });
}
