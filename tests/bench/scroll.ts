import type { Page } from 'playwright-core';
import { openConsole, removeFolder, type OpenedConsole } from '../e2e/harness.ts';
import setUp from '../e2e/set-up.ts';
import { manyPhotos } from './many-photos.ts';

const count = 20_000;

interface Sampled {
  readonly frames: number;
  /** tiles in sight, summed over frames */
  readonly tiles: number;
  /** of those, the ones whose picture was not there */
  readonly blank: number;
  /** milliseconds that a tile in sight stayed without its picture, at most */
  readonly longest: number;
}

/** Looks at the tiles in sight at every frame until `stop` is called; a picture counts once it is decoded. */
async function sample(page: Page, work: () => Promise<void>): Promise<Sampled> {
  await page.evaluate(() => {
    const decoded = new WeakSet<HTMLImageElement>();
    const asked = new WeakSet<HTMLImageElement>();
    const since = new Map<string, number>();
    const state = { frames: 0, tiles: 0, blank: 0, longest: 0, on: true };
    const look = (): void => {
      const grid = document.querySelector('[role=grid]');
      const sight = grid?.getBoundingClientRect();
      const now = performance.now();
      if (sight) {
        state.frames += 1;
        for (const tile of document.querySelectorAll('[role=gridcell]')) {
          const picture = tile.firstElementChild;
          const box = picture?.getBoundingClientRect();
          if (!box || box.bottom <= sight.top || box.top >= sight.bottom) continue;
          state.tiles += 1;
          const image = tile.querySelector('img');
          if (image && !asked.has(image)) {
            asked.add(image);
            void image.decode().then(() => decoded.add(image), () => undefined);
          }
          if (image && decoded.has(image)) {
            since.delete(tile.id);
            continue;
          }
          state.blank += 1;
          const begun = since.get(tile.id) ?? now;
          since.set(tile.id, begun);
          state.longest = Math.max(state.longest, now - begun);
        }
      }
      if (state.on) requestAnimationFrame(look);
    };
    Object.assign(globalThis, { sampling: state });
    requestAnimationFrame(look);
  });
  await work();
  return page.evaluate(() => {
    const { sampling } = globalThis as typeof globalThis & { sampling: Sampled & { on: boolean } };
    sampling.on = false;
    return { frames: sampling.frames, tiles: sampling.tiles, blank: sampling.blank, longest: sampling.longest };
  });
}

function print(what: string, { frames, tiles, blank, longest }: Sampled): void {
  const share = tiles === 0 ? 0 : (100 * blank) / tiles;
  console.log(`${what.padEnd(36)} ${`${share.toFixed(2)} %`.padStart(10)}   blank tiles over ${frames} frames, longest ${longest.toFixed(0)} ms`);
}

/** `steps` times `pixels` down, one step a frame, as a wheel or a finger does. */
const glide = (page: Page, pixels: number, steps: number): Promise<void> =>
  page.evaluate(async ([by, times]) => {
    const grid = document.querySelector('[role=grid]');
    for (let n = 0; n < times; n++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      grid?.scrollBy(0, by);
    }
  }, [pixels, steps] as const);

async function pages({ page }: OpenedConsole, key: string, times: number, restMs: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await page.keyboard.press(key);
    await page.waitForTimeout(restMs);
  }
}

/** How often a tile in sight is without its picture while 20,000 photos are scrolled through. */
export async function benchScroll(): Promise<void> {
  const tearDown = await setUp();
  const data = await manyPhotos(count);
  try {
    const opened = await openConsole({ data, env: { VITRINE_CHECK_ANSWERS: '0' } });
    const { page } = opened;
    await page.evaluate(() => { location.hash = '#/photos?sort=name'; });
    await page.locator('[role=gridcell] img').first().waitFor();
    await page.waitForTimeout(2_000);
    print('scroll, 1,500 px/s', await sample(page, () => glide(page, 25, 300)));
    print('scroll, 6,000 px/s', await sample(page, () => glide(page, 100, 300)));
    print('Page Down, four a second', await sample(page, () => pages(opened, 'PageDown', 24, 250)));
    print('Page Down, held', await sample(page, () => pages(opened, 'PageDown', 60, 33)));
    print('End, then Home, and a second each', await sample(page, async () => { await pages(opened, 'End', 1, 1_000); await pages(opened, 'Home', 1, 1_000); }));
    await page.evaluate(() => { location.hash = '#/photos?sort=name&group=rule'; });
    await page.locator('[role=rowheader]').first().waitFor();
    await page.waitForTimeout(1_000);
    print('by rule, 6,000 px/s', await sample(page, () => glide(page, 100, 300)));
    await opened.close();
  } finally {
    removeFolder(data);
    tearDown();
  }
}
