import { constants, type Dirent } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PhotoError } from '../../app/photo-check/types.ts';
import { errnoOf, photoError, systemPhotoError } from './photo-errors.ts';
import { isPictureName, sniffFormat, sniffLength } from './sniff.ts';

export interface FoundPhotos {
  /** paths as given, or as walked from the given folder */
  readonly files: readonly string[];
  /** what could not be reached: dangling links, loops, unreadable folders */
  readonly errors: readonly PhotoError[];
  /** files beside the pictures that are none by name nor by content, e.g. a .txt */
  readonly ignored: number;
}

interface Walk {
  /** folder that relative paths start from */
  readonly from: string;
  readonly files: string[];
  readonly errors: PhotoError[];
  ignored: number;
  /** real paths of the folders on the way down, to see a link that leads back up */
  readonly trail: Set<string>;
}

async function looksLikePicture(path: string): Promise<boolean> {
  if (isPictureName(path)) return true;
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffLength), 0, sniffLength, 0);
      return sniffFormat(buffer.subarray(0, bytesRead)) !== null;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}

async function walkFolder(folder: string, walk: Walk): Promise<void> {
  const real = await realpath(resolve(walk.from, folder));
  if (walk.trail.has(real)) {
    walk.errors.push(photoError('link-loop', folder));
    return;
  }
  let entries: Dirent[];
  try {
    entries = await readdir(resolve(walk.from, folder), { withFileTypes: true });
  } catch (cause) {
    walk.errors.push(systemPhotoError(folder, cause));
    return;
  }
  walk.trail.add(real);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.name.startsWith('.')) await walkEntry(join(folder, entry.name), entry.isSymbolicLink(), walk);
  }
  walk.trail.delete(real);
}

async function walkEntry(path: string, isLink: boolean, walk: Walk): Promise<void> {
  try {
    const real = resolve(walk.from, path);
    const found = await stat(real);
    if (found.isDirectory()) await walkFolder(path, walk);
    else if (found.isFile() ? await looksLikePicture(real) : isPictureName(path)) walk.files.push(path);
    else walk.ignored += 1;
  } catch (cause) {
    const dangling = isLink && errnoOf(cause) === 'ENOENT';
    walk.errors.push(dangling ? photoError('not-found', path, 'the symbolic link points to nothing') : systemPhotoError(path, cause));
  }
}

/**
 * The pictures among `paths` (relative ones start from `from`): a file is taken as it is, whatever its name; a folder is walked, hidden entries left
 * out, and of its files those that are pictures by name or by their first bytes. Each path is found once.
 */
export async function findPhotos(paths: readonly string[], from = ''): Promise<FoundPhotos> {
  const walk: Walk = { from, files: [], errors: [], ignored: 0, trail: new Set() };
  for (const path of paths) {
    try {
      if ((await stat(resolve(from, path))).isDirectory()) await walkFolder(path, walk);
      else walk.files.push(path);
    } catch (cause) {
      walk.errors.push(systemPhotoError(path, cause));
    }
  }
  return { files: [...new Set(walk.files)], errors: walk.errors, ignored: walk.ignored };
}
