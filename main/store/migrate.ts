import type { Result } from '../../app/kernel/result.ts';
import { err, ok } from '../../app/kernel/result.ts';
import { backupTo, backupName } from './backup.ts';
import { transact, type ReadableDb, type WritableDb } from './db.ts';
import { failureOf, type StoreFailure } from './failure.ts';
import type { Migration } from './migrations/migration.ts';
import { applicationId } from './peek.ts';

export interface MigrateOptions {
  readonly backupsFolder: string;
  readonly now: () => number;
}

export const schemaVersion = (db: ReadableDb): number => Number(db.pragma('user_version', { simple: true }));

/** Runs one step and writes its version; both in one transaction, so a crash leaves the schema before or after it. */
function step(db: WritableDb, migration: Migration, at: number): void {
  transact(db, () => {
    migration.up(db);
    db.prepare('insert into schema_migrations (version, name, applied_at) values (?, ?, ?)').run(migration.version, migration.name, at);
    db.pragma(`user_version = ${migration.version}`);
  });
}

function prepareFile(db: WritableDb): void {
  transact(db, () => {
    db.pragma(`application_id = ${applicationId}`);
    db.exec('create table if not exists schema_migrations (version integer primary key, name text not null, applied_at integer not null) strict');
  });
}

/**
 * Brings the schema to the newest version. A database that already holds data is copied to the backups first.
 * A step that fails is rolled back and named; those before it stay.
 */
export async function migrate(db: WritableDb, migrations: readonly Migration[], options: MigrateOptions): Promise<Result<number, StoreFailure>> {
  const from = schemaVersion(db);
  const missing = migrations.filter((migration) => migration.version > from);
  if (missing.length === 0) return ok(from);
  if (from > 0) await backupTo(db, options.backupsFolder, backupName('before-migration', options.now(), from));
  else prepareFile(db);
  for (const migration of missing) {
    try {
      step(db, migration, options.now());
    } catch (error) {
      const known = failureOf(error);
      if (known !== null && known.code !== 'database-corrupt') return err(known);
      const detail = error instanceof Error ? error.message : String(error);
      return err({ code: 'migration-failed', params: { version: migration.version, name: migration.name }, detail });
    }
  }
  return ok(schemaVersion(db));
}
