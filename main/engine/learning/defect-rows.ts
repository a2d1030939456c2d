import type { DefectRow, OwnFinding } from '../../../app/contract/defects.ts';
import { dot } from '../../../app/kernel/linear-algebra.ts';
import type { DefectRecord, ModelVersion } from '../../store/defects.ts';
import type { Store } from '../../store/index.ts';
import type { KeptLabel } from '../../store/labels.ts';
import { defectOf, defectTrainKind } from '../jobs/defect-train.ts';
import { embeddedBy, labelledPictures, readinessNow } from './material.ts';

/** A label that the newest version has not learnt from: given since its pictures were gathered. */
const isNewTo = (newest: ModelVersion | undefined) => ({ at, seq }: KeptLabel): boolean =>
  newest === undefined || (newest.learntUpTo === null ? at > newest.trainedAt : seq > newest.learntUpTo);

/** A defect as the window sees it; `catalogue`: how many photos could be labelled. */
export function defectRow(store: Store, catalogue: number, { id, name, about, createdAt, enabled, version }: DefectRecord): DefectRow {
  const labels = store.labels.of(id);
  const { good, bad, missingGood, missingBad } = readinessNow(store, labels);
  const versions = store.defects.versions(id);
  const [seen] = labelledPictures(store, labels.slice(-1));
  const [newest] = versions;
  const inUse = versions.find((one) => one.version === version);
  return {
    id, name, about, createdAt, enabled, version, good, bad, missingGood, missingBad,
    skipped: labels.filter(({ label }) => label === 'skip').length,
    unlabelled: Math.max(0, catalogue - labels.length),
    newLabels: labels.filter(isNewTo(newest)).length,
    versions: versions.map(({ version: number, trainedAt, report }) => ({ version: number, trainedAt, report })),
    offered: inUse !== undefined && newest !== undefined && newest.version > inUse.version && newest.report.usable ? newest.version : null,
    outdated: inUse !== undefined && seen !== undefined && embeddedBy(seen) !== inUse.embedding,
    training: store.jobs.unfinished(defectTrainKind).some(({ payload }) => defectOf(payload) === id),
    warns: version === null ? 0 : store.defects.countFound(id),
    judged: catalogue,
  };
}

/** So many pictures are enough to see what a finding goes by. */
const mostLike = 3;

/** The defects found on a photo, each with the labelled pictures that speak for it most. */
export function findingsOn(store: Store, photoId: string): OwnFinding[] {
  const [picture] = store.labels.pictures([photoId]);
  if (picture === undefined) return [];
  return store.defects.ofPhoto(photoId).flatMap(({ defectId, version, probability }): OwnFinding[] => {
    const defect = store.defects.byId(defectId);
    const model = store.defects.model(defectId, version);
    const trained = store.defects.versions(defectId).find((one) => one.version === version);
    if (defect === null || model === null || trained === undefined) return [];
    const pull = new Map(model.support.filter(({ id, alpha }) => alpha > 0 && id !== photoId).map(({ id, alpha }) => [id, alpha]));
    const like = store.labels
      .pictures([...pull.keys()])
      .map(({ id, name, embedding }) => ({ id, name, weight: pull.get(id)! * dot(embedding, picture.embedding) }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, mostLike)
      .map(({ id, name }) => ({ photoId: id, name, sha256: store.photos.byId(id)?.sha256 ?? null }));
    const label = store.labels.of(defectId).find((one) => one.photoId === photoId)?.label ?? null;
    return [{ defect: defectId, name: defect.name, about: defect.about, probability, version, trainedAt: trained.trainedAt, pictures: trained.report.good + trained.report.bad, like, label }];
  });
}

