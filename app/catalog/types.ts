import { z } from 'zod';

/** Slot 1 is the main picture, 2 the second, and so on. */
export const mainSlot = 1;
/** No channel takes more pictures than this. */
export const lastSlot = 50;
export const Slot = z.number().int().min(mainSlot).max(lastSlot);

/** A title in each language it is known in. */
export const Titles = z.object({ en: z.string().nullable(), 'zh-CN': z.string().nullable() });
export type Titles = z.infer<typeof Titles>;


/** Hundredths of the currency's unit, also where it has no coin so small (yen); the currency as ISO 4217, null where the table does not say. */
export const Price = z.object({ minor: z.number().int(), currency: z.string().nullable() });
export type Price = z.infer<typeof Price>;

/** Cells that belong to no field of ours, by their heading: kept as they came. */
export const Extra = z.record(z.string(), z.string());
export type Extra = z.infer<typeof Extra>;

/** How a source names a picture: a file, an address (kept, never fetched), or nothing but a file that carries the SKU. */
export const PictureRef = z.object({ slot: Slot, kind: z.enum(['file', 'url', 'found']), ref: z.string(), variant: z.string().nullable() });
export type PictureRef = z.infer<typeof PictureRef>;

export const VariantDraft = z.object({
  /** identity within its product, the same at every reading */
  key: z.string(),
  externalId: z.string().nullable(),
  sku: z.string().nullable(),
  /** as declared, in whatever language */
  colour: z.string().nullable(),
  size: z.string().nullable(),
  price: Price.nullable(),
  /** of the table, counted from 1 with its heading */
  row: z.number().int(),
  extra: Extra,
});
export type VariantDraft = z.infer<typeof VariantDraft>;

/** A product as a source tells it, before it is compared with what is stored. */
export const ProductDraft = z.object({
  /** identity within its source, e.g. 'handle:blue-mug' */
  key: z.string(),
  externalId: z.string().nullable(),
  sku: z.string().nullable(),
  handle: z.string().nullable(),
  titles: Titles,
  brand: z.string().nullable(),
  category: z.string().nullable(),
  colours: z.array(z.string()),
  price: Price.nullable(),
  createdAt: z.string().nullable(),
  variants: z.array(VariantDraft),
  pictures: z.array(PictureRef),
  row: z.number().int(),
  extra: Extra,
});
export type ProductDraft = z.infer<typeof ProductDraft>;
