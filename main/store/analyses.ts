import { z } from 'zod';
import type { ChannelId, PhotoAnalysis } from '../../app/photo-check/types.ts';
import { ChannelId as ChannelIdSchema, ChannelVerdict, Measures, ModelStampSchema, ModelTask, PhotoFile } from '../../app/photo-check/types.ts';
import type { WritableDb } from './db.ts';
import { encodeProfile } from './profile.ts';

export type Verdicts = Readonly<Record<ChannelId, ChannelVerdict>>;

/** What duplicates are found by. */
export interface Fingerprint {
  readonly photoId: string;
  readonly sha256: string;
  readonly pixelSha256: string;
  readonly dhash: string;
  readonly width: number;
  readonly height: number;
  readonly embedding: PhotoAnalysis['embedding'];
}

export interface StoredAnalysis {
  readonly version: number;
  readonly photo: z.infer<typeof PhotoFile>;
  readonly measures: z.infer<typeof Measures>;
  readonly models: z.infer<typeof ModelStampSchema>[];
  readonly unavailable: PhotoAnalysis['unavailable'];
  readonly takenAt: number;
}

interface Row {
  readonly version: number;
  readonly photo: string;
  readonly measures: string;
  readonly models: string;
  readonly unavailable: string;
  readonly takenAt: number;
}
interface FingerprintRow extends Omit<Fingerprint, 'embedding'> {
  readonly embedding: Buffer | null;
}

const Stored = z.object({
  photo: PhotoFile,
  measures: Measures,
  models: z.array(ModelStampSchema),
  unavailable: z.array(ModelTask),
});
const toBlob = (vector: Float32Array): Buffer => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
/** Copies: a Buffer of SQLite need not start at a multiple of four bytes. */
const fromBlob = (blob: Buffer): Float32Array<ArrayBuffer> => new Float32Array(new Uint8Array(blob).buffer);

/** What was measured on photos, and what the packs made of it. */
export function analysesOf(db: WritableDb) {
  const columns = 'version, photo, measures, models, unavailable, taken_at as takenAt';
  const get = db.prepare<[string], Row>(`select ${columns} from analyses where photo_id = ?`);
  const put = db.prepare<[string, number, string, string, string, string, string, string, string, Buffer | null, number]>(
    `insert or replace into analyses (photo_id, version, photo, measures, models, unavailable, timings, dhash, pixel_sha256, embedding, taken_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const checked = db.prepare<[string, number, number, string, number, string]>(
    `update photos set state = 'checked', failure_code = null, failure_message = null, sha256 = ?, width = ?, height = ?, format = ?, checked_at = ? where id = ?`,
  );
  const putVerdict = db.prepare<[string, string, string, string, string]>(
    'insert or replace into verdicts (photo_id, channel, verdict, pack, findings) values (?, ?, ?, ?, ?)',
  );
  const dropVerdict = db.prepare<[string, string]>('delete from verdicts where photo_id = ? and channel = ?');
  const verdicts = db.prepare<[string], { channel: string; verdict: string; pack: string; findings: string }>(
    'select channel, verdict, pack, findings from verdicts where photo_id = ?',
  );
  const addProfile = db.prepare<[string]>('insert into verdict_profiles (profile) values (?) on conflict do nothing');
  const setProfile = db.prepare<[string, string]>('update photos set profile_id = (select id from verdict_profiles where profile = ?) where id = ?');
  const fingerprints = db.prepare<[string, number], FingerprintRow>(
    `select a.photo_id as photoId, p.sha256, a.pixel_sha256 as pixelSha256, a.dhash, p.width, p.height, a.embedding
     from analyses a join photos p on p.id = a.photo_id where a.photo_id > ? and p.sha256 is not null order by a.photo_id limit ?`,
  );
  const takenBefore = db.prepare<[number], { id: string }>('select photo_id as id from analyses where version < ? order by photo_id');
  const fingerprint = (row: FingerprintRow): Fingerprint => ({ ...row, embedding: row.embedding === null ? null : fromBlob(row.embedding) });

  return {
    /** null where nothing was measured, or another version measured other things: the photo is then to be checked again */
    get(photoId: string): StoredAnalysis | null {
      const row = get.get(photoId);
      if (row === undefined) return null;
      const stored = Stored.safeParse({
        photo: JSON.parse(row.photo), measures: JSON.parse(row.measures), models: JSON.parse(row.models), unavailable: JSON.parse(row.unavailable),
      });
      return stored.success ? { version: row.version, takenAt: row.takenAt, ...stored.data } : null;
    },
    put(photoId: string, analysis: PhotoAnalysis, at: number): void {
      const { photo } = analysis;
      put.run(
        photoId, analysis.analysisVersion, JSON.stringify(photo), JSON.stringify(analysis.measures), JSON.stringify(analysis.models),
        JSON.stringify(analysis.unavailable), JSON.stringify(analysis.timings), analysis.dhash, analysis.pixelSha256,
        analysis.embedding === null ? null : toBlob(analysis.embedding), at,
      );
      checked.run(photo.sha256, photo.width, photo.height, photo.format, at, photoId);
    },
    verdicts(photoId: string): Record<ChannelId, ChannelVerdict> {
      return Object.fromEntries(
        verdicts.all(photoId).map((row) => [
          ChannelIdSchema.parse(row.channel),
          ChannelVerdict.parse({ verdict: row.verdict, pack: row.pack, findings: JSON.parse(row.findings) }),
        ]),
      );
    },
    /**
     * Writes what changed alone: after an edit of one pack that is one verdict of ten. False where all verdicts are
     * what they were.
     */
    putVerdicts(photoId: string, judged: Verdicts): boolean {
      const stored = new Map(verdicts.all(photoId).map((row) => [row.channel, row]));
      const changed = Object.entries(judged).flatMap(([channel, { verdict, pack, findings }]) => {
        const now = { channel, verdict, pack, findings: JSON.stringify(findings) };
        const before = stored.get(channel);
        return before?.verdict === verdict && before.pack === pack && before.findings === now.findings ? [] : [now];
      });
      const gone = [...stored.keys()].filter((channel) => !Object.hasOwn(judged, channel));
      if (changed.length === 0 && gone.length === 0) return false;
      for (const channel of gone) dropVerdict.run(photoId, channel);
      for (const { channel, verdict, pack, findings } of changed) putVerdict.run(photoId, channel, verdict, pack, findings);
      const profile = encodeProfile(judged);
      addProfile.run(profile);
      setProfile.run(profile, photoId);
      return true;
    },
    /** photos whose measurements mean something else than those of `version` */
    takenBefore: (version: number): string[] => takenBefore.all(version).map((row) => row.id),
    /**
     * Of every photo, those taken out included: they may come back. Page by page after a photo id ('' = from the
     * start), since 20,000 embeddings are 140 MB.
     */
    fingerprints: (after: string, limit: number): Fingerprint[] => fingerprints.all(after, limit).map(fingerprint),
  };
}
