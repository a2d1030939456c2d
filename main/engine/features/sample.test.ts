import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPhotos } from '../../media/index.ts';
import { addPhoto, sha, testAnalysis, testFolder, testStore } from '../../store/test-store.ts';
import { createImport } from '../importing.ts';
import { createJudging } from '../judging.ts';
import { openLog } from '../log.ts';
import { packJudge } from '../packs.ts';
import { sampleHandlers } from './sample.ts';

const context = { actor: { id: 'owner', role: 'owner' as const }, at: 5 };

async function shop(render: (folder: string) => string[]) {
  const { store } = await testStore();
  const root = testFolder();
  const folder = join(root, 'sample-shop');
  const pictures = join(root, 'pictures');
  const changed = () => {};
  const handlers = sampleHandlers({
    store, folder, changed, now: () => 6, jobChanged: () => {}, runner: { interrupt: () => {} },
    render: async () => {
      const paths = render(folder);
      return { products: paths.map((path, n) => ({ id: `goods-${n}`, name: { en: `Goods ${n}`, 'zh-CN': `商品${n}` }, price: { amount: 100, currency: 'GBP' }, paths: [path], colour: null })), paths };
    },
    productsChanged: () => {},
    importPhotos: createImport({ store, findPhotos, wakeJobs: () => {}, changed }),
    derivatives: async () => ({ folder: (sha256) => join(pictures, sha256), names: { thumb: 't', preview: 'p', mask: 'm', 'off-white': 'o' } }),
    judging: createJudging({ store, judge: packJudge(), now: () => 6, changed, onError: (error) => { throw error; } }),
    log: openLog(root, () => 6),
  });
  return { store, folder, pictures, handlers };
}

function renderTwo(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return ['lamp.jpg', 'chair.jpg'].map((name) => {
    writeFileSync(join(folder, name), name);
    return join(folder, name);
  });
}

it('installs as the sample, once, and removes every trace of the sample and nothing else', async () => {
  const { store, folder, pictures, handlers } = await shop(renderTwo);
  const own = addPhoto(store, 'own.jpg');
  store.analyses.put(own, testAnalysis(sha(1)), 1);
  expect(await handlers.install({}, context)).toMatchObject({ ok: true, value: { photos: 2 } });
  expect(await handlers.install({}, context)).toEqual({ ok: true, value: { jobId: null, photos: 2 } });
  expect(await handlers.state({}, context)).toEqual({ ok: true, value: { installed: true, products: 2, photos: 2 } });
  const [shared = '', alone = ''] = store.photos.sampleIds();
  store.analyses.put(shared, testAnalysis(sha(1)), 1);
  store.analyses.put(alone, testAnalysis(sha(2)), 1);
  for (const n of [1, 2]) mkdirSync(join(pictures, sha(n)), { recursive: true });
  store.photoEvents.decide([alone], 'passed', { actor: 'owner', at: 1 });

  expect(await handlers.remove({}, context)).toEqual({ ok: true, value: { removed: 2 } });
  expect(await handlers.state({}, context)).toEqual({ ok: true, value: { installed: false, products: 0, photos: 0 } });
  expect(store.photos.ids()).toEqual([own]);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(pictures)).toEqual([sha(1)]);
  expect(store.jobs.list().map((job) => job.state)).toEqual(['cancelled']);
  expect(store.photoHistory.pending()).toBe(0);
});

it('says so where the shop cannot be rendered', async () => {
  const { handlers } = await shop(() => { throw new Error('no room'); });
  expect(await handlers.install({}, context)).toMatchObject({ ok: false, error: { code: 'sample-unavailable', detail: 'no room' } });
});
