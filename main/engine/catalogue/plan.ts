import { keepsRowOut, type RowProblem } from '../../../app/catalog/index.ts';
import type { DryRun } from '../../../app/contract/products.ts';
import type { SheetProducts } from '../../sheets/index.ts';
import { contentOf, nameOf } from '../../store/product-content.ts';
import type { KnownProduct } from '../../store/products.ts';
import type { ImportEntry } from './messages.ts';

export interface Plan {
  /** products that are new or changed */
  readonly entries: readonly ImportEntry[];
  readonly dryRun: DryRun;
}

const shownOfEach = 60;
const shownSamples = 40;
const source = 'file';

/** Finds a table's product among those stored: by what identified it the last time, else by a SKU that only one has. */
function finder(known: readonly KnownProduct[]): (key: string, sku: string | null) => KnownProduct | null {
  const byKey = new Map<string, KnownProduct>();
  const bySku = new Map<string, KnownProduct | null>();
  for (const product of known) {
    if (product.source !== source) continue;
    byKey.set(product.sourceKey, product);
    if (product.sku !== null) bySku.set(product.sku, bySku.has(product.sku) ? null : product);
  }
  return (key, sku) => byKey.get(key) ?? (sku === null ? null : (bySku.get(sku) ?? null));
}

function problemsOf(problems: readonly RowProblem[]): Pick<DryRun, 'problemCounts' | 'problems'> {
  const byCode = Map.groupBy(problems, ({ code }) => code);
  const order = (code: RowProblem['code']): number => (keepsRowOut(code) ? 0 : 1);
  const codes = [...byCode].toSorted(([a, x], [b, y]) => order(a) - order(b) || y.length - x.length);
  return {
    problemCounts: codes.map(([code, found]) => ({ code, count: found.length })),
    problems: codes.flatMap(([, found]) => found.slice(0, shownOfEach)),
  };
}

/** What applying a table would do to what is stored: which products are new, which changed, which stay. */
export function planImport(sheet: SheetProducts, known: readonly KnownProduct[], knownPaths: ReadonlySet<string>): Plan {
  const find = finder(known);
  const taken = new Set<string>();
  const entries: ImportEntry[] = [];
  const counts = { new: 0, changed: 0, unchanged: 0 };
  const pictures = { found: 0, missing: 0, addresses: 0, newPhotos: 0 };
  const newPaths = new Set<string>();
  let variants = 0;
  for (const { draft, pictures: shown } of sheet.products) {
    const found = find(draft.key, draft.sku);
    const stored = found !== null && !taken.has(found.id) ? found : null;
    const content = contentOf(draft, shown);
    variants += draft.variants.length;
    for (const { kind, photoPath } of shown) {
      if (photoPath === null) pictures[kind === 'url' ? 'addresses' : 'missing'] += 1;
      else {
        pictures.found += 1;
        if (!knownPaths.has(photoPath)) newPaths.add(photoPath);
      }
    }
    if (stored !== null) taken.add(stored.id);
    if (stored !== null && stored.content === content && stored.removed === 0) counts.unchanged += 1;
    else {
      counts[stored === null ? 'new' : 'changed'] += 1;
      entries.push({ id: stored?.id ?? null, draft, pictures: shown, content });
    }
  }
  pictures.newPhotos = newPaths.size;
  const bad = new Set(sheet.problems.filter(({ code }) => keepsRowOut(code)).map(({ row }) => row)).size;
  const samples = entries.slice(0, shownSamples).map(({ id, draft, pictures: shown }) => ({
    title: nameOf(draft), sku: draft.sku, change: id === null ? ('new' as const) : ('changed' as const), variants: draft.variants.length, pictures: shown.length,
  }));
  return { entries, dryRun: { products: counts, rows: { total: sheet.rows, bad }, variants, pictures, ...problemsOf(sheet.problems), samples } };
}
