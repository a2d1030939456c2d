import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { analysisVersion, PhotoAnalysis } from '../../app/photo-check/index.ts';
import { bundledManifest } from '../../models/manifest.ts';

/** A file as it was when it was last checked. */
export interface KnownFile {
  /** absolute, links followed */
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly sha256: string;
}

export interface Memory {
  /** What was measured on these bytes, by these models and this yardstick; null where nothing was. */
  recall(sha256: string): PhotoAnalysis | null;
  /** The file as it was at its last check; null where it was never checked. */
  known(path: string): KnownFile | null;
  /** every file known below one of these absolute paths, or at it */
  knownIn(paths: readonly string[]): KnownFile[];
  /** Keeps what was measured on a file. An analysis that lacks a model's answer is not kept: it may come later. */
  keep(file: KnownFile, analysis: PhotoAnalysis | null): void;
  forget(path: string): void;
  close(): void;
}

const keptForMs = 90 * 24 * 60 * 60 * 1000;
/** A folder's files sort between `folder/` and this: the character behind the separator. */
const behindSeparator = String.fromCharCode(sep.charCodeAt(0) + 1);
const schema = `
  create table if not exists analyses (sha256 text primary key, made_by text not null, record blob not null, used_at integer not null) strict;
  create table if not exists files (path text primary key, bytes integer not null, modified_ms real not null, sha256 text not null) strict;
`;

/** Whatever may change a measurement: its meaning, or a model's weights. */
const madeBy = createHash('sha256').update(JSON.stringify([analysisVersion, bundledManifest])).digest('hex');

function read(record: Buffer): PhotoAnalysis | null {
  try {
    return PhotoAnalysis.parse(deserialize(record));
  } catch {
    // written by another version, or damaged: measured again
    return null;
  }
}

/**
 * What the command line remembers of earlier checks, so that `--since` need not measure what did not change: a
 * SQLite file in the cache folder that can be thrown away. The error says why there is none this time.
 */
export function openMemory(cacheDir: string, now: number): Result<Memory, string> {
  try {
    mkdirSync(cacheDir, { recursive: true });
    const db = new Database(join(cacheDir, 'checks.db'), { timeout: 2_000 });
    // A lost cache costs time, no data: the fastest settings will do.
    db.pragma('journal_mode = wal');
    db.pragma('synchronous = off');
    db.exec(schema);
    db.prepare('delete from analyses where used_at < ? or made_by <> ?').run(now - keptForMs, madeBy);
    return ok(memoryOn(db, now));
  } catch (cause) {
    return err(`earlier checks are not remembered: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** A full disk, or another check that writes: what is not remembered is measured again, and the check goes on. */
function attempt(write: () => unknown): void {
  try {
    write();
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause;
  }
}

function memoryOn(db: Database.Database, now: number): Memory {
  const recall = db.prepare<[string], { record: Buffer }>('select record from analyses where sha256 = ?');
  const touch = db.prepare<[number, string]>('update analyses set used_at = ? where sha256 = ?');
  const keep = db.prepare<[string, string, Buffer, number]>('insert or replace into analyses (sha256, made_by, record, used_at) values (?, ?, ?, ?)');
  const columns = 'path, bytes, modified_ms as modifiedMs, sha256';
  const known = db.prepare<[string], KnownFile>(`select ${columns} from files where path = ?`);
  const below = db.prepare<[string, string, string], KnownFile>(`select ${columns} from files where path = ? or (path > ? and path < ?) order by path`);
  const note = db.prepare<[string, number, number, string]>('insert or replace into files (path, bytes, modified_ms, sha256) values (?, ?, ?, ?)');
  const forget = db.prepare<[string]>('delete from files where path = ?');
  return {
    recall(sha256) {
      const row = recall.get(sha256);
      if (row === undefined) return null;
      attempt(() => touch.run(now, sha256));
      return read(row.record);
    },
    known: (path) => known.get(path) ?? null,
    knownIn: (paths) => paths.flatMap((path) => below.all(path, `${path}${sep}`, `${path}${behindSeparator}`)),
    keep(file, analysis) {
      attempt(() => note.run(file.path, file.bytes, file.modifiedMs, file.sha256));
      if (analysis !== null && analysis.unavailable.length === 0) attempt(() => keep.run(file.sha256, madeBy, serialize(analysis), now));
    },
    forget: (path) => attempt(() => forget.run(path)),
    close: () => void db.close(),
  };
}
