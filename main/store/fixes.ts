import { z } from 'zod';
import type { FixRow } from '../../app/contract/fixes.ts';
import { Fixable, FixOutcome, FixStep, Unfixable } from '../../app/photo-check/fix/types.ts';
import type { FixPlan } from '../../app/photo-check/index.ts';
import type { ChannelId, ModelStampSchema } from '../../app/photo-check/types.ts';
import type { WritableDb } from './db.ts';

/** A fixed copy as it was made; `file` is relative to the folder of fixed copies, null where none came of it. */
export interface NewFix {
  readonly id: string;
  readonly photoId: string;
  readonly channel: ChannelId;
  readonly jobId: string;
  readonly sourceSha256: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number; readonly width: number; readonly height: number } | null;
  readonly plan: Pick<FixPlan, 'fixable' | 'steps' | 'unfixable'>;
  readonly outcome: FixOutcome | null;
  readonly models: readonly z.infer<typeof ModelStampSchema>[];
  readonly madeBy: string;
  readonly madeAt: number;
}

/** Where a copy lies, and the bytes it has. */
export interface FixFile {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
}

interface Stored {
  readonly id: string;
  readonly photo_id: string;
  readonly name: string;
  readonly photo_sha256: string | null;
  readonly photo_width: number | null;
  readonly photo_height: number | null;
  readonly channel: ChannelId;
  readonly job_id: string;
  readonly source_sha256: string;
  readonly file: string | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly fixable: string;
  readonly steps: string;
  readonly unfixable: string;
  readonly outcome: string | null;
  readonly made_by: string;
  readonly made_at: number;
  readonly kept: number;
  readonly shown_accepted: number;
  readonly pending: number;
}

const columns = `f.id, f.photo_id, p.name, p.sha256 as photo_sha256, p.width as photo_width, p.height as photo_height, f.channel, f.job_id, f.source_sha256, f.file, f.sha256, f.bytes, f.width, f.height,
  f.fixable, f.steps, f.unfixable, f.outcome, f.made_by, f.made_at, f.kept, f.shown_accepted, f.pending`;
const from = 'from projected_fixes f join photos p on p.id = f.photo_id';

function stateOf({ file, kept, shown_accepted }: Stored): FixRow['state'] {
  if (file === null) return 'none';
  if (shown_accepted === 1) return 'accepted';
  return kept === 1 ? 'reverted' : 'draft';
}

function toRow(row: Stored): FixRow {
  const { sha256, bytes, width, height } = row;
  return {
    id: row.id,
    photoId: row.photo_id,
    name: row.name,
    original: { sha256: row.photo_sha256, width: row.photo_width ?? 1, height: row.photo_height ?? 1 },
    channel: row.channel,
    jobId: row.job_id,
    state: stateOf(row),
    pending: row.pending === 1,
    stale: row.photo_sha256 !== row.source_sha256,
    file: row.file === null || sha256 === null ? null : { sha256, bytes: bytes ?? 0, width: width ?? 0, height: height ?? 0 },
    fixable: Fixable.parse(row.fixable),
    steps: z.array(FixStep).parse(JSON.parse(row.steps)),
    unfixable: z.array(Unfixable).parse(JSON.parse(row.unfixable)),
    outcome: row.outcome === null ? null : FixOutcome.parse(JSON.parse(row.outcome)),
    madeBy: row.made_by,
    madeAt: row.made_at,
  };
}

