import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Result } from '../../app/kernel/result.ts';
import { err, ok } from '../../app/kernel/result.ts';
import { asWritable, type WritableDb } from './db.ts';
import { failureOf, type StoreFailure } from './failure.ts';
import { migrate } from './migrate.ts';
import { migrations as shipped } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { applicationId, peek } from './peek.ts';

export interface OpenOptions {
  /** the database file; its folder is made where missing */
  readonly path: string;
  readonly backupsFolder: string;
  readonly now: () => number;
  /** the versions this program knows; tests pass fewer to make an older database */
  readonly migrations?: readonly Migration[];
}

const refuse = (code: StoreFailure['code'], detail: string, params: StoreFailure['params'] = {}): Result<never, StoreFailure> =>
  err({ code, params, detail });

const busyTimeoutMs = 5_000;
const synchronousFull = 2;

/**
 * The promises every connection must make. They are not remembered by the file (but for WAL): SQLite as built for
 * better-sqlite3 falls back to synchronous=NORMAL on a reopened WAL file, and an acknowledged action could be lost.
 */
export function applyPragmas(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma(`busy_timeout = ${busyTimeoutMs}`);
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -32768');
  db.pragma('journal_size_limit = 67108864');
}

/** Up to this size the check takes less than a tenth of a second, and is made before the first use. */
const quicklyChecked = 64 * 1024 * 1024;

/** The promise that does not hold, in words; null where all do. */
export function brokenPromise(db: Database.Database): string | null {
  const wanted = [
    ['journal_mode', 'wal'],
    ['synchronous', synchronousFull],
    ['foreign_keys', 1],
    ['busy_timeout', busyTimeoutMs],
  ] as const;
  for (const [name, value] of wanted) {
    const found = db.pragma(name, { simple: true });
    if (found !== value) return `${name} is ${String(found)}, not ${value}`;
  }
  return null;
}

/** `PRAGMA quick_check`: null where the file is sound, else what SQLite found wrong. */
export function quickCheck(db: Database.Database): string | null {
  const rows = db.pragma('quick_check(10)', { simple: false }) as readonly { quick_check: string }[];
  const found = rows.map((row) => row.quick_check).filter((line) => line !== 'ok');
  return found.length === 0 ? null : found.join('; ');
}

/**
 * Opens the store for writing: looks first, refuses what is not ours or newer without touching it, checks the
 * file (a large one that was closed properly is checked later, beside the work: see `upkeep.ts`), and brings the
 * schema up to date. Failures of the disk or the file are values; anything else is a bug.
 */
export async function openStore(options: OpenOptions): Promise<Result<WritableDb, StoreFailure>> {
  const migrations = options.migrations ?? shipped;
  const supported = migrations.length;
  let db: Database.Database | null = null;
  try {
    mkdirSync(dirname(options.path), { recursive: true });
    const seen = peek(options.path);
    if (seen.kind === 'not-sqlite') return refuse('database-not-sqlite', `${options.path} is not a SQLite database`);
    if (seen.kind === 'database' && seen.applicationId !== applicationId) {
      return refuse('database-foreign', `application id ${seen.applicationId.toString(16)}`);
    }
    if (seen.schemaVersion > supported) {
      return refuse('database-newer', `schema ${seen.schemaVersion}, this program knows ${supported}`, { found: seen.schemaVersion, supported });
    }
    db = new Database(options.path);
    applyPragmas(db);
    const broken = brokenPromise(db);
    if (broken !== null) return refuse('database-unsafe', broken);
    const damage = seen.unclean || seen.bytes <= quicklyChecked ? quickCheck(db) : null;
    if (damage !== null) return refuse('database-corrupt', damage);
    const migrated = await migrate(asWritable(db), migrations, { backupsFolder: options.backupsFolder, now: options.now });
    if (!migrated.ok) return migrated;
    const store = asWritable(db);
    db = null;
    return ok(store);
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    return err(failure);
  } finally {
    db?.close();
  }
}
