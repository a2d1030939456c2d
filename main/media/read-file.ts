import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { PhotoError } from '../../app/photo-check/types.ts';
import { photoError, systemPhotoError } from './photo-errors.ts';

/** Files above this are refused unread. */
export const maxFileBytes = 256 * 1024 * 1024;

/**
 * A regular file's bytes; symbolic links to one are followed. Opened without blocking, so that a pipe without a
 * writer or a device is refused at once instead of waited for.
 */
export async function readPhotoFile(file: string): Promise<Result<Buffer, PhotoError>> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return err(photoError('not-a-file', file));
      if (stat.size === 0) return err(photoError('empty-file', file));
      if (stat.size > maxFileBytes) return err(photoError('file-too-large', file, `${Math.round(stat.size / 1048576)} MB`));
      return ok(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (cause) {
    return err(systemPhotoError(file, cause));
  }
}
