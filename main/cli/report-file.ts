import { access, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '../../app/kernel/result.ts';

export interface ReportFile {
  /** Puts the whole text in the file's place, or leaves what was there. The error is a sentence that names the file. */
  write(text: string): Promise<Result<null, string>>;
}

const remedies: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'its folder does not exist; create the folder, or name another file',
  ENOTDIR: 'a part of its path is a file, not a folder; name another file',
  EACCES: 'there is no permission to write there; name another file, or change the permission',
  EPERM: 'there is no permission to write there; name another file, or change the permission',
  EROFS: 'the disk is read-only; name a file elsewhere',
  ENOSPC: 'the disk is full; free some space, or name a file elsewhere',
  ENAMETOOLONG: 'the name is too long; name another file',
  ELOOP: 'a symbolic link leads back to itself; name another file',
};

function sentence(named: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return `cannot write ${named}: ${remedies[code] ?? (cause instanceof Error ? cause.message : String(cause))}`;
}

/**
 * Makes sure, before any work is done, that a report can be written to `named` (relative to `from`): a file that
 * stands beside it for a moment is written and taken away. Later the report is written beside it, then renamed.
 */
export async function openReportFile(named: string, from: string): Promise<Result<ReportFile, string>> {
  const given = resolve(from, named);
  try {
    const existing = await stat(given).catch(() => null);
    if (existing?.isDirectory()) return err(`cannot write ${named}: it is a folder; name a file in it`);
    // a link stays a link; what it points to is replaced
    const path = existing ? await realpath(given) : given;
    if (existing) await access(path, constants.W_OK);
    // a pipe or a device cannot be replaced by renaming
    if (existing && !existing.isFile()) return ok({ write: (text) => attempt(named, () => writeFile(path, text)) });
    const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}.partial`);
    await writeFile(beside, '', { flag: 'wx' });
    await rm(beside);
    return ok({
      write: (text) =>
        attempt(named, async () => {
          try {
            await writeFile(beside, text, { flag: 'wx' });
            await rename(beside, path);
          } catch (cause) {
            await rm(beside, { force: true });
            throw cause;
          }
        }),
    });
  } catch (cause) {
    return err(sentence(named, cause));
  }
}

async function attempt(named: string, write: () => Promise<void>): Promise<Result<null, string>> {
  try {
    await write();
    return ok(null);
  } catch (cause) {
    return err(sentence(named, cause));
  }
}
