import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

/** 'VTRN' in the header of the file: tells our databases from those of other programs. */
export const applicationId = 0x5654524e;

export interface Peek {
  readonly kind: 'absent' | 'not-sqlite' | 'database';
  readonly schemaVersion: number;
  readonly applicationId: number;
  /** bytes of the file */
  readonly bytes: number;
  /** true where whoever wrote last did not close: a log with pages lies beside it */
  readonly unclean: boolean;
}

const nothing = { schemaVersion: 0, applicationId: 0, bytes: 0, unclean: false };
const magic = 'SQLite format 3\0';
// Fixed places in the header of every SQLite file (sqlite.org/fileformat2.html, 1.3).
const headerBytes = 100;
const pageSizeAt = 16;
const userVersionAt = 60;
const applicationIdAt = 68;

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(headerBytes);
  const file = openSync(path, 'r');
  try {
    return header.subarray(0, readSync(file, header, 0, headerBytes, 0));
  } finally {
    closeSync(file);
  }
}

/** Bytes of a page; 65,536 does not fit its two bytes and is written as 1. */
function pageSize(header: Buffer): number {
  const written = header.readUInt16BE(pageSizeAt);
  return written === 1 ? 65_536 : written;
}

/**
 * A crash leaves the newest pages, the version among them, in the log beside the file; only SQLite can read both.
 * A file without a name, a version or a single table is what a crash within the very first start leaves: absent.
 */
function peekThroughSqlite(path: string, bytes: number, unclean: boolean): Peek {
  const sharedMemory = `${path}-shm`;
  const hadSharedMemory = existsSync(sharedMemory);
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const schemaVersion = Number(db.pragma('user_version', { simple: true }));
    const id = Number(db.pragma('application_id', { simple: true }));
    const hasTables = db.prepare('select 1 from sqlite_schema limit 1').get() !== undefined;
    if (schemaVersion === 0 && id === 0 && !hasTables) return { kind: 'absent', ...nothing };
    return { kind: 'database', schemaVersion, applicationId: id, bytes, unclean };
  } finally {
    db.close();
    if (!hadSharedMemory) rmSync(sharedMemory, { force: true });
  }
}

/**
 * Looks at a database without opening it for writing, so that one from a newer version is left as it was, byte
 * for byte. A file of zero bytes is what SQLite itself makes before its first write, and counts as absent.
 */
export function peek(path: string): Peek {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes === 0) return { kind: 'absent', ...nothing };
  const header = readHeader(path);
  if (header.length < headerBytes || header.toString('latin1', 0, magic.length) !== magic) return { kind: 'not-sqlite', ...nothing };
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0) return peekThroughSqlite(path, bytes, true);
  const schemaVersion = header.readInt32BE(userVersionAt);
  const id = header.readInt32BE(applicationIdAt);
  if (schemaVersion === 0 && id === 0 && bytes <= pageSize(header)) return peekThroughSqlite(path, bytes, false);
  return { kind: 'database', schemaVersion, applicationId: id, bytes, unclean: false };
}
