import { z } from 'zod';
import { FieldId, Mapping } from '../catalog/import/fields.ts';
import { RowProblem, RowProblemCode } from '../catalog/import/problems.ts';
import { Extra, Price, Slot, Titles } from '../catalog/types.ts';
import { ChannelChoice, ChannelId, Verdict } from '../photo-check/types.ts';
import { command, defineFeature, query } from './define.ts';

// the window names fields and problems as well
export { fieldIds, sharedFields, type FieldId } from '../catalog/import/fields.ts';
export { rowErrorCodes } from '../catalog/import/problems.ts';

/** A picture of a product, light enough for long lists. */
export const SlotRow = z.object({
  slot: Slot,
  photoId: z.string(),
  sha256: z.string().nullable(),
  name: z.string(),
  variantId: z.string().nullable(),
});
export type SlotRow = z.infer<typeof SlotRow>;

export const ProductRow = z.object({
  id: z.string(),
  titles: Titles,
  sku: z.string().nullable(),
  brand: z.string().nullable(),
  category: z.string().nullable(),
  colours: z.array(z.string()),
  price: Price.nullable(),
  variants: z.number(),
  slots: z.array(SlotRow),
  /** empty slots up to the last one taken; the main one where there is no picture */
  missing: z.array(Slot),
  /** pictures that the source names and that are no photo here: files not found, addresses */
  unresolved: z.number(),
  /** of the main picture, by channel; empty where there is none or it is not judged yet */
  verdicts: z.record(ChannelId, Verdict),
  /** the worst of them in the asked channel (or in any) */
  verdict: Verdict.nullable(),
  sample: z.boolean(),
});
export type ProductRow = z.infer<typeof ProductRow>;

export const ProductFilter = z.object({
  channel: ChannelChoice.default('all'),
  show: z.enum(['all', 'missing', 'unresolved', 'fail', 'warn', 'pass']).default('all'),
  search: z.string().max(200).default(''),
});
export type ProductFilter = z.infer<typeof ProductFilter>;

export const ProductDetail = z.object({
  row: ProductRow,
  source: z.string(),
  externalId: z.string().nullable(),
  handle: z.string().nullable(),
  createdOn: z.string().nullable(),
  variants: z.array(z.object({ id: z.string(), sku: z.string().nullable(), colour: z.string().nullable(), size: z.string().nullable(), price: Price.nullable() })),
  /** what the source named and what became of it */
  references: z.array(z.object({ slot: Slot, kind: z.enum(['file', 'url', 'found', 'staff']), ref: z.string(), found: z.boolean() })),
  /** cells of the table that belong to no field */
  extra: Extra,
  updatedAt: z.number(),
});
export type ProductDetail = z.infer<typeof ProductDetail>;

/** A table of products that was opened and not yet applied. It is kept in the engine; the window knows its id. */
export const SheetDraft = z.object({
  id: z.string(),
  file: z.string(),
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  rows: z.number(),
  /** as the table program counts it, from 1 */
  headerRow: z.number(),
  columns: z.array(z.object({ heading: z.string(), samples: z.array(z.string()) })),
  mapping: Mapping,
  /** true where the mapping is the one chosen the last time for a table with these headings */
  remembered: z.boolean(),
  /** the folder pictures are looked for in; by its name, never by its path */
  pictureFolder: z.string(),
  pictureFiles: z.number(),
});
export type SheetDraft = z.infer<typeof SheetDraft>;

export const DryRun = z.object({
  products: z.object({ new: z.number(), changed: z.number(), unchanged: z.number() }),
  rows: z.object({ total: z.number(), bad: z.number() }),
  variants: z.number(),
  pictures: z.object({ found: z.number(), missing: z.number(), addresses: z.number(), newPhotos: z.number() }),
  /** how often each problem occurs */
  problemCounts: z.array(z.object({ code: RowProblemCode, count: z.number() })),
  /** the first of each */
  problems: z.array(RowProblem),
  /** the first products of what would be written */
  samples: z.array(z.object({ title: z.string(), sku: z.string().nullable(), change: z.enum(['new', 'changed']), variants: z.number(), pictures: z.number() })),
});
export type DryRun = z.infer<typeof DryRun>;

export const ArrangeChange = z.discriminatedUnion('kind', [
  /** into a slot, or the next free one; what stands there moves on */
  z.object({ kind: z.literal('assign'), photoIds: z.array(z.string()).min(1).max(50), slot: Slot.nullable(), variantId: z.string().nullable().default(null) }),
  z.object({ kind: z.literal('move'), photoId: z.string(), slot: Slot }),
  z.object({ kind: z.literal('unassign'), photoIds: z.array(z.string()).min(1).max(50) }),
  z.object({ kind: z.literal('variant'), photoId: z.string(), variantId: z.string().nullable() }),
]);
export type ArrangeChange = z.infer<typeof ArrangeChange>;

const Undoable = z.object({ eventIds: z.array(z.string()) });
const Draft = z.object({ draftId: z.string() });

export const products = defineFeature({
  calls: {
    list: query({
      input: ProductFilter.extend({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(200) }),
      /** `total`: with all pages */
      output: z.object({ total: z.number(), rows: z.array(ProductRow) }),
    }),
    /** where in such a list a product stands, from 0; null where it is not shown */
    place: query({ input: ProductFilter.extend({ id: z.string() }), output: z.object({ index: z.number().nullable() }) }),
    get: query({ input: z.object({ id: z.string() }), output: ProductDetail }),
    counts: query({
      input: z.object({ channel: ChannelChoice.default('all') }),
      output: z.object({ total: z.number(), missing: z.number(), unresolved: z.number(), byVerdict: z.object({ pass: z.number(), warn: z.number(), fail: z.number() }) }),
    }),
    /** opens the system's file dialog, then reads the table; null where the person thought better of it */
    chooseSheet: command({ where: 'host', input: z.object({}), output: SheetDraft.nullable() }),
    /** another folder of pictures for an open table */
    choosePictures: command({ where: 'host', input: Draft, output: SheetDraft.nullable() }),
    /** reads the table again, another way */
    reread: command({ input: Draft.extend({ encoding: z.string().optional(), delimiter: z.string().optional(), sheet: z.string().optional() }), output: SheetDraft }),
    /** what applying would do; writes nothing */
    dryRun: query({ input: Draft.extend({ mapping: z.array(FieldId.nullable()) }), output: DryRun }),
    /** writes what the last dry run showed, as one transaction */
    apply: command({ input: Draft, output: z.object({ importId: z.string(), added: z.number(), changed: z.number(), photos: z.number(), jobId: z.string().nullable() }) }),
    /** lets go of an open table, also in the middle of reading it */
    discard: command({ input: Draft, output: z.object({}) }),
    undoImport: command({ input: z.object({ importId: z.string() }), output: z.object({ undone: z.number() }) }),
    arrange: command({ input: z.object({ id: z.string(), change: ArrangeChange }), output: Undoable }),
    undo: command({ input: Undoable, output: z.object({ undone: z.number() }) }),
  },
  events: {
    /** null = too many to name: ask again */
    changed: z.object({ ids: z.array(z.string()).nullable() }),
    /** rows of a table read or compared so far */
    progress: z.object({ draftId: z.string(), rows: z.number() }),
  },
});
