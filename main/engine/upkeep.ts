import { backupIsDue, backupName, backupTo, listBackups, rotateBackups, type BackupReason } from '../store/backup.ts';
import type { ReadableDb } from '../store/db.ts';
import { schemaVersion } from '../store/migrate.ts';
import type { Checked } from './check-thread.ts';
import type { Folders } from './folders.ts';
import { runInThread } from './in-thread.ts';
import type { Log } from './log.ts';

export interface UpkeepParts {
  readonly db: ReadableDb;
  readonly folders: Folders;
  readonly now: () => number;
  readonly log: Log;
  /** the database is damaged: nobody may go on writing to it */
  readonly onDamage: (detail: string) => void;
}

const hourMs = 60 * 60 * 1000;
/** A larger file takes seconds to copy, for which a person who closes the console is not made to wait every time. */
const quicklyCopied = 64 * 1024 * 1024;
const recentMs = 6 * hourMs;

const checkCopyInThread = (path: string): Promise<void> => runInThread<void>(new URL('./backup-thread.ts', import.meta.url), { path });

/** `quick_check` and the audit's chain, in a thread of their own, so that a large file holds up no call. */
const checkInThread = (path: string): Promise<Checked> => runInThread(new URL('./check-thread.ts', import.meta.url), { path });

/** Looks after the database while the engine runs: the check after the start, daily backups, the one on a clean close. */
export function createUpkeep({ db, folders, now, log, onDamage }: UpkeepParts) {
  let check: 'ok' | 'failed' | 'pending' = 'pending';
  let audit: 'ok' | 'broken' | 'pending' = 'pending';
  let changesAtBackup: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<string | null> = Promise.resolve(null);
  const changes = db.prepare<[], { n: number }>('select total_changes() as n');
  const changesNow = (): number => changes.get()?.n ?? 0;

  const bytes = (): number => Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));

  async function make(reason: BackupReason): Promise<string | null> {
    try {
      const before = changesNow();
      await backupTo(db, folders.backups, backupName(reason, now(), schemaVersion(db)), { check: checkCopyInThread });
      rotateBackups(folders.backups);
      changesAtBackup = before;
      log.info('backup', { reason });
      return null;
    } catch (error) {
      log.error('backup', error);
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** One at a time. Null where it was made, else why not. */
  function backup(reason: BackupReason): Promise<string | null> {
    running = running.then(() => make(reason));
    return running;
  }

  function daily(): void {
    try {
      if (backupIsDue(folders.backups, now())) void backup('daily');
    } catch (error) {
      log.error('backup', error);
    }
  }

  function noteCheck({ damage, brokenLink }: Checked): void {
    check = damage === null ? 'ok' : 'failed';
    if (damage !== null) return onDamage(damage);
    audit = brokenLink === null ? 'ok' : 'broken';
    if (brokenLink !== null) log.info('audit-broken', { row: brokenLink });
  }

  return {
    backup,
    checkState: () => check,
    auditState: () => audit,
    /** Call when the engine is ready: nothing here is needed for the first answer. */
    start(): void {
      checkInThread(folders.database).then(noteCheck, (error: unknown) => log.error('quick-check', error));
      timer = setInterval(daily, hourMs);
      timer.unref();
      daily();
    },
    /** A backup where anything changed since the last one; a large database is let go with one of the last hours. */
    async close(): Promise<void> {
      if (timer !== null) clearInterval(timer);
      await running;
      const changed = changesAtBackup === null ? changesNow() > 0 : changesNow() > changesAtBackup;
      const newest = listBackups(folders.backups)[0];
      const age = newest === undefined ? Number.POSITIVE_INFINITY : now() - newest.at;
      const recent = age >= 0 && age < recentMs;
      if (newest === undefined || (changed && !(recent && bytes() > quicklyCopied))) await backup('close');
    },
  };
}
export type Upkeep = ReturnType<typeof createUpkeep>;
