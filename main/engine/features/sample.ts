import { rm } from 'node:fs/promises';
import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import { err, ok } from '../../../app/kernel/result.ts';
import type { Store } from '../../store/index.ts';
import type { ImportPhotos } from '../importing.ts';
import { photosCheckKind } from '../jobs/photos-check.ts';
import { putSampleGoods } from '../catalogue/sample-goods.ts';
import type { JobRunner } from '../jobs/runner.ts';
import type { Judging } from '../judging.ts';
import type { Log } from '../log.ts';
import type { RenderedShop } from '../sample-thread.ts';
import type { Derivatives } from './internal.ts';

export interface SampleParts {
  readonly store: Store;
  readonly folder: string;
  /** renders the shop into `folder`; quick where it is there already */
  readonly render: () => Promise<RenderedShop>;
  readonly importPhotos: ImportPhotos;
  readonly derivatives: () => Promise<Derivatives>;
  readonly runner: Pick<JobRunner, 'interrupt'>;
  readonly judging: Judging;
  readonly changed: (photoIds: readonly string[] | null) => void;
  readonly productsChanged: (productIds: readonly string[] | null) => void;
  readonly jobChanged: (jobId: string) => void;
  readonly log: Log;
  readonly now: () => number;
}

/** Calls about the sample shop: put in whole, taken out without a trace. */
export function sampleHandlers(parts: SampleParts): Handlers<Contract['sample']> {
  const { store, folder, runner, judging, changed, log } = parts;

  function cancelItsJobs(at: number): void {
    for (const job of store.jobs.unfinished(photosCheckKind)) {
      if ((JSON.parse(job.payload) as { sample?: boolean }).sample !== true) continue;
      store.jobs.setState(job.id, 'cancelled', at);
      runner.interrupt(job.id);
      parts.jobChanged(job.id);
    }
  }

  /** Deletes the rows; answers the hashes whose small pictures no photo needs any more. */
  function deleteRows(ids: readonly string[], at: number): string[] {
    return store.transact(() => {
      cancelItsJobs(at);
      const hashes = new Set(ids.flatMap((id) => store.photos.byId(id)?.sha256 ?? []));
      for (const id of ids) store.duplicates.touch(id);
      for (const id of ids) store.photos.delete(id);
      for (const id of store.products.sampleIds()) store.products.delete(id);
      return [...hashes].filter((sha256) => !store.photos.hasBytes(sha256));
    });
  }

  return {
    state() {
      const photos = store.photos.sampleIds().length;
      return ok({ installed: photos > 0, products: store.products.sampleIds().length, photos });
    },
    async install(_, { actor }) {
      let shop: RenderedShop;
      try {
        shop = await parts.render();
      } catch (error) {
        log.error('sample-shop', error);
        return err({ code: 'sample-unavailable', detail: error instanceof Error ? error.message : String(error) });
      }
      const report = await parts.importPhotos({ paths: shop.paths, sample: true, actor: actor.id, at: parts.now() });
      putSampleGoods(store, shop.products, parts.now());
      parts.productsChanged(null);
      return ok({ jobId: report.jobId, photos: store.photos.sampleIds().length });
    },
    async remove(_, { at }) {
      const ids = store.photos.sampleIds();
      const orphans = deleteRows(ids, at);
      changed(null);
      parts.productsChanged(null);
      const { folder: picturesOf } = await parts.derivatives();
      for (const sha256 of orphans) await rm(picturesOf(sha256), { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
      await judging.settle();
      return ok({ removed: ids.length });
    },
  };
}
