import { z } from 'zod';
import { takesOver, type Material, type Trained } from '../../../app/photo-check/learning/defects/index.ts';
import { gatherMaterial } from '../learning/material.ts';
import type { OwnJudge } from '../learning/own-judge.ts';
import type { Store } from '../../store/index.ts';
import type { JobKind } from './kind.ts';

export interface DefectTrainParts {
  readonly store: Store;
  readonly ownJudge: OwnJudge;
  readonly now: () => number;
  /** runs the training in a thread of its own */
  readonly train: (material: Material, progress: (done: number, total: number) => void) => Promise<Trained>;
  readonly progress: (id: string, done: number, total: number) => void;
  readonly changed: (id: string) => void;
}

export const defectTrainKind = 'defects.train';
const Payload = z.object({ defect: z.string() });

/** The defect that a training job is about. */
export const defectOf = (payload: string): string => Payload.parse(JSON.parse(payload)).defect;

/**
 * Learns a defect from what is labelled when its turn comes. A version that is better than guessing comes into use, and
 * all stored photos are judged by it; where one is warning already, only if it is better than that one too. Any other is
 * kept to be looked at.
 */
export function defectTrain({ store, ownJudge, now, train, progress, changed }: DefectTrainParts): JobKind {
  return {
    kind: defectTrainKind,
    open: () => Promise.resolve(1),
    begin: () => {},
    async work({ item: id }) {
      if (store.defects.byId(id) === null) return { state: 'done', commit: () => {} };
      const { material, ...of } = gatherMaterial(store, id);
      const trained = await train(material, (done, total) => progress(id, done, total));
      if (!trained.ok) {
        const { missingGood, missingBad } = trained.error;
        return { state: 'failed', error: { code: 'defect-too-few', message: `missing: ${missingGood} good, ${missingBad} bad` }, commit: () => {}, afterwards: () => changed(id) };
      }
      const { model, report } = trained.value;
      return {
        state: 'done',
        commit() {
          const defect = store.defects.byId(id);
          const used = store.defects.versions(id).find((one) => one.version === defect?.version) ?? null;
          const version = store.defects.putModel(id, model, report, of, now());
          if (takesOver({ embedding: of.embedding, report }, used, defect?.enabled ?? false)) store.defects.use(id, version);
        },
        afterwards() {
          ownJudge.forget();
          changed(id);
        },
      };
    },
    async finish({ payload }) {
      await ownJudge.judgeAll(defectOf(payload));
      changed(defectOf(payload));
    },
    close: () => Promise.resolve(),
    abandon: changed,
  };
}
