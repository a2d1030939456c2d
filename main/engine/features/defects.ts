import type { CallError } from '../../../app/contract/define.ts';
import type { Handlers } from '../../../app/contract/handlers.ts';
import type { Contract } from '../../../app/contract/index.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import { ownRuleId, type Asked } from '../../../app/photo-check/learning/defects/index.ts';
import type { DefectRecord } from '../../store/defects.ts';
import type { Store } from '../../store/index.ts';
import type { Emit } from '../emitter.ts';
import { defectOf, defectTrainKind } from '../jobs/defect-train.ts';
import type { Ask } from '../learning/ask-thread.ts';
import { defectRow, findingsOn } from '../learning/defect-rows.ts';
import { readinessNow } from '../learning/material.ts';
import type { OwnJudge } from '../learning/own-judge.ts';

export interface DefectsParts {
  readonly store: Store;
  readonly ownJudge: OwnJudge;
  readonly emit: Emit;
  /** ranks pictures in a thread of its own */
  readonly ask: (question: Omit<Ask, 'path'>) => Promise<readonly Asked[]>;
  readonly wakeJobs: () => void;
}

/** Calls about the merchant's own defects: naming, labelling, training, switching on. */
export function defectsHandlers({ store, ownJudge, emit, ask, wakeJobs }: DefectsParts): Handlers<Contract['defects']> {
  const changed = (id: string): void => emit('defects.changed', { id });

  /** Does `work` with a defect that is there, and tells the windows. */
  function change<T>(id: string, work: (defect: DefectRecord) => Result<T, CallError>): Result<T, CallError> {
    const defect = store.defects.byId(id);
    if (defect === null) return err({ code: 'defect-not-found' });
    const done = work(defect);
    if (done.ok) changed(id);
    return done;
  }

  const unfinished = (id: string): string | null =>
    store.jobs.unfinished(defectTrainKind).find(({ payload }) => defectOf(payload) === id)?.id ?? null;

  return {
    list() {
      const catalogue = store.labels.catalogueSize();
      return ok(store.defects.list().map((defect) => defectRow(store, catalogue, defect)));
    },
    async next({ id, count }) {
      const defect = store.defects.byId(id);
      if (defect === null) return err({ code: 'defect-not-found' });
      const labels = store.labels.of(id);
      const { missingGood: good, missingBad: bad } = readinessNow(store, labels);
      const model = defect.version === null ? null : store.defects.model(id, defect.version);
      const asked = await ask({
        labels: labels.map(({ photoId, label }) => ({ photoId, label })),
        catalogue: store.labels.catalogue(),
        model: model && { weights: model.weights, bias: model.bias, calibration: model.calibration },
        missing: { good, bad },
        count,
      });
      return ok(asked.flatMap(({ id: photoId, ...rest }) => {
        const photo = store.photos.byId(photoId);
        return photo === null ? [] : [{ photoId, name: photo.name, sha256: photo.sha256, ...rest }];
      }));
    },
    labels: ({ id }) => (store.defects.byId(id) === null ? err({ code: 'defect-not-found' }) : ok(store.labels.of(id).toReversed())),
    found: ({ id, limit }) => (store.defects.byId(id) === null ? err({ code: 'defect-not-found' }) : ok(store.defects.found(id, limit))),
    ofPhoto: ({ photoId }) => ok(findingsOn(store, photoId)),
    create({ name, about }, { at }) {
      const id = ownRuleId(name, store.defects.ids());
      store.defects.create(id, name, about, at);
      changed(id);
      return ok({ id });
    },
    edit: ({ id, name, about }) => change(id, () => {
      store.defects.edit(id, name, about);
      return ok({});
    }),
    remove: ({ id }, { at }) => change(id, () => {
      store.defects.remove(id, at);
      ownJudge.forget();
      return ok({});
    }),
    async restore({ id }) {
      if (!store.defects.restore(id)) return err({ code: 'defect-not-found' });
      ownJudge.forget();
      await ownJudge.judgeAll(id);
      changed(id);
      return ok({});
    },
    label: ({ id, photoIds, label }, { actor, at }) =>
      change(id, () => ok({ eventIds: store.photoEvents.label(photoIds, { defect: id, label }, { actor: actor.id, at }) })),
    train: ({ id }, { at }) => change(id, ({ name }) => {
      const running = unfinished(id);
      if (running !== null) return ok({ jobId: running });
      const { missingGood, missingBad } = readinessNow(store, store.labels.of(id));
      if (missingGood > 0 || missingBad > 0) return err({ code: 'defect-too-few', params: { good: missingGood, bad: missingBad } });
      const jobId = store.jobs.create(defectTrainKind, { defect: id }, [{ item: id, name }], at);
      wakeJobs();
      return ok({ jobId });
    }),
    switch: ({ id, on }) => change(id, ({ version }) => {
      if (on && version === null) return err({ code: 'defect-not-trained' });
      store.defects.enable(id, on);
      return ok({});
    }),
    async use({ id, version }) {
      const known = store.defects.versions(id).find((one) => one.version === version);
      const used = change(id, () => {
        if (known === undefined || !known.report.usable) return err({ code: 'defect-not-trained' });
        store.defects.use(id, version);
        return ok({});
      });
      if (!used.ok) return used;
      ownJudge.forget();
      await ownJudge.judgeAll(id);
      changed(id);
      return used;
    },
  };
}
