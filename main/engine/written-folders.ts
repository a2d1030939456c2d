import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import type { Store } from '../store/index.ts';

const key = 'written-folders';
const Paths = z.array(z.string());
type Facts = Pick<Store['facts'], 'get' | 'put'>;

function known(facts: Facts): readonly string[] {
  const text = facts.get(key);
  return text === null ? [] : Paths.parse(JSON.parse(text));
}

const realPathOf = (path: string): Promise<string> => realpath(path).catch(() => path);

/** Remembers a folder that the console writes copies into: they are none of the shop's pictures. */
export async function noteWrittenFolder({ facts }: { readonly facts: Facts }, folder: string): Promise<void> {
  const path = await realPathOf(folder);
  const before = known(facts);
  if (!before.includes(path)) facts.put(key, JSON.stringify([...before, path]));
}

/** The folders below `root` that the console wrote, named as one comes to them from there. */
export async function writtenFoldersIn({ facts }: { readonly facts: Facts }, root: string): Promise<string[]> {
  const paths = known(facts);
  if (paths.length === 0) return [];
  const top = await realPathOf(root);
  const start = top.endsWith(sep) ? top : top + sep;
  return paths.flatMap((path) => (path.startsWith(start) ? [join(root, relative(top, path))] : []));
}
