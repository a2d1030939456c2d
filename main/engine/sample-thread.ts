import { parentPort, workerData } from 'node:worker_threads';
import { renderSampleShop } from '../../assets/sample-shop/index.ts';

/** What the thread answers: the shop in numbers, and its files. */
export interface RenderedShop {
  readonly products: number;
  readonly paths: readonly string[];
}

const { folder } = workerData as { readonly folder: string };
const shop = await renderSampleShop(folder);
const rendered: RenderedShop = { products: shop.products.length, paths: shop.photos.map((photo) => photo.path) };
parentPort?.postMessage(rendered);
