import { lastSlot, type PictureRef, type ProductDraft, type VariantDraft } from '../types.ts';
import type { PictureName } from './values.ts';

interface NamedPicture extends PictureName {
  readonly main: boolean;
  /** where the table says which one it is, from 1 */
  readonly position: number | null;
  readonly variant: string | null;
}

export interface BuiltVariant extends VariantDraft {
  /** from a row that names its parent */
  readonly child: boolean;
}

/** A product while its rows come in. */
export interface ProductBuilder {
  readonly draft: Omit<ProductDraft, 'variants' | 'pictures'>;
  readonly variants: Map<string, BuiltVariant>;
  readonly pictures: Map<string, NamedPicture>;
  /** the table has a column for the main picture: one without it has none, whatever else there is */
  readonly hasMainColumn: boolean;
  rows: number;
}

/** Adds a picture once; what is said of it first stands, but for the variant it belongs to. */
export function addPicture(builder: ProductBuilder, picture: NamedPicture): void {
  const known = builder.pictures.get(picture.ref);
  if (known === undefined) builder.pictures.set(picture.ref, picture);
  else if (known.variant === null && picture.variant !== null) builder.pictures.set(picture.ref, { ...known, variant: picture.variant });
}

/** Slots in order: the main picture, those with a position by it, the others as they came. */
function slotted(builder: ProductBuilder): PictureRef[] {
  const all = [...builder.pictures.values()];
  const place = (picture: NamedPicture): number => (picture.main ? -1 : (picture.position ?? Number.MAX_SAFE_INTEGER));
  const sorted = all.toSorted((a, b) => place(a) - place(b));
  const mainMissing = builder.hasMainColumn && sorted[0] !== undefined && !sorted[0].main;
  return sorted.slice(0, mainMissing ? lastSlot - 1 : lastSlot).map(({ kind, ref, variant }, at) => ({ slot: at + (mainMissing ? 2 : 1), kind, ref, variant }));
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/**
 * The finished product. One with a single row is no product of variants: what its row says of colour and SKU is the
 * product's own. Where rows name their parent, the parent's row is no variant.
 */
export function finish(builder: ProductBuilder): ProductDraft {
  const all = [...builder.variants.values()];
  const children = all.filter(({ child }) => child);
  const variants = children.length > 0 ? children : all;
  const only = variants.length === 1 && children.length === 0 ? variants[0] : undefined;
  const pictures = slotted(builder);
  const { draft } = builder;
  if (only !== undefined) {
    const colours = unique([...draft.colours, ...(only.colour === null ? [] : [only.colour])]);
    const sku = draft.sku ?? only.sku;
    return { ...draft, sku, externalId: draft.externalId ?? only.externalId, price: draft.price ?? only.price, colours, variants: [], pictures: pictures.map((picture) => ({ ...picture, variant: null })) };
  }
  const keys = new Set(variants.map(({ key }) => key));
  return {
    ...draft,
    variants: variants.map(({ child: _, ...variant }) => variant),
    pictures: pictures.map((picture) => (picture.variant === null || keys.has(picture.variant) ? picture : { ...picture, variant: null })),
  };
}
