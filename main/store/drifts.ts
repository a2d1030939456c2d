import { driftOf, type DriftKind, type Look } from '../../app/photo-check/index.ts';
import { fromBlob } from './blob.ts';
import type { WritableDb } from './db.ts';

/** A photo that is not what staff approved. */
export interface DriftRecord {
  readonly kind: DriftKind;
  readonly similarity: number | null;
  /** of what was approved */
  readonly sha256: string;
  readonly approvedAt: number;
  readonly approvedBy: string;
}

interface LookRow {
  readonly sha256: string;
  readonly pixelSha256: string;
  readonly dhash: string;
  readonly width: number;
  readonly height: number;
  readonly embedding: Buffer | null;
}
interface Approval {
  readonly decision: string | null;
  readonly sha256: string | null;
  readonly at: number;
  readonly actor: string;
}

const lookOf = (row: LookRow | undefined): Look | null =>
  row === undefined
    ? null
    : { photo: { sha256: row.sha256, width: row.width, height: row.height }, pixelSha256: row.pixelSha256, dhash: row.dhash, embedding: row.embedding === null ? null : fromBlob(row.embedding) };

/** What was approved against what stands there now. The standing decision says what was approved, so an undo needs nothing of its own. */
export function driftsOf(db: WritableDb) {
  const approval = db.prepare<[string], Approval>(
    `select e.payload ->> 'decision' as decision, a.sha256, e.at, e.actor from pending_events e left join approvals a on a.event_id = e.id
     where e.entity_kind = 'photo' and e.entity_id = ? and e.aspect = 'photo.decision' and e.undone_at is null and e.compensates is null
     order by e.seq desc limit 1`,
  );
  const note = db.prepare<[string, string]>(
    'insert into approvals (event_id, photo_id, sha256) select ?, id, sha256 from photos where id = ? and sha256 is not null',
  );
  const current = db.prepare<[string], LookRow>(
    `select p.sha256, a.pixel_sha256 as pixelSha256, a.dhash, p.width, p.height, a.embedding
     from photos p join analyses a on a.photo_id = p.id where p.id = ? and p.sha256 is not null`,
  );
  const kept = db.prepare<[string, string], LookRow>(
    'select sha256, pixel_sha256 as pixelSha256, dhash, width, height, embedding from approved_looks where photo_id = ? and sha256 = ?',
  );
  const keep = db.prepare<[string]>(
    `insert or ignore into approved_looks (photo_id, sha256, pixel_sha256, dhash, width, height, embedding)
     select p.id, p.sha256, a.pixel_sha256, a.dhash, p.width, p.height, a.embedding from photos p join analyses a on a.photo_id = p.id
     where p.id = ? and p.sha256 in (select sha256 from approvals where photo_id = p.id)`,
  );
  const put = db.prepare<[string, DriftKind, number | null, string, number, string]>(
    'insert or replace into drifts (photo_id, kind, similarity, approved_sha256, approved_at, approved_by) values (?, ?, ?, ?, ?, ?)',
  );
  const drop = db.prepare<[string]>('delete from drifts where photo_id = ?');
  const touched = db.prepare<[string], { id: string }>(
    `select id from photos p where id in (select value from json_each(?))
     and (exists (select 1 from drifts where photo_id = p.id) or exists (select 1 from approvals a where a.photo_id = p.id and a.sha256 is not p.sha256))`,
  );
  const one = db.prepare<[string], DriftRecord>(
    'select kind, similarity, approved_sha256 as sha256, approved_at as approvedAt, approved_by as approvedBy from drifts where photo_id = ?',
  );

  function settleOne(photoId: string): void {
    const standing = approval.get(photoId);
    const now = lookOf(current.get(photoId));
    if (standing?.decision !== 'passed' || standing.sha256 === null || now === null || now.photo.sha256 === standing.sha256) {
      drop.run(photoId);
      return;
    }
    const approved = lookOf(kept.get(photoId, standing.sha256));
    // without its measurements all that is known is that the bytes are others
    const drift = approved === null ? { kind: 'changed' as const, similarity: null } : driftOf(approved, now);
    if (drift !== null) put.run(photoId, drift.kind, drift.similarity, standing.sha256, standing.at, standing.actor);
  }

  return {
    of: (photoId: string): DriftRecord | null => one.get(photoId) ?? null,
    /** A decision "passed" is about the bytes that were looked at last. Call in its transaction. */
    noteApproval: (eventId: string, photoId: string): void => void note.run(eventId, photoId),
    /** Before a photo's measurements make room for others: those of approved bytes are kept. */
    keepLook: (photoId: string): void => void keep.run(photoId),
    /** Holds photos against what was approved again. Call whenever either changed, in the same transaction. */
    settle: (photoIds: readonly string[]): void => touched.all(JSON.stringify(photoIds)).forEach(({ id }) => settleOne(id)),
  };
}
export type Drifts = ReturnType<typeof driftsOf>;
