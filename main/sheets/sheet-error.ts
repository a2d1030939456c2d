import type { SheetErrorCode } from '../../app/catalog/index.ts';
import { err, type Result } from '../../app/kernel/result.ts';

/** Why a file is no table of products; `detail` is the system's or the library's own word. */
export interface SheetError {
  readonly code: SheetErrorCode;
  readonly detail: string;
}

export const sheetError = (code: SheetErrorCode, cause: unknown = ''): Result<never, SheetError> =>
  err({ code, detail: cause instanceof Error ? cause.message : String(cause) });

const missing = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

/** A failed file system call as the error of a table. */
export function systemSheetError(cause: unknown): Result<never, SheetError> {
  const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return sheetError(missing.has(errno) ? 'sheet-not-found' : 'sheet-not-readable', cause);
}
