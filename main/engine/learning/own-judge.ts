import { embeddingModel, type PhotoAnalysis } from '../../../app/photo-check/index.ts';
import { judgeOwn, leastToWarn, type OwnModel } from '../../../app/photo-check/learning/defects/index.ts';
import type { Store } from '../../store/index.ts';
import { embeddedBy } from './material.ts';
import { letCallsThrough } from '../turns.ts';

interface InUse {
  readonly id: string;
  readonly version: number;
  readonly embedding: string;
  readonly model: OwnModel;
}

const page = 250;

/**
 * Judges photos by the merchant's own defects: one dot product with the stored embedding, no pixels and no models. Every
 * defect with a version in use is judged, also while it is switched off, so that switching it on shows at once.
 */
export function createOwnJudge(store: Store) {
  let inUse: readonly InUse[] | null = null;

  function load(): readonly InUse[] {
    return store.defects.list().flatMap(({ id, version }): InUse[] => {
      if (version === null) return [];
      const model = store.defects.model(id, version);
      const embedding = store.defects.versions(id).find((one) => one.version === version)?.embedding;
      return model === null || embedding === undefined ? [] : [{ id, version, embedding, model }];
    });
  }
  const defects = (): readonly InUse[] => (inUse ??= load());

  function judge(photoId: string, picture: Float32Array, by: string | null, { id, version, embedding, model }: InUse): void {
    const probability = by === embedding ? judgeOwn(model, picture) : 0;
    store.defects.putFinding(photoId, id, probability >= leastToWarn ? { version, probability } : null);
  }

  return {
    /** Call in the transaction that stores the analysis. */
    judgeOne(photoId: string, { embedding, models }: Pick<PhotoAnalysis, 'embedding' | 'models'>): void {
      if (embedding === null) return store.defects.forgetPhoto(photoId);
      for (const defect of defects()) judge(photoId, embedding, embeddingModel(models), defect);
    },
    /** Judges all stored photos by one defect, letting calls through in between. */
    async judgeAll(id: string): Promise<void> {
      store.defects.forgetFindings(id);
      const defect = defects().find((one) => one.id === id);
      if (defect === undefined) return;
      for (let after = '', rows = store.labels.page(after, page); rows.length > 0; after = rows.at(-1)!.id, rows = store.labels.page(after, page)) {
        store.transact(() => rows.forEach((row) => judge(row.id, row.embedding, embeddedBy(row), defect)));
        await letCallsThrough();
      }
    },
    /** A version came into use, or a defect came or went. */
    forget(): void {
      inUse = null;
    },
  };
}
export type OwnJudge = ReturnType<typeof createOwnJudge>;
