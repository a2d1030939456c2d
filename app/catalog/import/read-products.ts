import type { Price, ProductDraft } from '../types.ts';
import type { FieldId, Mapping } from './fields.ts';
import { addPicture, finish, type BuiltVariant, type ProductBuilder } from './product-builder.ts';
import { keepsRowOut, type RowProblem } from './problems.ts';
import { readCells, type Cells, type SheetRow } from './row-cells.ts';
import { isChinese, isShortenedNumber, parseDay, parsePrice, splitColours, splitPictures } from './values.ts';

export interface ReadOptions {
  readonly header: readonly string[];
  readonly mapping: Mapping;
  /** ISO day: later ones are in the future */
  readonly today: string;
}

export interface ReadProducts {
  readonly products: readonly ProductDraft[];
  readonly problems: readonly RowProblem[];
  /** rows that said something */
  readonly rows: number;
}

const optionFields = [['option-1-name', 'option-1-value'], ['option-2-name', 'option-2-value'], ['option-3-name', 'option-3-value']] as const;
const colourOption = /colou?r|颜色|花色|配色/i;
const sizeOption = /size|尺码|尺寸|规格/i;
/** Shopify's word for a product without options. */
const noOption = /^default title$/i;

/** Colour and size of a row: of their own columns, else of the options that are called so. */
function optionsOf(cells: Cells, remembered: Map<string, string>): { colour: string | null; size: string | null; other: string } {
  let colour = cells.text('colour');
  let size = cells.text('size');
  const other: string[] = [];
  for (const [nameField, valueField] of optionFields) {
    const said = cells.text(nameField);
    // only the first row of a product carries the options' names
    if (said !== null) remembered.set(nameField, said);
    const name = remembered.get(nameField) ?? '';
    const value = cells.text(valueField);
    if (value === null || noOption.test(value)) continue;
    if (colour === null && colourOption.test(name)) colour = value;
    else if (size === null && sizeOption.test(name)) size = value;
    else other.push(value);
  }
  return { colour, size, other: other.join(' / ') };
}

/** Whether a row's title may be that of the same goods: none, the same, or one that only adds a colour or size. */
function sameGoods(titles: ProductDraft['titles'], title: string | null): boolean {
  const known = [titles.en, titles['zh-CN']].filter((one) => one !== null);
  if (title === null || known.length === 0) return true;
  return known.some((one) => {
    const shorter = Math.min(one.length, title.length);
    let shared = 0;
    while (shared < shorter && one[shared] === title[shared]) shared += 1;
    return shared * 2 >= shorter;
  });
}

/**
 * Turns the rows of a table into products, whatever a row is there: a product, a variant (rows that share a handle,
 * a parent or a product code), or one more picture. Rows come one by one; what is wrong with each is kept with its
 * number, and never keeps the others out.
 */
