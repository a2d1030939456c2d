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

/**
 * Finds each of a table's products among those stored: by what identified it the last time, else by a SKU that only
 * one has. Every product is found once, and what a row has by its key no other row gets by its SKU.
 */
function findStored(products: SheetProducts['products'], known: readonly KnownProduct[]): (KnownProduct | null)[] {
  const byKey = new Map<string, KnownProduct>();
  const bySku = new Map<string, KnownProduct | null>();
  for (const product of known) {
    if (product.source !== source) continue;
    byKey.set(product.sourceKey, product);
    if (product.sku !== null) bySku.set(product.sku, bySku.has(product.sku) ? null : product);
  }
  const taken = new Set<string>();
  const once = (product: KnownProduct | null | undefined): KnownProduct | null => {
    if (product == null || taken.has(product.id)) return null;
    taken.add(product.id);
    return product;
  };
  const found = products.map(({ draft }) => once(byKey.get(draft.key)));
  return products.map(({ draft: { sku } }, index) => found[index] ?? (sku === null ? null : once(bySku.get(sku))));
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
  const found = findStored(sheet.products, known);
  const entries: ImportEntry[] = [];
  const counts = { new: 0, changed: 0, unchanged: 0 };
  const pictures = { found: 0, missing: 0, addresses: 0, newPhotos: 0 };
  const newPaths = new Set<string>();
  let variants = 0;
  for (const [index, { draft, pictures: shown }] of sheet.products.entries()) {
    const stored = found[index] ?? null;
    const content = contentOf(draft, shown);
    variants += draft.variants.length;
    for (const { kind, photoPath } of shown) {
      if (photoPath === null) pictures[kind === 'url' ? 'addresses' : 'missing'] += 1;
      else {
        pictures.found += 1;
        if (!knownPaths.has(photoPath)) newPaths.add(photoPath);
      }
    }
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
