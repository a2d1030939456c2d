import { mainSlot, project, type Arrangement, type Placement } from '../../app/catalog/index.ts';
import type { PhotoContext } from '../../app/photo-check/types.ts';
import type { WritableDb } from './db.ts';

interface Row {
  readonly slot: number;
  readonly photoId: string;
  readonly variantId: string | null;
}

/** A photo's place in a product. */
export interface PlaceOfPhoto {
  readonly productId: string;
  readonly slot: number;
  readonly variantId: string | null;
}

/** Which photo stands in which slot: what the source says, with staff's last word laid over it. */
export function placementsOf(db: WritableDb) {
  const base = db.prepare<[string], Row>('select slot, photo_id as photoId, variant_id as variantId from product_pictures where product_id = ? and photo_id is not null order by slot');
  const said = db.prepare<[string], { payload: string }>(
    `select payload from pending_events where aspect = 'product.pictures' and entity_id = ? and state in ('pending', 'sent') and undone_at is null
     order by seq desc limit 1`,
  );
  const shown = db.prepare<[string], Row>('select slot, photo_id as photoId, variant_id as variantId from placements where product_id = ? order by slot');
  const drop = db.prepare<[string]>('delete from placements where product_id = ?');
  const insert = db.prepare<[string, number, string, string | null, string, string | null]>(
    `insert or ignore into placements (product_id, slot, photo_id, variant_id)
     select ?, ?, ?, (select id from product_variants where id = ?) where exists (select 1 from photos where id = ?) and ? is not null`,
  );
  const placesOf = db.prepare<[string], PlaceOfPhoto>('select product_id as productId, slot, variant_id as variantId from placements where photo_id = ? order by slot');
  const variantColour = db.prepare<[string], { colour: string | null }>('select colour from product_variants where id = ?');
  const productColours = db.prepare<[string], { colours: string }>('select colours from products where id = ?');
  const variantColours = db.prepare<[string], { colour: string }>('select distinct colour from product_variants where product_id = ? and colour is not null');
  const markStale = db.prepare<[string]>('update photos set stale = 1 where id = ?');
  const forgetSearch = db.prepare<[string]>('delete from photo_search where photo_id = ?');
  const productsWith = db.prepare<[string], { id: string }>('select distinct product_id as id from product_pictures where photo_id = ?');

  /** What is asked of a photo hangs on where it stands and on the colours declared there; it is found by the name of its product, too. */
  function moved(photoId: string): void {
    markStale.run(photoId);
    forgetSearch.run(photoId);
  }

  /** The source sometimes names one picture twice: the first slot stands. */
  function baseOf(productId: string): Placement[] {
    const seen = new Set<string>();
    return base.all(productId).filter(({ photoId }) => !seen.has(photoId) && seen.add(photoId).size > 0);
  }

  return {
    baseOf,
    /** by slot */
    of: (productId: string): Placement[] => shown.all(productId),
    /** where a photo stands, the main slots first */
    ofPhoto: (photoId: string): PlaceOfPhoto[] => placesOf.all(photoId),
    /** what is asked of a photo by where it stands: as a main picture where it is one anywhere */
    contextOf(photoId: string): PhotoContext {
      const places = placesOf.all(photoId);
      const colours = places.flatMap(({ productId, variantId }) => {
        const own = variantId === null ? undefined : variantColour.get(variantId)?.colour;
        if (own != null) return [own];
        const declared = JSON.parse(productColours.get(productId)?.colours ?? '[]') as string[];
        return [...declared, ...variantColours.all(productId).map(({ colour }) => colour)];
      });
      const slot = places.length === 0 ? null : places.some((place) => place.slot === mainSlot) ? 'main' : 'other';
      return { slot, colours: [...new Set(colours)] };
    },
    /** products whose source means this photo */
    productsWith: (photoId: string): string[] => productsWith.all(photoId).map((row) => row.id),
    /** Before a product is deleted: its photos stand there no more. */
    leave(productId: string): void {
      for (const { photoId } of shown.all(productId)) moved(photoId);
      drop.run(productId);
    },
    /** The pictures of a product that was just made: nobody has said anything of them yet. */
    begin(productId: string): void {
      for (const { slot, photoId, variantId } of baseOf(productId)) {
        insert.run(productId, slot, photoId, variantId, photoId, photoId);
        moved(photoId);
      }
    },
    /** Lays the two over each other again. Call whenever either changed, in the same transaction. */
    settle(productId: string): void {
      const event = said.get(productId);
      const staff = event === undefined ? null : (JSON.parse(event.payload) as Arrangement);
      const before = shown.all(productId);
      drop.run(productId);
      for (const { slot, photoId, variantId } of project(baseOf(productId), staff)) insert.run(productId, slot, photoId, variantId, photoId, photoId);
      for (const photoId of new Set([...before, ...shown.all(productId)].map((place) => place.photoId))) moved(photoId);
    },
  };
}
export type Placements = ReturnType<typeof placementsOf>;
