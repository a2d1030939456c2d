import type { z } from 'zod';
import { missingSlots } from '../../app/catalog/index.ts';
import type { ProductDetail, ProductFilter, ProductRow, products, SlotRow } from '../../app/contract/products.ts';
import type { ChannelChoice, ChannelId } from '../../app/photo-check/types.ts';
import type { ReadableDb } from './db.ts';
import { decodeProfile, viewProfile, type ProfileView } from './profile.ts';

type Counts = z.output<typeof products.calls.counts.output>;

interface Stored {
  readonly id: string;
  readonly title_en: string | null;
  readonly title_zh: string | null;
  readonly sku: string | null;
  readonly brand: string | null;
  readonly category: string | null;
  readonly colours: string;
  readonly price_minor: number | null;
  readonly currency: string | null;
  readonly variants: number;
  readonly unresolved: number;
  readonly sample: number;
  readonly search: string;
}
interface StoredSlot {
  readonly product_id: string;
  readonly slot: number;
  readonly photo_id: string;
  readonly variant_id: string | null;
  readonly sha256: string | null;
  readonly name: string;
  readonly profile_id: number | null;
}
interface Listed {
  readonly stored: Stored;
  readonly slots: readonly StoredSlot[];
  readonly view: ProfileView;
}

const unjudged: ProfileView = { verdicts: {}, rules: [], waived: [], waivedOn: [], verdict: null };
const none: readonly StoredSlot[] = [];

const select = `
  select id, title_en, title_zh, sku, brand, category, colours, price_minor, currency, sample, search,
    (select count(*) from product_variants v where v.product_id = products.id) as variants,
    (select count(*) from product_pictures p where p.product_id = products.id and p.photo_id is null) as unresolved
  from products where removed = 0`;
const selectSlots = `
  select l.product_id, l.slot, l.photo_id, l.variant_id, p.sha256, p.name, coalesce(w.profile_id, p.profile_id) as profile_id
  from placements l join projected_photos p on p.id = l.photo_id
  left join waived_profiles w on w.photo_id = p.id
  where p.shown_removed = 0`;

const price = (row: { readonly price_minor: number | null; readonly currency: string | null }): ProductRow['price'] =>
  row.price_minor === null ? null : { minor: row.price_minor, currency: row.currency };

const mainOf = (slots: readonly StoredSlot[]): StoredSlot | undefined => (slots[0]?.slot === 1 ? slots[0] : undefined);

const shows: Readonly<Record<ProductFilter['show'], (product: Listed) => boolean>> = {
  all: () => true,
  missing: ({ slots }) => missingSlots(slots).length > 0,
  unresolved: ({ stored }) => stored.unresolved > 0,
  fail: ({ view }) => view.verdict === 'fail',
  warn: ({ view }) => view.verdict === 'warn',
  pass: ({ view }) => view.verdict === 'pass',
};

function toRow({ stored, slots, view }: Listed): ProductRow {
  return {
    id: stored.id,
    titles: { en: stored.title_en, 'zh-CN': stored.title_zh },
    sku: stored.sku,
    brand: stored.brand,
    category: stored.category,
    colours: JSON.parse(stored.colours) as string[],
    price: price(stored),
    variants: stored.variants,
    slots: slots.map((one): SlotRow => ({ slot: one.slot, photoId: one.photo_id, sha256: one.sha256, name: one.name, variantId: one.variant_id })),
    missing: missingSlots(slots),
    unresolved: stored.unresolved,
    verdicts: view.verdicts,
    verdict: view.verdict,
    sample: stored.sample === 1,
  };
}

