import type { z } from 'zod';
import { missingSlots } from '../../app/catalog/index.ts';
import type { ProductDetail, ProductFilter, ProductRow, products, SlotRow } from '../../app/contract/products.ts';
import type { ChannelChoice, ChannelId, Verdict } from '../../app/photo-check/types.ts';
import type { ReadableDb } from './db.ts';
import { productLinesOf, type ProductKind } from './product-lines.ts';
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
type Views = ReadonlyMap<number, ProfileView>;

const select = `
  select id, title_en, title_zh, sku, brand, category, colours, price_minor, currency, sample, l.unresolved,
    (select count(*) from product_variants v where v.product_id = products.id) as variants
  from products join product_lines l on l.product_id = products.id where removed = 0`;
const selectSlots = `
  select l.product_id, l.slot, l.photo_id, l.variant_id, p.sha256, p.name, coalesce(w.profile_id, p.profile_id) as profile_id
  from placements l join projected_photos p on p.id = l.photo_id
  left join waived_profiles w on w.photo_id = p.id
  where p.shown_removed = 0`;

const price = (row: { readonly price_minor: number | null; readonly currency: string | null }): ProductRow['price'] =>
  row.price_minor === null ? null : { minor: row.price_minor, currency: row.currency };

const mainOf = (slots: readonly StoredSlot[]): StoredSlot | undefined => (slots[0]?.slot === 1 ? slots[0] : undefined);

/** Whether a tab shows the products of a kind; `product-lines.ts` asks the same of each line. */
const shows: Readonly<Record<ProductFilter['show'], (kind: ProductKind, view: ProfileView) => boolean>> = {
  all: () => true,
  missing: ({ gaps }) => gaps > 0,
  unresolved: ({ unresolved }) => unresolved > 0,
  fail: (_, { verdict }) => verdict === 'fail',
  warn: (_, { verdict }) => verdict === 'warn',
  pass: (_, { verdict }) => verdict === 'pass',
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

/** Lists, counts and details of products, with what was judged of their main pictures. Quick at 100,000 products. */
export function productListOf(db: ReadableDb) {
  const lines = productLinesOf(db);
  const these = db.prepare<[string], Stored>(`${select} and id in (select value from json_each(?))`);
  const slotsOf = db.prepare<[string], StoredSlot>(`${selectSlots} and l.product_id in (select value from json_each(?)) order by l.product_id, l.slot`);
  const profile = db.prepare<[number], { profile: string }>('select profile from verdict_profiles where id = ?');
  const rest = db.prepare<[string], { source: string; externalId: string | null; handle: string | null; createdOn: string | null; extra: string; updatedAt: number }>(
    'select source, external_id as externalId, handle, created_on as createdOn, extra, updated_at as updatedAt from products where id = ?',
  );
  const variants = db.prepare<[string], { id: string; sku: string | null; colour: string | null; size: string | null; price_minor: number | null; currency: string | null }>(
    'select id, sku, colour, size, price_minor, currency from product_variants where product_id = ? order by position',
  );
  const references = db.prepare<[string], { slot: number; kind: 'file' | 'url' | 'found' | 'staff'; ref: string; found: number }>(
    'select slot, kind, ref, photo_id is not null as found from product_pictures where product_id = ? order by slot',
  );

  /** Each of the few profiles is looked at once. */
  function viewsOf(ids: Iterable<number | null>, channel: ChannelChoice, enabled: readonly ChannelId[]): Views {
    const known = [...new Set(ids)].flatMap((id) => {
      const stored = id === null ? undefined : profile.get(id);
      return id === null || stored === undefined ? [] : [[id, viewProfile(decodeProfile(stored.profile), channel, enabled)] as const];
    });
    return new Map(known);
  }
  const viewIn = (views: Views, id: number | null): ProfileView => (id === null ? unjudged : (views.get(id) ?? unjudged));

  /** The rows of these products, in this order; one that is unknown or taken out has none. */
  function rowsOf(ids: readonly string[], channel: ChannelChoice, enabled: readonly ChannelId[]): ProductRow[] {
    const asked = JSON.stringify(ids);
    const stored = new Map(these.all(asked).map((row) => [row.id, row]));
    const slots = Map.groupBy(slotsOf.all(asked), (slot) => slot.product_id);
    const mainProfile = (id: string): number | null => mainOf(slots.get(id) ?? none)?.profile_id ?? null;
    const views = viewsOf(ids.map(mainProfile), channel, enabled);
    return ids.flatMap((id) => {
      const row = stored.get(id);
      return row === undefined ? [] : [toRow({ stored: row, slots: slots.get(id) ?? none, view: viewIn(views, mainProfile(id)) })];
    });
  }

  /** All products by kind, and how the channel asked for judges them. */
  function surveyed(channel: ChannelChoice, enabled: readonly ChannelId[]) {
    const kinds = lines.kinds();
    const views = viewsOf(kinds.map(({ profileId }) => profileId), channel, enabled);
    const profilesOf = (verdict: Verdict): number[] => [...views].flatMap(([id, view]) => (view.verdict === verdict ? [id] : []));
    return { kinds: kinds.map((kind) => ({ kind, view: viewIn(views, kind.profileId) })), profilesOf };
  }

  const get = (id: string, enabled: readonly ChannelId[]): ProductRow | null => rowsOf([id], 'all', enabled)[0] ?? null;

  return {
    /** A page of products by name, and how many there are with all pages. `enabled`: the channels the shop sells on. */
    list({ channel, offset, limit, ...asked }: ProductFilter & { readonly offset: number; readonly limit: number }, enabled: readonly ChannelId[]): { total: number; rows: ProductRow[] } {
      const { kinds, profilesOf } = surveyed(channel, enabled);
      const ids = lines.page({ ...asked, offset, limit }, profilesOf);
      const total = (): number => {
        if (asked.search.trim() === '') return kinds.reduce((sum, { kind, view }) => sum + (shows[asked.show](kind, view) ? kind.n : 0), 0);
        // the last page says by itself where the list ends
        return ids.length < limit && (ids.length > 0 || offset === 0) ? offset + ids.length : lines.count(asked, profilesOf);
      };
      return { total: total(), rows: rowsOf(ids, channel, enabled) };
    },
    /** Where in the list a product stands, from 0; null where the list does not show it. */
    place({ channel, id, ...asked }: ProductFilter & { readonly id: string }, enabled: readonly ChannelId[]): number | null {
      return lines.place(id, asked, surveyed(channel, enabled).profilesOf);
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
      for (const { kind, view } of surveyed(channel, enabled).kinds) {
        counts.total += kind.n;
        if (shows.missing(kind, view)) counts.missing += kind.n;
        if (shows.unresolved(kind, view)) counts.unresolved += kind.n;
        if (view.verdict !== null) counts.byVerdict[view.verdict] += kind.n;
      }
      return counts;
    },
  };
}
