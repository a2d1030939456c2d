import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import sharp from 'sharp';
import { develop, encode } from './develop.ts';
import { goods, type GoodsId } from './goods/index.ts';
import { fileNameOf, type PictureSpec, type Product, type Shown } from './picture.ts';
import { products } from './products.ts';
import type { CutOut } from './studio/light.ts';
import { photograph } from './studio/photograph.ts';

export type { Product, Shown } from './picture.ts';
export { products } from './products.ts';

export interface SamplePhoto {
  readonly productId: string;
  /** absolute where `dir` was */
  readonly path: string;
  readonly shows: readonly Shown[];
}

export interface SampleShop {
  readonly dir: string;
  readonly products: readonly Product[];
  readonly photos: readonly SamplePhoto[];
}

interface Options {
  /** called after every picture; `done` counts from 1 */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** a folder into which the shop may have been drawn before: its pictures are copied where they are of this edition */
  readonly drawn?: string;
}

/** Raised when the drawing changes, so that shops rendered before are rendered again. */
const edition = 2;
const stampName = '.sample-shop.json';

/**
 * Draws the pictures of the sample shop into `dir`, which is made where it is missing. Pictures that an earlier call
 * finished are kept; every call gives the same bytes. Throws where the folder cannot be written.
 */
export async function renderSampleShop(dir: string, { onProgress, drawn }: Options = {}): Promise<SampleShop> {
  const photos = products.flatMap(({ id, pictures }) =>
    pictures.map((spec): SamplePhoto & { spec: PictureSpec } => ({ productId: id, path: join(dir, fileNameOf(spec)), shows: spec.shows, spec })),
  );
  const shop: SampleShop = { dir, products, photos: photos.map(({ spec: _, ...photo }) => photo) };
  await mkdir(dir, { recursive: true });
  if (await isFinished(dir)) return shop;
  if (drawn !== undefined && (await isFinished(drawn))) {
    for (const name of [...photos.map(({ spec }) => fileNameOf(spec)), stampName]) await copyFile(join(drawn, name), join(dir, name));
    if (await isFinished(dir)) return shop;
  }

  const studio = new Studio();
  const sizes: Record<string, number> = {};
  let done = 0;
  const running = new Set<Promise<void>>();
  for (const { spec, path } of photos) {
    // the next goods are lit here while earlier ones are set and encoded on libvips' own threads
    const cutOuts = await studio.cutOuts(spec);
    if (running.size >= 3) await Promise.race(running);
    const task = (async (): Promise<void> => {
      const bytes = await studio.file(spec, cutOuts);
      await writeFile(path, bytes);
      sizes[fileNameOf(spec)] = bytes.length;
      done += 1;
      onProgress?.({ done, total: photos.length });
    })();
    const tracked = task.finally(() => running.delete(tracked));
    running.add(tracked);
    await setImmediate();
  }
  await Promise.all(running);
  await writeFile(join(dir, stampName), JSON.stringify({ fingerprint, sizes }));
  return shop;
}

const fingerprint = createHash('sha256').update(JSON.stringify([edition, products])).digest('hex');

async function isFinished(dir: string): Promise<boolean> {
  try {
    const stamp = JSON.parse(await readFile(join(dir, stampName), 'utf8')) as { fingerprint?: unknown; sizes?: Record<string, unknown> };
    if (stamp.fingerprint !== fingerprint) return false;
    const files = await Promise.all(Object.entries(stamp.sizes ?? {}).map(async ([name, size]) => (await stat(join(dir, name))).size === size));
    return files.length > 0 && files.every(Boolean);
  } catch {
    return false;
  }
}

/** Longer side in pixels at which goods are lit, before they are scaled into their frame. */
export const litSide = 1320;

/** Keeps what later pictures need of earlier ones: goods already lit, pictures to copy. */
class Studio {
  readonly #lit = new Map<GoodsId, Promise<CutOut>>();
  readonly #specs = new Map(products.flatMap(({ pictures }) => pictures.map((spec) => [spec.name, spec] as const)));

  /** The goods of a picture, its own before those beside them, lit and cut out. */
  async cutOuts(spec: PictureSpec): Promise<readonly [CutOut, ...CutOut[]]> {
    const { goods: own, beside = [] } = this.#source(spec);
    const others: CutOut[] = [];
    for (const other of beside) others.push(await this.#cutOut(other.goods));
    return [await this.#cutOut(own), ...others];
  }

  #cutOut(id: GoodsId): Promise<CutOut> {
    const lit = this.#lit.get(id) ?? photograph(goods[id](), litSide);
    this.#lit.set(id, lit);
    return lit;
  }

  /** The picture's file. A copy of pixels is decoded from the other file, so that both decode to the same. */
  async file(spec: PictureSpec, [own, ...beside]: readonly [CutOut, ...CutOut[]]): Promise<Buffer> {
    const source = this.#source(spec);
    const original = await encode(await develop(own, source, beside), source);
    if (!spec.pixelsOf) return original;
    const { data, info } = await sharp(original).raw().toBuffer({ resolveWithObject: true });
    return encode({ width: info.width, height: info.height, data }, spec);
  }

  #source(spec: PictureSpec): PictureSpec {
    return this.#specs.get(spec.copyOf ?? spec.pixelsOf ?? spec.name) ?? spec;
  }
}