/** Lists, counts and details of products, with what was judged of their main pictures. */
export function productListOf(db: ReadableDb) {
  const all = db.prepare<[], Stored>(`${select} order by sort_key, id`);
  const one = db.prepare<[string], Stored>(`${select} and id = ?`);
  const allSlots = db.prepare<[], StoredSlot>(`${selectSlots} order by l.product_id, l.slot`);
  const slotsOf = db.prepare<[string], StoredSlot>(`${selectSlots} and l.product_id = ? order by l.slot`);
  const profiles = db.prepare<[], { id: number; profile: string }>('select id, profile from verdict_profiles where id in (select distinct profile_id from photos)');
  const rest = db.prepare<[string], { source: string; externalId: string | null; handle: string | null; createdOn: string | null; extra: string; updatedAt: number }>(
    'select source, external_id as externalId, handle, created_on as createdOn, extra, updated_at as updatedAt from products where id = ?',
  );
  const variants = db.prepare<[string], { id: string; sku: string | null; colour: string | null; size: string | null; price_minor: number | null; currency: string | null }>(
    'select id, sku, colour, size, price_minor, currency from product_variants where product_id = ? order by position',
  );
  const references = db.prepare<[string], { slot: number; kind: 'file' | 'url' | 'found' | 'staff'; ref: string; found: number }>(
    'select slot, kind, ref, photo_id is not null as found from product_pictures where product_id = ? order by slot',
  );

  const viewsOf = (channel: ChannelChoice, enabled: readonly ChannelId[]): Map<number, ProfileView> =>
    new Map(profiles.all().map(({ id, profile }) => [id, viewProfile(decodeProfile(profile), channel, enabled)]));

  function listed(stored: Stored, slots: readonly StoredSlot[], views: ReadonlyMap<number, ProfileView>): Listed {
    const profile = mainOf(slots)?.profile_id ?? null;
    return { stored, slots, view: profile === null ? unjudged : (views.get(profile) ?? unjudged) };
  }
  function everything(channel: ChannelChoice, enabled: readonly ChannelId[]): Listed[] {
    const bySlot = Map.groupBy(allSlots.all(), (slot) => slot.product_id);
    const views = viewsOf(channel, enabled);
    return all.all().map((stored) => listed(stored, bySlot.get(stored.id) ?? none, views));
  }

  const get = (id: string, enabled: readonly ChannelId[]): ProductRow | null => {
    const stored = one.get(id);
    return stored === undefined ? null : toRow(listed(stored, slotsOf.all(id), viewsOf('all', enabled)));
  };

  return {
    /** `enabled`: the channels the shop sells on */
    list({ channel, show, search, offset, limit }: ProductFilter & { readonly offset: number; readonly limit: number }, enabled: readonly ChannelId[]): { total: number; rows: ProductRow[] } {
      const words = search.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '');
      const found = everything(channel, enabled).filter((product) => shows[show](product) && words.every((word) => product.stored.search.includes(word)));
      return { total: found.length, rows: found.slice(offset, offset + limit).map(toRow) };
    },
    /** null where the product is unknown */
    get,
    detail(id: string, enabled: readonly ChannelId[]): z.output<typeof ProductDetail> | null {
      const row = get(id, enabled);
      const more = rest.get(id);
      if (row === null || more === undefined) return null;
      return {
        row,
        ...more,
        extra: JSON.parse(more.extra) as Record<string, string>,
        variants: variants.all(id).map((variant) => ({ id: variant.id, sku: variant.sku, colour: variant.colour, size: variant.size, price: price(variant) })),
        references: references.all(id).map((reference) => ({ ...reference, found: reference.found === 1 })),
      };
    },
    counts(channel: ChannelChoice, enabled: readonly ChannelId[]): Counts {
      const counts: Counts = { total: 0, missing: 0, unresolved: 0, byVerdict: { pass: 0, warn: 0, fail: 0 } };
      for (const product of everything(channel, enabled)) {
        counts.total += 1;
        if (shows.missing(product)) counts.missing += 1;
        if (shows.unresolved(product)) counts.unresolved += 1;
        if (product.view.verdict !== null) counts.byVerdict[product.view.verdict] += 1;
      }
      return counts;
    },
  };
}
