import type { Migration } from './migration.ts';

/**
 * Ways to what hangs on a variant, so that deleting one reads no whole table: without them an import of many products
 * is taken back in the square of their number. And to fixed copies by their bytes.
 */
export const catalogueIndexes: Migration = {
  version: 12,
  name: '0012-catalogue-indexes',
  up(db) {
    db.exec(`
      create index product_pictures_by_variant on product_pictures (variant_id) where variant_id is not null;
      create index placements_by_variant on placements (variant_id) where variant_id is not null;
      create index fixes_by_bytes on fixes (sha256) where sha256 is not null;
    `);
  },
};
