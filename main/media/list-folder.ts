import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { errnoOf } from './photo-errors.ts';
import { isPictureName } from './sniff.ts';

export interface FolderFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** when anything of it changed, its time included; milliseconds since the epoch, by the clock of its disk */
  readonly changedMs: number;
}

export interface FolderList {
  /** pictures by name, the whole folder down */
  readonly files: readonly FolderFile[];
  /** the folder itself and those in it */
  readonly folders: readonly string[];
  /** folders in it that could not be read: what lies there is not known */
  readonly unreadable: readonly string[];
  /** no entry at all, pictures or not */
  readonly empty: boolean;
  /** the file system it lies on */
  readonly device: string;
}

/** Files whose facts are asked for at the same time; between two such lots others get their turn. */
const atOnce = 64;

async function factsOf(folder: string, name: string): Promise<FolderFile[]> {
  const path = join(folder, name);
  // gone between the two looks: as if it had never been there
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? [{ path, name, bytes: found.size, modifiedMs: found.mtimeMs, changedMs: found.ctimeMs }] : [];
}

/**
 * What lies in a folder now. Hidden entries are left out, and symbolic links too: what they lead to is either in the
 * folder anyway or not of it. Folders named in `without` (absolute paths) are passed over. Fails with the system's
 * code where the folder itself cannot be read.
 */
export async function listFolder(root: string, without: ReadonlySet<string> = new Set()): Promise<Result<FolderList, string>> {
  const files: FolderFile[] = [];
  const folders: string[] = [];
  const unreadable: string[] = [];

  async function walk(folder: string): Promise<number> {
    const entries = await readdir(folder, { withFileTypes: true });
    folders.push(folder);
    const seen = entries.filter(({ name }) => !name.startsWith('.'));
    const names = seen.filter((entry) => entry.isFile() && isPictureName(entry.name)).map(({ name }) => name);
    for (let from = 0; from < names.length; from += atOnce) {
      files.push(...(await Promise.all(names.slice(from, from + atOnce).map((name) => factsOf(folder, name)))).flat());
    }
    for (const below of seen.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))) {
      if (without.has(resolve(below))) continue;
      try {
        await walk(below);
      } catch {
        unreadable.push(below);
      }
    }
    return entries.length;
  }

  try {
    const { dev } = await stat(root);
    const entries = await walk(root);
    return ok({ files, folders, unreadable, empty: entries === 0, device: String(dev) });
  } catch (cause) {
    return err(errnoOf(cause) ?? String(cause));
  }
}
