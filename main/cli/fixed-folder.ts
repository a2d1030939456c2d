import { createHash, randomUUID } from 'node:crypto';
import { appendFile, lstat, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { copyInto } from '../export/index.ts';

/** One line for each copy that was written: its path below the folder, and the bytes it got. */
const listName = '.vitrine-fixed.jsonl';
const Line = z.object({ path: z.string(), sha256: z.string() });

const hashOf = async (path: string): Promise<string> => createHash('sha256').update(await readFile(path)).digest('hex');

function lineOf(text: string): z.infer<typeof Line> | null {
  try {
    return Line.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // cut off when a run was ended
  }
}

/**
 * A folder of copies. A copy is made in a hidden folder inside, and put in its place only where nothing stands, or a copy
 * that an earlier run wrote and nobody has changed since: whatever else lies there is never replaced.
 */
export async function openFixedFolder(folder: string) {
  const root = resolve(folder);
  const list = join(root, listName);
  const making = join(root, `.vitrine-${randomUUID()}`);
  const lines = (await readFile(list, 'utf8').catch(() => '')).split('\n').flatMap((text) => lineOf(text) ?? []);
  const ours = new Set(lines.map(({ path, sha256 }) => `${sha256} ${path}`));
  const named = (target: string): string => relative(root, target).split(sep).join('/');

  return {
    /** where the copy for `target` is made */
    draftFor: (target: string): string => join(making, relative(root, target)),
    /** Puts the draft for `target` in its place; false where another file stands there. */
    async put(target: string, sha256: string): Promise<boolean> {
      const draft = join(making, relative(root, target));
      const path = named(target);
      const there = await lstat(target).catch(() => null);
      const standing = there?.isFile() === true ? await hashOf(target) : null;
      if (standing === sha256) return true;
      if (there !== null && (standing === null || !ours.has(`${standing} ${path}`))) return false;
      // first the word, then the deed: a copy without a line could not be replaced by the next run
      await appendFile(list, `\n${JSON.stringify({ path, sha256 })}`);
      if (there === null) return copyInto(dirname(target), draft, basename(target));
      await rename(draft, target);
      return true;
    },
    /** Takes away what was made and not put in place. */
    close: (): Promise<void> => rm(making, { recursive: true, force: true }),
  };
}
export type FixedFolder = Awaited<ReturnType<typeof openFixedFolder>>;
