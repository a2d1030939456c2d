import type { KnownFile } from '../../store/photo-files.ts';
import type { FoundFile } from '../../store/photos.ts';

export interface Comparison<F extends FoundFile> {
  /** size or time are others than those that were looked at */
  readonly touched: readonly { readonly known: KnownFile; readonly file: F }[];
  /** not where they were, those that are marked as such included */
  readonly gone: readonly KnownFile[];
  /** marked as gone, and there again as they were */
  readonly back: readonly KnownFile[];
}

/** What became of known photos, by what lies in their folder now. What staff took out of the catalogue is nobody's business. */
export function compareFiles<F extends FoundFile>(known: readonly KnownFile[], found: ReadonlyMap<string, F>): Comparison<F> {
  const touched: { known: KnownFile; file: F }[] = [];
  const gone: KnownFile[] = [];
  const back: KnownFile[] = [];
  for (const one of known) {
    if (one.removed) continue;
    const file = found.get(one.path);
    if (file === undefined) gone.push(one);
    else if (file.bytes !== one.bytes || file.modifiedMs !== one.modifiedMs) touched.push({ known: one, file });
    else if (one.missingSince !== null) back.push(one);
  }
  return { touched, gone, back };
}
