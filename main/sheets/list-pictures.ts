import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isPictureName } from '../media/index.ts';

const deepest = 8;
const most = 200_000;

/** Files that only tables of Taobao's assistant name. */
const isPicture = (name: string): boolean => isPictureName(name) || name.toLowerCase().endsWith('.tbi');

/**
 * The pictures below a folder by name, relative to it, with '/' between. Hidden entries and links are left out, and a
 * folder that cannot be read has none.
 */
export async function listPictures(folder: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.name.startsWith('.') || found.length >= most) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile() && isPicture(entry.name)) found.push(path);
      else if (entry.isDirectory() && depth < deepest && entry.name !== 'node_modules') await walk(path, depth + 1);
    }
  };
  await walk('', 0);
  return found;
}
