import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';

/** What no file system takes in a name, and the names Windows keeps for itself. */
const unwelcome = /[\p{Cc}<>:"/\\|?*]/gu;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const longestName = 180;

function safeName(name: string): string {
  const { name: stem, ext } = parse(name.replaceAll(unwelcome, '_'));
  const kept = stem.slice(0, longestName).replace(/[. ]+$/, '');
  return `${kept === '' || reserved.test(kept) ? `_${kept}` : kept}${ext}`;
}

/**
 * A name of its own for every photo of one folder, in the order given: its own name where that is free, else with a
 * number. Names that differ in case alone are the same on many disks. `unlike`: what no two have in common; without their
 * endings where one of them may yet become a JPEG.
 */
export function exportNames(photos: readonly { readonly id: string; readonly name: string }[], unlike: 'name' | 'stem' = 'name'): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const key = (name: string): string => (unlike === 'name' ? name : parse(name).name).normalize('NFC').toLowerCase();
  const names = new Map<string, string>();
  for (const { id, name } of photos) {
    const safe = safeName(name);
    const { name: stem, ext } = parse(safe);
    let free = safe;
    for (let n = 2; taken.has(key(free)); n++) free = `${stem}-${n}${ext}`;
    taken.add(key(free));
    names.set(id, free);
  }
  return names;
}

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '');
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'UNKNOWN']);

/** Puts a finished file in its place where nothing stands yet; false where something does. */
async function place(finished: string, target: string): Promise<boolean> {
  try {
    await link(finished, target);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    if (!withoutLinks.has(codeOf(cause))) throw cause;
  }
  // A stick without hard links: nothing but this job writes into the folder, so looking first is enough.
  if ((await stat(target).catch(() => null)) !== null) return false;
  await rename(finished, target);
  return true;
}

/**
 * A real copy of a file in a folder, whole or not at all, in the place of nothing. A file of that name and size
 * is the copy that an interrupted run made; false where the name stands for another one.
 */
export async function copyInto(folder: string, source: string, name: string): Promise<boolean> {
  const target = join(folder, name);
  await mkdir(folder, { recursive: true });
  const beside = join(folder, `.${randomUUID()}.partial`);
  try {
    await copyFile(source, beside, constants.COPYFILE_EXCL);
    if (await place(beside, target)) return true;
    const [there, ours] = await Promise.all([stat(target), stat(beside)]);
    return there.isFile() && there.size === ours.size;
  } finally {
    await rm(beside, { force: true });
  }
}
