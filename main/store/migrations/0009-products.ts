import type { Migration } from './migration.ts';

/**
 * Products, their variants, and which pictures they have.
 *
 * A source (a file today, a platform later) writes `products`, `product_variants` and `product_pictures`, found again
 * by `source_key`; what it says beyond the fields known here is kept in `extra`. Staff's arrangement of pictures is a
 * pending event; `placements` is the one laid over the other, made again whenever either changes. `import_changes`
 * holds what a product was before an import, so that an import is taken back as a whole. New products are written in
 * slices, out of sight (`removed`) until the import is `finished`, so that a large table never holds the engine.
 */
export const products: Migration = {
  version: 9,
  name: '0009-products',
  up(db) {
    db.exec(`
      create table products (
        id text primary key,
        source text not null,
        source_key text not null,
        external_id text,
        sku text,
        handle text,
        title_en text,
        title_zh text,
        brand text,
        category text,
        colours text not null default '[]',
        price_minor integer,
        currency text,
        created_on text,
        extra text not null default '{}',
        content text not null,
        sort_key text not null,
        search text not null,
        sample integer not null default 0 check (sample in (0, 1)),
        removed integer not null default 0 check (removed in (0, 1)),
        imported_at integer not null,
        updated_at integer not null,
        unique (source, source_key)
      ) strict;
      create index products_by_sort_key on products (sort_key, id);
      create index products_by_sku on products (sku);

      create table product_variants (
        id text primary key,
        product_id text not null references products (id) on delete cascade,
        key text not null,
        position integer not null,
        external_id text,
        sku text,
        colour text,
        size text,
        price_minor integer,
        currency text,
        extra text not null default '{}',
        unique (product_id, key)
      ) strict;
      create index product_variants_by_sku on product_variants (sku);

      create table product_pictures (
        product_id text not null references products (id) on delete cascade,
        slot integer not null check (slot >= 1),
        kind text not null check (kind in ('file', 'url', 'found', 'staff')),
        ref text not null,
        variant_id text references product_variants (id) on delete set null,
        photo_id text references photos (id) on delete set null,
        primary key (product_id, slot)
      ) strict, without rowid;
      create index product_pictures_by_photo on product_pictures (photo_id);

      create table placements (
        product_id text not null references products (id) on delete cascade,
        slot integer not null check (slot >= 1),
        photo_id text not null references photos (id) on delete cascade,
        variant_id text references product_variants (id) on delete set null,
        primary key (product_id, slot),
        unique (product_id, photo_id)
      ) strict, without rowid;
      create index placements_by_photo on placements (photo_id);

      create table imports (
        id text primary key,
        file text not null,
        at integer not null,
        actor text not null,
        added integer not null,
        changed integer not null,
        finished integer not null default 0 check (finished in (0, 1)),
        undone_at integer
      ) strict;

      create table import_changes (
        import_id text not null references imports (id) on delete cascade,
        product_id text not null,
        before text,
        primary key (import_id, product_id)
      ) strict, without rowid;

      create table import_photos (
        import_id text not null references imports (id) on delete cascade,
        photo_id text not null,
        primary key (import_id, photo_id)
      ) strict, without rowid;

      create table import_mappings (
        signature text primary key,
        mapping text not null,
        at integer not null
      ) strict;
    `);
  },
};
