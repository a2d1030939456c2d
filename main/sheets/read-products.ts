import { join } from 'node:path';
import { productReader, resolvePictures, type FileIndex, type Mapping, type ProductDraft, type RowProblem } from '../../app/catalog/index.ts';
import type { Sheet } from './open-sheet.ts';
import { atTheirCells } from './picture-places.ts';

/** A picture of a table's product with the file it means. */
export type SheetPicture = ProductDraft['pictures'][number] & { readonly photoPath: string | null };

export interface SheetProducts {
  readonly products: readonly { readonly draft: ProductDraft; readonly pictures: readonly SheetPicture[] }[];
  readonly problems: readonly RowProblem[];
  /** rows that said something */
  readonly rows: number;
}

export interface ReadProductsOptions {
  readonly mapping: Mapping;
  readonly index: FileIndex;
  /** the index's files lie below it; '' where they are named as they are */
  readonly pictureFolder: string;
  /** ISO day */
  readonly today: string;
  readonly onRows?: (rows: number) => void;
}

const toldEvery = 5_000;

/** All products of an open table, with the files of their pictures. */
export function readProducts(sheet: Sheet, { mapping, index, pictureFolder, today, onRows }: ReadProductsOptions): SheetProducts {
  const reader = productReader({ header: sheet.header, mapping, today });
  sheet.rows.slice(sheet.firstRow).forEach((row, at) => {
    reader.take(row);
    if (at % toldEvery === toldEvery - 1) onRows?.(at + 1);
  });
  const { products, problems, rows } = reader.finish();
  const missing: RowProblem[] = [];
  const resolved = products.map((draft) => {
    const { pictures, problems: of } = resolvePictures(draft, index);
    missing.push(...of);
    return { draft, pictures: pictures.map(({ file, ...picture }) => ({ ...picture, photoPath: file === null ? null : pictureFolder === '' ? file : join(pictureFolder, file) })) };
  });
  const all = [...problems, ...atTheirCells(missing, sheet, mapping)];
  return { products: resolved, problems: all.toSorted((a, b) => a.row - b.row), rows };
}
