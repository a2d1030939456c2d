import type { z } from 'zod';
import { ModelFacts, Report, type OwnModel } from '../../app/photo-check/learning/defects/index.ts';
import { transact, type WritableDb } from './db.ts';

/** A defect that the merchant named. */
export interface DefectRecord {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly createdAt: number;
  readonly enabled: boolean;
  /** version of the model in use; null while there is none that may be used */
  readonly version: number | null;
}

export interface ModelVersion {
  readonly version: number;
  readonly trainedAt: number;
  /** id and version of the model whose embeddings it was trained on */
  readonly embedding: string;
  /** the last event it learnt from; null for those of before that was kept */
  readonly learntUpTo: number | null;
  readonly report: z.infer<typeof Report>;
}

export interface OwnFinding {
  readonly defectId: string;
  readonly version: number;
  readonly probability: number;
}

interface Row extends Omit<DefectRecord, 'enabled'> {
  readonly enabled: number;
}

const record = (row: Row): DefectRecord => ({ ...row, enabled: row.enabled === 1 });
const toBlob = (vector: Float32Array): Buffer => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
const fromBlob = (blob: Buffer): Float32Array => new Float32Array(new Uint8Array(blob).buffer);

/** The merchant's own defects, every version of what was learnt about them, and what that finds on photos. */
export function defectsOf(db: WritableDb) {
  const columns = 'id, name, about, created_at as createdAt, enabled, version';
  const list = db.prepare<[], Row>(`select ${columns} from defects where removed_at is null order by created_at, id`);
  const byId = db.prepare<[string], Row>(`select ${columns} from defects where id = ? and removed_at is null`);
  const ids = db.prepare<[], { id: string }>('select id from defects');
  const insert = db.prepare<[string, string, string, number]>('insert into defects (id, name, about, created_at) values (?, ?, ?, ?)');
  const edit = db.prepare<[string, string, string]>('update defects set name = ?, about = ? where id = ? and removed_at is null');
  const setRemoved = db.prepare<[number | null, string]>('update defects set removed_at = ? where id = ?');
  const setEnabled = db.prepare<[number, string]>('update defects set enabled = ? where id = ?');
  const setVersion = db.prepare<[number, string]>('update defects set version = ? where id = ?');
  const versions = db.prepare<[string], { version: number; trainedAt: number; embedding: string; learntUpTo: number | null; report: string }>(
    `select version, trained_at as trainedAt, embedding, model ->> 'learntUpTo' as learntUpTo, report from defect_models where defect_id = ? order by version desc`,
  );
  const model = db.prepare<[string, number], { model: string; weights: Buffer }>('select model, weights from defect_models where defect_id = ? and version = ?');
  const insertModel = db.prepare<[string, number, number, string, string, Buffer, string]>(
    'insert into defect_models (defect_id, version, trained_at, embedding, model, weights, report) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const dropFinding = db.prepare<[string, string]>('delete from own_findings where photo_id = ? and defect_id = ?');
  const dropFindingsOn = db.prepare<[string]>('delete from own_findings where photo_id = ?');
  const dropFindings = db.prepare<[string]>('delete from own_findings where defect_id = ?');
  const putFinding = db.prepare<[string, string, number, number]>('insert or replace into own_findings (photo_id, defect_id, version, probability) values (?, ?, ?, ?)');
  const ofPhoto = db.prepare<[string], OwnFinding>(
    `select f.defect_id as defectId, f.version, f.probability from own_findings f join defects d on d.id = f.defect_id
     where f.photo_id = ? and d.enabled = 1 and d.removed_at is null order by f.probability desc, f.defect_id`,
  );
  const found = db.prepare<[string, number], { photoId: string; name: string; sha256: string | null; probability: number }>(
    `select f.photo_id as photoId, p.name, p.sha256, f.probability from own_findings f join projected_photos p on p.id = f.photo_id
     where f.defect_id = ? and p.shown_removed = 0 order by f.probability desc, p.id limit ?`,
  );
  const countFound = db.prepare<[string], { n: number }>(
    'select count(*) as n from own_findings f join projected_photos p on p.id = f.photo_id where f.defect_id = ? and p.shown_removed = 0',
  );

  const versionsOf = (id: string): ModelVersion[] =>
    versions.all(id).map((row) => ({ ...row, report: Report.parse(JSON.parse(row.report)) }));

  return {
    /** oldest first; without those that were removed */
    list: (): DefectRecord[] => list.all().map(record),
    byId(id: string): DefectRecord | null {
      const row = byId.get(id);
      return row === undefined ? null : record(row);
    },
    /** of all there ever were: an id is never used twice */
    ids: (): ReadonlySet<string> => new Set(ids.all().map(({ id }) => id)),
    create: (id: string, name: string, about: string, at: number): void => void insert.run(id, name, about, at),
    edit: (id: string, name: string, about: string): void => void edit.run(name, about, id),
    /** What it learnt stays, so that it can come back. */
    remove: (id: string, at: number): void => void setRemoved.run(at, id),
    restore: (id: string): boolean => setRemoved.run(null, id).changes > 0,
    enable: (id: string, on: boolean): void => void setEnabled.run(on ? 1 : 0, id),
    /** newest first */
    versions: versionsOf,
    use: (id: string, version: number): void => void setVersion.run(version, id),
    /** Keeps a model as the next version; answers which. `of`: what it was learnt from. */
    putModel(id: string, { weights, ...facts }: OwnModel, report: ModelVersion['report'], of: { readonly embedding: string; readonly learntUpTo: number }, at: number): number {
      return transact(db, () => {
        const version = (versions.all(id)[0]?.version ?? 0) + 1;
        insertModel.run(id, version, at, of.embedding, JSON.stringify({ ...facts, learntUpTo: of.learntUpTo }), toBlob(weights), JSON.stringify(report));
        return version;
      });
    },
    model(id: string, version: number): OwnModel | null {
      const row = model.get(id, version);
      return row === undefined ? null : { ...ModelFacts.parse(JSON.parse(row.model)), weights: fromBlob(row.weights) };
    },
    /** Null = the photo shows nothing of the defect. */
    putFinding(photoId: string, defectId: string, finding: { readonly version: number; readonly probability: number } | null): void {
      if (finding === null) dropFinding.run(photoId, defectId);
      else putFinding.run(photoId, defectId, finding.version, finding.probability);
    },
    /** What was found on a photo of which nothing is known any more. */
    forgetPhoto: (photoId: string): void => void dropFindingsOn.run(photoId),
    forgetFindings: (defectId: string): void => void dropFindings.run(defectId),
    /** of the defects that are switched on, likeliest first */
    ofPhoto: (photoId: string): OwnFinding[] => ofPhoto.all(photoId),
    /** likeliest first, also while the defect is switched off */
    found: (defectId: string, limit: number) => found.all(defectId, limit),
    countFound: (defectId: string): number => countFound.get(defectId)?.n ?? 0,
  };
}
export type Defects = ReturnType<typeof defectsOf>;
