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

/** A crash leaves the newest pages, the version among them, in the log beside the file; only SQLite can read both. */
function peekThroughLog(path: string, bytes: number): Peek {
  const sharedMemory = `${path}-shm`;
  const hadSharedMemory = existsSync(sharedMemory);
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return {
      kind: 'database',
      schemaVersion: Number(db.pragma('user_version', { simple: true })),
      applicationId: Number(db.pragma('application_id', { simple: true })),
      bytes,
      unclean: true,
    };
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
  if (existsSync(log) && statSync(log).size > 0) return peekThroughLog(path, bytes);
  return {
    kind: 'database',
    schemaVersion: header.readInt32BE(userVersionAt),
    applicationId: header.readInt32BE(applicationIdAt),
    bytes,
    unclean: false,
  };
}
