import type { StoreErrorCode } from '../../app/contract/error-codes.ts';

/** Why the data of this console cannot be used; the recovery screen writes a sentence for each code. */
export interface StoreFailure {
  readonly code: StoreErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly detail: string;
}

const bySqliteCode: readonly (readonly [prefix: string, code: StoreErrorCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_READONLY', 'database-read-only'],
  ['SQLITE_CANTOPEN', 'database-not-openable'],
  ['SQLITE_PERM', 'database-read-only'],
  ['SQLITE_NOTADB', 'database-not-sqlite'],
  ['SQLITE_CORRUPT', 'database-corrupt'],
  ['SQLITE_BUSY', 'database-locked'],
  ['SQLITE_LOCKED', 'database-locked'],
];

const byErrno: Readonly<Record<string, StoreErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'database-read-only',
  EACCES: 'database-read-only',
  EPERM: 'database-read-only',
  ENOTDIR: 'database-not-openable',
  EISDIR: 'database-not-openable',
  EEXIST: 'database-not-openable',
  EIO: 'database-not-openable',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The failure that an error of SQLite or of the file system stands for; null where it is neither, i.e. a bug. */
export function failureOf(error: unknown): StoreFailure | null {
  const raw = codeOf(error);
  const code = byErrno[raw] ?? bySqliteCode.find(([prefix]) => raw.startsWith(prefix))?.[1];
  if (code === undefined) return null;
  return { code, params: {}, detail: `${raw}: ${error instanceof Error ? error.message : String(error)}` };
}

/** True where the disk (or the quota) has no room left: work pauses instead of failing item by item. */
export const isDiskFull = (error: unknown): boolean => failureOf(error)?.code === 'disk-full';