/** Fixed copies of photos: their rows. What staff do with them is in `fix-events.ts`. */
export function fixesOf(db: WritableDb) {
  const insert = db.prepare<unknown[]>(
    `insert into fixes (id, photo_id, channel, job_id, source_sha256, file, sha256, bytes, width, height, fixable, steps, unfixable, outcome, models, made_by, made_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const drafts = db.prepare<[string, string], FixFile>(`select id, file, sha256 from fixes where photo_id = ? and channel = ? and kept = 0 and file is not null`);
  const dropDrafts = db.prepare<[string, string]>('delete from fixes where photo_id = ? and channel = ? and kept = 0');
  const ofPhoto = db.prepare<[string], Stored>(`select ${columns} ${from} where f.photo_id = ? order by f.made_at desc, f.id desc`);
  const ofJob = db.prepare<[string], Stored>(`select ${columns} ${from} where f.job_id = ? order by p.sort_key, f.photo_id, f.channel`);
  const named = db.prepare<[string], Stored>(`select ${columns} ${from} where f.id in (select value from json_each(?))`);
  const accepted = db.prepare<[], Stored>(`select ${columns} ${from} where f.kept = 1 and f.shown_accepted = 1 order by p.sort_key, f.photo_id`);
  const fileOf = db.prepare<[string], FixFile>('select id, file, sha256 from fixes where id = ? and file is not null');
  const discard = db.prepare<[string]>('delete from fixes where id = ? and kept = 0');
  const files = db.prepare<[], FixFile>('select id, file, sha256 from fixes where file is not null');
  const withBytes = db.prepare<[string], { n: number }>('select count(*) as n from fixes where sha256 = ?');
  const dropUntaken = db.prepare<[number]>('delete from fixes where kept = 0 and made_at < ?');
  // what was last said of the channel's copies, and not when they were made: taken back today, one can be had again for days
  const dropReverted = db.prepare<[number]>(
    `delete from fixes where kept = 1 and id in (select id from projected_fixes where shown_accepted = 0) and ? > coalesce(
       (select max(max(e.at, coalesce(e.undone_at, 0))) from pending_events e
        where e.entity_kind = 'photo' and e.entity_id = fixes.photo_id and e.aspect = 'photo.fix.' || fixes.channel), fixes.made_at)`,
  );

  return {
    /** Takes a new copy in, in the place of drafts of the same photo and channel. Returns those, whose files are not needed any more. */
    put(fix: NewFix): FixFile[] {
      const { file, plan } = fix;
      const replaced = drafts.all(fix.photoId, fix.channel);
      dropDrafts.run(fix.photoId, fix.channel);
      insert.run(
        fix.id, fix.photoId, fix.channel, fix.jobId, fix.sourceSha256, file?.name ?? null, file?.sha256 ?? null, file?.bytes ?? null, file?.width ?? null,
        file?.height ?? null, plan.fixable, JSON.stringify(plan.steps), JSON.stringify(plan.unfixable),
        fix.outcome === null ? null : JSON.stringify(fix.outcome), JSON.stringify(fix.models), fix.madeBy, fix.madeAt,
      );
      return replaced;
    },
    /** newest first */
    ofPhoto: (photoId: string): FixRow[] => ofPhoto.all(photoId).map(toRow),
    ofJob: (jobId: string): FixRow[] => ofJob.all(jobId).map(toRow),
    byIds: (ids: readonly string[]): FixRow[] => named.all(JSON.stringify(ids)).map(toRow),
    /** in the order of the photos' names */
    accepted: (): FixRow[] => accepted.all().map(toRow),
    fileOf: (id: string): FixFile | null => fileOf.get(id) ?? null,
    /** Deletes a draft; null where it is none. */
    discard(id: string): FixFile | null {
      const file = fileOf.get(id) ?? null;
      return discard.run(id).changes > 0 ? file : null;
    },
    /** every copy's file */
    files: (): FixFile[] => files.all(),
    hasBytes: (sha256: string): boolean => (withBytes.get(sha256)?.n ?? 0) > 0,
    /** Forgets drafts made before a time, and what was taken back before another. */
    sweep(before: { readonly drafts: number; readonly reverted: number }): void {
      dropUntaken.run(before.drafts);
      dropReverted.run(before.reverted);
    },
  };
}
export type Fixes = ReturnType<typeof fixesOf>;
