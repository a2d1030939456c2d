import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that a function may only read from: queries take this, so that the compiler keeps them from writing. */
export type ReadableDb = Database.Database & { readonly [readable]: true };
/** The one connection that writes; whoever may write may read. */
export type WritableDb = ReadableDb & { readonly [writable]: true };

/** Says for which side a freshly opened connection may be used. Called by `open.ts` and `peek.ts` alone. */
export const asReadable = (db: Database.Database): ReadableDb => db as ReadableDb;
export const asWritable = (db: Database.Database): WritableDb => db as WritableDb;

/**
 * Runs `work` in one write transaction: all of it is stored, or nothing. Inside another transaction it becomes
 * a savepoint of that one. IMMEDIATE takes the write lock at once, so no reader has to be upgraded half-way.
 */
export function transact<T>(db: WritableDb, work: () => T): T {
  return db.transaction(work).immediate();
}
