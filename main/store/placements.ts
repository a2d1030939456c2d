import { project, type Arrangement, type Placement } from '../../app/catalog/index.ts';
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
  const productsWith = db.prepare<[string], { id: string }>('select distinct product_id as id from product_pictures where photo_id = ?');

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
    /** products whose source means this photo */
    productsWith: (photoId: string): string[] => productsWith.all(photoId).map((row) => row.id),
    /** Lays the two over each other again. Call whenever either changed, in the same transaction. */
    settle(productId: string): void {
      const event = said.get(productId);
      const staff = event === undefined ? null : (JSON.parse(event.payload) as Arrangement);
      drop.run(productId);
      for (const { slot, photoId, variantId } of project(baseOf(productId), staff)) insert.run(productId, slot, photoId, variantId, photoId, photoId);
    },
  };
}
export type Placements = ReturnType<typeof placementsOf>;
