import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ReadableDb } from './db.ts';

export type BackupReason = 'daily' | 'close' | 'manual' | 'before-migration';

/** On so many days that saw a backup, the last one of the day is kept. */
const keptDays = 7;
/** The newest are kept also where they are of one day, and so are the newest that a person asked for. */
const keptNewest = 3;
const keptManual = 5;
const dayMs = 24 * 60 * 60 * 1000;
/** SQLite copies so many pages (4 KB each), then lets the engine answer calls. */
const pagesAtOnce = 1_000;
/** What a process that was killed in the middle of a backup left behind. */
const leftover = /^vitrine-.*\.db\.partial(?:-journal|-wal|-shm)?$/;
const pattern = /^vitrine-(\d{8}T\d{9}Z)-v(\d+)-(daily|close|manual|before-migration)\.db$/;

export interface Backup {
  readonly name: string;
  readonly path: string;
  /** milliseconds since the epoch, from the name: a copied folder keeps its order */
  readonly at: number;
  readonly reason: BackupReason;
}

/** e.g. 'vitrine-20261123T221900123Z-v3-daily.db' */
export function backupName(reason: BackupReason, at: number, version: number): string {
  return `vitrine-${new Date(at).toISOString().replaceAll(/[-:.]/g, '')}-v${version}-${reason}.db`;
}

function timeOf(stamp: string): number {
  const [, year, month, day, hour, minute, second, ms] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(stamp) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
}

/** The backups of a folder, newest first; other files in it are left alone. */
export function listBackups(folder: string): readonly Backup[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .flatMap((name): Backup[] => {
      const match = pattern.exec(name);
      return match === null ? [] : [{ name, path: join(folder, name), at: timeOf(match[1] ?? ''), reason: match[3] as BackupReason }];
    })
    .toSorted((a, b) => b.at - a.at);
}

/**
 * Opens the copy by itself and checks it: a backup that cannot be read is none.
 * @throws where it is damaged
 */
export function assertSound(path: string): void {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
    const result = copy.pragma('quick_check(1)', { simple: true });
    if (result !== 'ok') throw new Error(`backup is damaged: ${String(result)}`);
  } finally {
    copy.close();
  }
}

export interface BackupOptions {
  /** rejects where the copy is damaged; checked here, holding up all else, where left out */
  readonly check?: (path: string) => void | Promise<void>;
}

/**
 * Copies the live database with SQLite's online backup to `folder/name`, checks the copy, and renames it into
 * place, so that a half-written file never bears a backup's name. Resolves to its path.
 */
export async function backupTo(db: ReadableDb, folder: string, name: string, { check = assertSound }: BackupOptions = {}): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  try {
    await db.backup(partial, { progress: () => pagesAtOnce });
    await check(partial);
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
  return path;
}

/**
 * Keeps the last backup of each of seven days, so that one busy afternoon takes no other day's away; beside them the
 * newest three, the newest five that a person asked for, and the newest one taken before a migration. Call while no
 * backup is being made.
 */
export function rotateBackups(folder: string): void {
  for (const name of readdirSync(folder)) if (leftover.test(name)) rmSync(join(folder, name), { force: true });
  const all = listBackups(folder);
  const of = (reason: BackupReason): readonly Backup[] => all.filter((backup) => backup.reason === reason);
  const lastOfDays = [...Map.groupBy(all.filter(({ reason }) => reason !== 'before-migration'), ({ at }) => Math.floor(at / dayMs)).values()].map(([last]) => last);
  const kept = new Set([...all.slice(0, keptNewest), ...lastOfDays.slice(0, keptDays), ...of('manual').slice(0, keptManual), ...of('before-migration').slice(0, 1)]);
  for (const backup of all) if (!kept.has(backup)) rmSync(backup.path, { force: true });
}

/** True where the newest backup is a day old, or there is none. */
export function backupIsDue(folder: string, now: number): boolean {
  const newest = listBackups(folder)[0];
  return newest === undefined || now - newest.at >= dayMs;
}
