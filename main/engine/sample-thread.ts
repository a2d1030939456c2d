import { parentPort, workerData } from 'node:worker_threads';
import { renderSampleShop } from '../../assets/sample-shop/index.ts';

/** One thing that the sample shop sells, with the files of its pictures in order. */
export interface SampleGoods {
  readonly id: string;
  readonly name: { readonly en: string; readonly 'zh-CN': string };
  readonly price: { readonly amount: number; readonly currency: string };
  readonly paths: readonly string[];
  readonly colour: string | null;
}

/** What the thread answers: the shop's goods, and all its files. */
export interface RenderedShop {
  readonly products: readonly SampleGoods[];
  readonly paths: readonly string[];
}

const { folder, drawn } = workerData as { readonly folder: string; readonly drawn: string };
const shop = await renderSampleShop(folder, { drawn });
const pathsOf = Map.groupBy(shop.photos, ({ productId }) => productId);
const rendered: RenderedShop = {
  products: shop.products.map(({ id, name, price, colour }) => ({ id, name, price, colour: colour ?? null, paths: (pathsOf.get(id) ?? []).map(({ path }) => path) })),
  paths: shop.photos.map((photo) => photo.path),
};
parentPort?.postMessage(rendered);
