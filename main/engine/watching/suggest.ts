import { dirname, sep } from 'node:path';

export interface Suggestion {
  readonly path: string;
  /** one that lies in it */
  readonly photoId: string;
  /** all those that lie in it or below */
  readonly photos: number;
}

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** The folders that photos came from, those with the most first; one below another counts as that one. */
export function suggestFolders(photos: readonly { readonly id: string; readonly path: string }[], without: readonly string[], most: number): Suggestion[] {
  const byFolder = Map.groupBy(photos, ({ path }) => dirname(path));
  const tops: { path: string; photoId: string; photos: number }[] = [];
  for (const [path, inIt] of [...byFolder].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const top = tops.find((one) => isBelow(path, one.path));
    if (top === undefined) tops.push({ path, photoId: inIt[0]?.id ?? '', photos: inIt.length });
    else top.photos += inIt.length;
  }
  return tops.filter(({ path }) => !without.some((watched) => isBelow(path, watched))).toSorted((a, b) => b.photos - a.photos).slice(0, most);
}
