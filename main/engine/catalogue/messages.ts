import type { Mapping, ProductDraft } from '../../../app/catalog/index.ts';
import type { DryRun } from '../../../app/contract/products.ts';
import type { SheetChoices, SheetError } from '../../sheets/index.ts';
import type { SourcePicture } from '../../store/product-content.ts';

export interface SheetThreadData {
  /** read only, to compare with */
  readonly database: string;
}

export type ToSheetThread =
  | { readonly t: 'open'; readonly path: string; readonly choices: Omit<SheetChoices, 'onRows'>; readonly pictureFolder: string }
  | { readonly t: 'pictures'; readonly folder: string }
  | { readonly t: 'plan'; readonly mapping: Mapping; readonly today: string }
  | { readonly t: 'entries' };

/** What is known of a table once it is open. */
export interface OpenedSheet {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly rows: number;
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly pictureFiles: number;
}

/** A product to be written. */
export interface ImportEntry {
  /** null = a new product */
  readonly id: string | null;
  readonly draft: ProductDraft;
  readonly pictures: readonly SourcePicture[];
  readonly content: string;
}

/** A picture's file as it lies on the disk. */
export interface ImportFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

export type FromSheetThread =
  | { readonly t: 'rows'; readonly rows: number }
  | { readonly t: 'opened'; readonly sheet: OpenedSheet }
  | { readonly t: 'failed'; readonly error: SheetError }
  | { readonly t: 'pictures'; readonly files: number }
  | { readonly t: 'planned'; readonly dryRun: DryRun }
  | { readonly t: 'entries'; readonly entries: readonly ImportEntry[]; readonly files: readonly ImportFile[] };
