import { readFile, realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { PhotoAnalysis } from '../../app/photo-check/index.ts';
import type { Memory } from './memory.ts';

/** How a picture stands to the earlier check that it is compared with. */
export type Standing = 'new' | 'changed' | 'unchanged';

/** The files of an earlier check by their real path: the name they are told by, and what they were made of. */
export type Baseline = ReadonlyMap<string, { readonly file: string; readonly sha256: string }>;

/** What a report of `--json` must hold to be compared with. */
const Earlier = z.object({ photos: z.array(z.object({ file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })) });

/** A picture by the name it was given or found by, and where it really is: links followed, once for all that ask. */
export interface NamedFile {
  readonly file: string;
  readonly path: string;
}

export const realPathOf = (file: string, from: string): Promise<string> => {
  const path = resolve(from, file);
  return realpath(path).catch(() => path);
};

const lies = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

/**
 * What `--since` names: `last` for the last check of these paths on this machine, or the file of an earlier `--json`.
 * Only files at or below `paths` count. The error is a sentence for the person who typed it.
 */
export async function readBaseline(since: string, paths: readonly string[], from: string, memory: Memory | null): Promise<Result<Baseline, string>> {
  const roots = await Promise.all(paths.map((path) => realPathOf(path, from)));
  if (since.toLowerCase() === 'last') {
    return ok(new Map((memory?.knownIn(roots) ?? []).map(({ path, sha256 }) => [path, { file: path, sha256 }])));
  }
  try {
    const read = Earlier.safeParse(JSON.parse(await readFile(resolve(from, since), 'utf8')));
    if (!read.success) return err(`${since} is no report of --json; name one, or last for the last check`);
    const entries = await Promise.all(read.data.photos.map(async (photo) => [await realPathOf(photo.file, from), photo] as const));
    return ok(new Map(entries.filter(([path]) => roots.some((root) => lies(path, root)))));
  } catch (cause) {
    const unreadable = cause instanceof SyntaxError ? 'it is no JSON' : cause instanceof Error ? cause.message : String(cause);
    return err(`cannot read ${since}: ${unreadable}; name a report of --json, or last for the last check`);
  }
}

/** What became of the pictures since an earlier check. */
export interface Since {
  readonly standings: ReadonlyMap<string, Standing>;
  /** files of the earlier check that are no longer there, with the name they had in it */
  readonly gone: readonly NamedFile[];
}

/** Compares what was measured now with an earlier check; `found` are all pictures there are now, readable or not. */
export function compareWith(baseline: Baseline, analyses: readonly PhotoAnalysis[], found: readonly NamedFile[]): Since {
  const paths = new Map(found.map(({ file, path }) => [file, path]));
  const standings = analyses.map(({ photo }): readonly [string, Standing] => {
    const before = baseline.get(paths.get(photo.file) ?? photo.file);
    if (before === undefined) return [photo.file, 'new'];
    return [photo.file, before.sha256 === photo.sha256 ? 'unchanged' : 'changed'];
  });
  const present = new Set(paths.values());
  return { standings: new Map(standings), gone: [...baseline].flatMap(([path, { file }]) => (present.has(path) ? [] : [{ path, file }])) };
}
