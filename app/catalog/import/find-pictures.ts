import { lastSlot, mainSlot, type PictureRef, type ProductDraft } from '../types.ts';
import type { RowProblem } from './problems.ts';

/** Files of a folder, by the names a table may call them. */
export interface FileIndex {
  /** the file that a path or name in the table means; null where there is none, or several */
  readonly named: (ref: string) => string | null;
  /** files whose name starts with a SKU, with the slot that the rest of the name says */
  readonly ofSku: (sku: string) => readonly { readonly path: string; readonly slot: number | null }[];
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
const slashes = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/^\/+/, '');
const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const stemOf = (name: string): string => name.replace(/\.[a-z0-9]{2,5}$/i, '');

/** Words that name a slot in a file's name: 'AB12-main.jpg', 'AB12_主图.jpg'. */
const mainWords = /^(?:main|front|cover|primary|hero|主图|首图|正面|封面)$/;
/** What may follow the SKU in a file's name: '_1', '-main', ' (2)', '.PT01'. */
const suffix = /^[\s_\-.(（[]+(?:pt|img|image|pic|图)?0*(\d{1,2}|[\p{L}]+)[)）\]]?$/u;

/** The slot that the rest of a file's name says behind the SKU; undefined where the rest is no such thing. */
function slotOf(rest: string): number | null | undefined {
  if (rest === '') return mainSlot;
  const said = suffix.exec(rest)?.[1];
  if (said === undefined) return undefined;
  if (mainWords.test(said)) return mainSlot;
  const number = Number(said);
  if (!Number.isInteger(number)) return null;
  // a shop that counts from 0 means the main picture by it
  return number <= lastSlot ? Math.max(mainSlot, number) : null;
}

/** @param files paths below a folder, relative to it, in any slashes; what is answered are these very strings */
export function fileIndex(files: readonly string[]): FileIndex {
  const byPath = new Map<string, string>();
  const byBase = new Map<string, string[]>();
  const byStem = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, file: string): void => void map.set(key, [...(map.get(key) ?? []), file]);
  const stems: { readonly stem: string; readonly file: string }[] = [];
  for (const file of files) {
    const path = fold(slashes(file));
    const base = baseOf(path);
    byPath.set(path, file);
    put(byBase, base, file);
    put(byStem, stemOf(base), file);
    stems.push({ stem: stemOf(base), file });
  }
  stems.sort((a, b) => (a.stem < b.stem ? -1 : a.stem > b.stem ? 1 : 0));
  const only = (found: readonly string[] | undefined): string | null => (found?.length === 1 ? (found[0] ?? null) : null);
  const firstAtOrAfter = (prefix: string): number => {
    let low = 0, high = stems.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stems[middle]?.stem ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    named(ref) {
      const path = fold(slashes(ref));
      const base = baseOf(path);
      return byPath.get(path) ?? only(byBase.get(base)) ?? (base === stemOf(base) ? only(byStem.get(base)) : null);
    },
    ofSku(sku) {
      const wanted = fold(sku);
      const found: { path: string; slot: number | null }[] = [];
      for (let at = firstAtOrAfter(wanted); at < stems.length && (stems[at]?.stem.startsWith(wanted) ?? false); at++) {
        const { stem, file } = stems[at]!;
        const slot = slotOf(stem.slice(wanted.length));
        if (slot !== undefined) found.push({ path: file, slot });
      }
      return found;
    },
  };
}

export interface Resolved {
  /** pictures with the file each means; a file that is not there stays as its reference */
  readonly pictures: readonly (PictureRef & { readonly file: string | null })[];
  readonly problems: readonly RowProblem[];
}

/**
 * The files of a product's pictures. Named ones first; where the table names none, files that carry the SKU of the
 * product or of a variant are taken, each in the slot its name says, or the next free one. Addresses are kept.
 */
export function resolvePictures(product: ProductDraft, index: FileIndex): Resolved {
  const problems: RowProblem[] = [];
  const problem = (ref: PictureRef, code: RowProblem['code']): void => void problems.push({ row: product.row, column: null, value: ref.ref.slice(0, 120), code, other: 0 });
  const pictures: (PictureRef & { file: string | null })[] = product.pictures.map((ref) => {
    const file = ref.kind === 'file' ? index.named(ref.ref) : null;
    if (ref.kind === 'file' && file === null) problem(ref, 'picture-not-found');
    if (ref.kind === 'url') problem(ref, 'picture-address');
    return { ...ref, file };
  });
  const taken = new Set(pictures.map(({ slot }) => slot));
  const known = new Set(pictures.flatMap(({ file }) => file ?? []));
  const owners = [[product.sku, null] as const, ...product.variants.map(({ sku, key }) => [sku, key] as const)];
  for (const [sku, variant] of owners) {
    if (sku === null || product.pictures.length > 0) continue;
    for (const { path, slot } of index.ofSku(sku)) {
      if (known.has(path)) continue;
      const wanted = variant === null ? slot : null;
      const free = wanted !== null && !taken.has(wanted) ? wanted : nextFree(taken);
      if (free === null) continue;
      known.add(path);
      taken.add(free);
      pictures.push({ slot: free, kind: 'found', ref: path, variant, file: path });
    }
  }
  return { pictures: pictures.toSorted((a, b) => a.slot - b.slot), problems };
}

function nextFree(taken: ReadonlySet<number>): number | null {
  for (let slot = mainSlot; slot <= lastSlot; slot++) if (!taken.has(slot)) return slot;
  return null;
}