export function productReader({ header, mapping, today }: ReadOptions) {
  const builders = new Map<string, ProductBuilder>();
  /** other names of a product that a later row may call its parent */
  const aliases = new Map<string, string>();
  const skuRows = new Map<string, number>();
  const optionNames = new Map<string, Map<string, string>>();
  const problems: RowProblem[] = [];
  let rows = 0;
  const has = (field: FieldId): boolean => mapping.includes(field);
  const groupsById = has('external-id') && (has('variant-sku') || has('variant-id')) && !has('parent');

  function keyOf(cells: Cells, parent: string | null): string | null {
    const handle = cells.text('handle');
    if (handle !== null) return `handle:${handle}`;
    if (parent !== null) return aliases.get(parent) ?? aliases.get(`id:${parent}`) ?? (parent.startsWith('id:') ? parent : `sku:${parent}`);
    const [id, sku] = [cells.text('external-id'), cells.text('sku')];
    if (groupsById && id !== null) return `id:${id}`;
    if (sku !== null) return `sku:${sku}`;
    if (id !== null) return `id:${id}`;
    const own = cells.text('variant-sku') ?? cells.text('title') ?? cells.text('title-en') ?? cells.text('title-zh');
    return own === null ? null : cells.text('variant-sku') === null ? `title:${own}` : `sku:${own}`;
  }

  function priceOf(cells: Cells): Price | null {
    const text = cells.text('price');
    if (text === null) return null;
    const price = parsePrice(text);
    if (price === null) cells.complain(cells.columnOf('price'), 'bad-price');
    const currency = cells.text('currency');
    return price === null ? null : { ...price, currency: currency ?? price.currency };
  }

  function dayOf(cells: Cells): string | null {
    const text = cells.text('created-at');
    const day = text === null ? null : parseDay(text);
    if (text !== null && day === null) cells.complain(cells.columnOf('created-at'), 'bad-date');
    if (day === null || day <= today) return day;
    cells.complain(cells.columnOf('created-at'), 'future-date');
    return null;
  }

  function begin(key: string, cells: Cells, row: number, child: boolean): ProductBuilder {
    const title = cells.text('title');
    const chinese = title !== null && isChinese(title);
    const [id, sku] = [cells.text('external-id'), cells.text('sku')];
    const colour = cells.text('colour');
    const builder: ProductBuilder = {
      draft: {
        key,
        externalId: child ? null : id,
        sku: child ? null : sku,
        handle: cells.text('handle'),
        titles: { en: cells.text('title-en') ?? (chinese ? null : title), 'zh-CN': cells.text('title-zh') ?? (chinese ? title : null) },
        brand: cells.text('brand'),
        category: cells.text('category'),
        colours: child || colour === null ? [] : splitColours(colour),
        price: child ? null : priceOf(cells),
        createdAt: dayOf(cells),
        row,
        extra: cells.extra(),
      },
      variants: new Map(),
      pictures: new Map(),
      hasMainColumn: has('main-picture'),
      rows: 0,
    };
    builders.set(key, builder);
    if (!child && id !== null) aliases.set(`id:${id}`, key);
    if (!child && sku !== null) aliases.set(sku, key);
    return builder;
  }

  /** The variant that a row tells of; null where it tells of none. */
  function variantOf(cells: Cells, builder: ProductBuilder, row: number, child: boolean): BuiltVariant | null {
    const names = optionNames.get(builder.draft.key) ?? new Map<string, string>();
    optionNames.set(builder.draft.key, names);
    const { colour, size, other } = optionsOf(cells, names);
    const ownSku = cells.text('variant-sku') ?? (child || builder.draft.key.startsWith('handle:') || groupsById ? cells.text('sku') : null);
    const externalId = cells.text('variant-id') ?? (child ? cells.text('external-id') : null);
    if (ownSku === null && externalId === null && colour === null && size === null && other === '') return null;
    const key = ownSku ?? externalId ?? [colour, size, other].filter((part) => part !== null && part !== '').join(' / ');
    const first = builder.rows === 0;
    return { key, externalId, sku: ownSku, colour, size: size ?? (other === '' ? null : other), price: first && !child ? builder.draft.price : priceOf(cells), row, extra: first ? {} : cells.extra(), child };
  }

  function takePictures(cells: Cells, builder: ProductBuilder, variant: string | null): void {
    const said = Number(cells.text('picture-position') ?? Number.NaN);
    const position = Number.isInteger(said) && said > 0 ? said : null;
    const own = builder.rows > 0 ? variant : null;
    for (const { text } of cells.all('main-picture')) splitPictures(text).forEach((name, at) => addPicture(builder, { ...name, main: at === 0 && builder.rows === 0, position, variant: own }));
    for (const { text } of cells.all('picture')) for (const name of splitPictures(text)) addPicture(builder, { ...name, main: false, position, variant: position === null ? own : null });
    for (const { text } of cells.all('variant-picture')) for (const name of splitPictures(text)) addPicture(builder, { ...name, main: false, position: null, variant });
  }

  /** What keeps a whole row out, once its cells are read. */
  function duplicateOf(cells: Cells, builder: ProductBuilder | undefined, variant: BuiltVariant | null): number | null {
    const sku = variant?.sku ?? null;
    const known = sku === null ? undefined : skuRows.get(sku);
    if (known !== undefined) return known;
    const stated = cells.text('sku');
    if (builder === undefined || stated === null || builder.draft.sku !== stated || sku !== null) return null;
    const another = !sameGoods(builder.draft.titles, cells.text('title') ?? cells.text('title-zh') ?? cells.text('title-en'));
    return variant === null || another || builder.variants.has(variant.key) ? builder.draft.row : null;
  }

  return {
    /** Takes one row of products in. */
    take(row: SheetRow): void {
      if (row.cells.every((cell) => cell.trim() === '') && (row.flaws ?? []).length === 0) return;
      rows += 1;
      const cells = readCells(header, mapping, row);
      const parent = cells.text('parent');
      const child = parent !== null;
      const skuColumn = ['sku', 'variant-sku'].map((field) => cells.columnOf(field as FieldId)).find((column) => column >= 0 && isShortenedNumber(row.cells[column]?.trim() ?? ''));
      if (skuColumn !== undefined) cells.complain(skuColumn, 'number-shortened');
      const key = keyOf(cells, parent);
      if (key === null && cells.problems.length === 0) cells.complain(null, 'no-name');
      const keptOut = (): boolean => cells.problems.some(({ code }) => keepsRowOut(code));
      if (key !== null && !keptOut()) {
        const known = builders.get(key);
        const builder = known ?? begin(key, cells, row.number, child);
        const variant = variantOf(cells, builder, row.number, child);
        const first = duplicateOf(cells, known, variant);
        if (first !== null) cells.complain(variant?.sku == null ? cells.columnOf('sku') : Math.max(cells.columnOf('variant-sku'), cells.columnOf('sku')), 'duplicate-sku', first);
        if (first !== null && known === undefined) builders.delete(key);
        if (first === null) {
          if (variant !== null && !builder.variants.has(variant.key)) builder.variants.set(variant.key, variant);
          if (variant?.sku != null) skuRows.set(variant.sku, row.number);
          takePictures(cells, builder, variant?.key ?? null);
          builder.rows += 1;
        }
      }
      problems.push(...cells.problems);
    },
    /** The products, in the order of their first rows. */
    finish: (): ReadProducts => ({ products: [...builders.values()].map(finish), problems, rows }),
  };
}
export type ProductReader = ReturnType<typeof productReader>;
