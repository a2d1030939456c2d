import { describe, expect, it } from 'vitest';
import type { ProductDraft } from '../types.ts';
import type { FieldId } from './fields.ts';
import { findHeader, guessMapping } from './headings.ts';
import { productReader, type ReadProducts } from './read-products.ts';

const today = '2026-11-23';

/** A table as text: lines of cells between bars. */
function readTable(text: string, change: Readonly<Record<string, FieldId | null>> = {}): ReadProducts {
  const rows = text.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const found = findHeader(rows);
  if (found === null) throw new Error('no header');
  const mapping = guessMapping(found.header).map((field, column) => {
    const changed = change[found.header[column] ?? ''];
    return changed === undefined ? field : changed;
  });
  const reader = productReader({ header: found.header, mapping, today });
  rows.slice(found.firstRow).forEach((cells, at) => reader.take({ number: found.firstRow + at + 1, cells }));
  return reader.finish();
}

const brief = ({ key, sku, titles, brand, category, colours, price, variants, pictures }: ProductDraft) => ({
  key, sku, title: titles.en ?? titles['zh-CN'], brand, category, colours, price: price?.minor ?? null,
  variants: variants.map(({ sku: own, colour, size }) => [own, colour, size]),
  pictures: pictures.map(({ slot, ref, variant }) => [slot, ref, variant]),
});

describe('exports of', () => {
  it('Shopify: rows of a handle are its variants and pictures', () => {
    const { products, problems } = readTable(`
Handle|Title|Vendor|Type|Option1 Name|Option1 Value|Option2 Name|Option2 Value|Variant SKU|Variant Price|Image Src|Image Position|Variant Image|Status
mug|Stoneware mug|Kiln|Kitchen|Color|Blue|Size|S|MUG-B-S|12.00|https://cdn/1.jpg|1|https://cdn/blue.jpg|active
mug|||||Blue||L|MUG-B-L|14.00|https://cdn/2.jpg|2|https://cdn/blue.jpg|
mug|||||Rust||S|MUG-R-S|12.00|||https://cdn/rust.jpg|
mug||||||||||https://cdn/3.jpg|3||
vase|Clay vase|Kiln|Home|Title|Default Title|||VASE|30.50|https://cdn/vase.jpg|1||active`);
    expect(problems).toEqual([]);
    expect(products.map(brief)).toEqual([
      {
        key: 'handle:mug', sku: null, title: 'Stoneware mug', brand: 'Kiln', category: 'Kitchen', colours: [], price: 1200,
        variants: [['MUG-B-S', 'Blue', 'S'], ['MUG-B-L', 'Blue', 'L'], ['MUG-R-S', 'Rust', 'S']],
        pictures: [[1, 'https://cdn/1.jpg', null], [2, 'https://cdn/2.jpg', null], [3, 'https://cdn/3.jpg', null], [4, 'https://cdn/blue.jpg', 'MUG-B-S'], [5, 'https://cdn/rust.jpg', 'MUG-R-S']],
      },
      { key: 'handle:vase', sku: 'VASE', title: 'Clay vase', brand: 'Kiln', category: 'Home', colours: [], price: 3050, variants: [], pictures: [[1, 'https://cdn/vase.jpg', null]] },
    ]);
    expect(products[1]?.extra).toMatchObject({ Status: 'active' });
  });

  it('WooCommerce: variations name their parent, by id or SKU', () => {
    const { products } = readTable(`
ID|Type|SKU|Name|Published|Categories|Regular price|Parent|Images|Attribute 1 name|Attribute 1 value(s)
10|variable|TEE|T-shirt|1|Clothes > Tops|||tee.jpg, tee-back.jpg|Colour|Navy, Khaki
11|variation|TEE-N|T-shirt - Navy|1||19.90|TEE|tee-navy.jpg|Colour|Navy
12|variation|TEE-K|T-shirt - Khaki|1||19.90|id:10|tee-khaki.jpg|Colour|Khaki
13|simple|CAP|Cap|1|Clothes|9||cap.jpg||`);
    expect(products.map(brief)).toEqual([
      {
        key: 'sku:TEE', sku: 'TEE', title: 'T-shirt', brand: null, category: 'Clothes > Tops', colours: [], price: null,
        variants: [['TEE-N', 'Navy', null], ['TEE-K', 'Khaki', null]],
        pictures: [[1, 'tee.jpg', null], [2, 'tee-back.jpg', null], [3, 'tee-navy.jpg', 'TEE-N'], [4, 'tee-khaki.jpg', 'TEE-K']],
      },
      { key: 'sku:CAP', sku: 'CAP', title: 'Cap', brand: null, category: 'Clothes', colours: [], price: 900, variants: [], pictures: [[1, 'cap.jpg', null]] },
    ]);
  });

  it("Amazon: three rows of headings, the machine's names count", () => {
    const { products } = readTable(`
TemplateType=home|Version=2026.1|The top 3 rows are for Amazon.com use only.||||||
Seller SKU|Product Name|Brand|Parent SKU|Parentage|Color|Main Image URL|Other Image URL1|Standard Price
item_sku|item_name|brand_name|parent_sku|parent_child|color_name|main_image_url|other_image_url1|standard_price
K-1|Kettle|Kiln||parent||https://x/k.jpg||
K-1-R|Kettle, red|Kiln|K-1|child|Red|https://x/r.jpg|https://x/r2.jpg|39.99
K-1-B|Kettle, black|Kiln|K-1|child|Black|https://x/b.jpg||39.99`);
    expect(products.map(brief)).toEqual([
      {
        key: 'sku:K-1', sku: 'K-1', title: 'Kettle', brand: 'Kiln', category: null, colours: [], price: null,
        variants: [['K-1-R', 'Red', null], ['K-1-B', 'Black', null]],
        pictures: [[1, 'https://x/k.jpg', null], [2, 'https://x/r.jpg', 'K-1-R'], [3, 'https://x/r2.jpg', 'K-1-R'], [4, 'https://x/b.jpg', 'K-1-B']],
      },
    ]);
  });

  it('Saleor: attributes in brackets, variants under one id', () => {
    const { products } = readTable(`
id|name|product type|category|variant id|variant sku|color (product attribute)|product media|variant media
UHJ1|Monospace Tee|Top|T-shirts|VmF1|TEE-S|white|/media/tee.png|
UHJ1|Monospace Tee|Top|T-shirts|VmF2|TEE-M|white||`);
    expect(products.map(brief)).toEqual([
      { key: 'id:UHJ1', sku: null, title: 'Monospace Tee', brand: null, category: 'T-shirts', colours: ['white'], price: null, variants: [['TEE-S', 'white', null], ['TEE-M', 'white', null]], pictures: [[1, '/media/tee.png', null]] },
    ]);
  });

  it("Taobao's assistant: a version line, two rows of headings, pictures by hash", () => {
    const { products } = readTable(`
version 1.00|||
title|price|outer_id|picture
宝贝名称|宝贝价格|商家编码|新图片
青瓷茶壶|128.00|TP-01|0a1b2c:1:0:~;3d4e5f:1:1:~https://img/2.jpg;`.replaceAll('~', ''));
    expect(products.map(brief)).toEqual([
      { key: 'sku:TP-01', sku: 'TP-01', title: '青瓷茶壶', brand: null, category: null, colours: [], price: 12800, variants: [], pictures: [[1, '0a1b2c.tbi', null], [2, '3d4e5f.tbi', null]] },
    ]);
  });

  it('a plain Chinese table: one code a style, a row a colour', () => {
    const { products, problems } = readTable(`
2026年秋季上新表|||||
货号|商品名称|品牌|颜色|尺码|售价（元）|主图|图片1|图片2|备注
T01|亚麻衬衫|山房|藏青|M|199元|T01_1.jpg|T01_2.jpg||新品
T01|亚麻衬衫|山房|藏青|L|199元||||
T01|亚麻衬衫|山房|米色|M|199元|T01_beige.jpg|||
T02|Linen scarf|山房|卡其||89|T02.jpg|||`);
    expect(problems).toEqual([]);
    expect(products.map(brief)).toEqual([
      {
        key: 'sku:T01', sku: 'T01', title: '亚麻衬衫', brand: '山房', category: null, colours: ['藏青'], price: 19900,
        variants: [[null, '藏青', 'M'], [null, '藏青', 'L'], [null, '米色', 'M']],
        pictures: [[1, 'T01_1.jpg', null], [2, 'T01_2.jpg', null], [3, 'T01_beige.jpg', '米色 / M']],
      },
      { key: 'sku:T02', sku: 'T02', title: 'Linen scarf', brand: '山房', category: null, colours: ['卡其'], price: 8900, variants: [], pictures: [[1, 'T02.jpg', null]] },
    ]);
    expect(products[0]?.extra).toEqual({ 备注: '新品' });
    expect(products[0]?.titles).toEqual({ en: null, 'zh-CN': '亚麻衬衫' });
  });

  it('two languages of a title', () => {
    const { products } = readTable(`
SKU|Title (EN)|标题（中文）
A|Teapot|茶壶`);
    expect(products[0]?.titles).toEqual({ en: 'Teapot', 'zh-CN': '茶壶' });
  });
});

describe('what is wrong with a row', () => {
  const codes = ({ problems }: ReadProducts) => problems.map(({ row, column, value, code, other }) => [row, column, value, code, other]);

  it.each<[string, string, unknown[]]>([
    ['a SKU that stood before, and where', 'SKU|Title\nA|one\nB|two\nA|three', [[4, 'SKU', 'A', 'duplicate-sku', 2]]],
    ['a variant SKU of another product', 'Handle|Title|Variant SKU|Option1 Value\nx|X|S1|a\ny|Y|S1|b', [[3, 'Variant SKU', 'S1', 'duplicate-sku', 2]]],
    ['neither name nor SKU', 'SKU|Title|Brand\n||Kiln', [[2, null, '', 'no-name', 0]]],
    ['a price that is none', 'SKU|Title|Price\nA|x|ask us', [[2, 'Price', 'ask us', 'bad-price', 0]]],
    ['a date of the future', 'SKU|Title|Created at\nA|x|2031-01-01', [[2, 'Created at', '2031-01-01', 'future-date', 0]]],
    ['a day that is none', 'SKU|Title|Created at\nA|x|31.02.2026', [[2, 'Created at', '31.02.2026', 'bad-date', 0]]],
    ['a SKU that Excel shortened', 'SKU|Title\n6.9012E+12|x', [[2, 'SKU', '6.9012E+12', 'number-shortened', 0]]],
    ['letters lost on the way', 'SKU|Title\nA|caf\ufffd', [[2, 'Title', 'caf\ufffd', 'letters-lost', 0]]],
    ['more cells than headings', 'SKU|Title\nA|x|y', [[2, '3', 'y', 'too-many-cells', 0]]],
    ['a huge value', `SKU|Title\nA|${'x'.repeat(5000)}`, [[2, 'Title', `${'x'.repeat(120)}…`, 'value-too-long', 0]]],
  ])('%s', (_, table, expected) => expect(codes(readTable(table))).toEqual(expected));

  it('keeps no other row out, and warnings keep none', () => {
    const read = readTable('SKU|Title|Price\nA|one|x\nA|two|1\nB|three|2\n| |\nC|four|');
    expect(read.products.map(({ sku, price }) => [sku, price?.minor ?? null])).toEqual([['A', null], ['B', 200], ['C', null]]);
    expect(read.rows).toBe(4);
  });

  it('a row with the same code is a variant where its colour or size differs', () => {
    expect(readTable('SKU|Title|Colour\nA|x|red\nA|x|blue\nA|x|red').problems.map(({ row, code }) => [row, code])).toEqual([[4, 'duplicate-sku']]);
  });

  it('and its title is the same but for that', () => {
    const read = readTable('货号|标题|颜色\nA|亚麻衬衫 藏青|藏青\nA|亚麻衬衫 米色|米色\nA|羊毛围巾|红');
    expect(read.products[0]?.variants.map(({ colour }) => colour)).toEqual(['藏青', '米色']);
    expect(read.problems.map(({ row, code, other }) => [row, code, other])).toEqual([[4, 'duplicate-sku', 2]]);
  });

  it('a column may be told to mean something else, or nothing', () => {
    const [product] = readTable('SKU|Title|Brand\nA|x|Kiln', { Brand: 'category', Title: 'title-zh' }).products;
    expect(product).toMatchObject({ brand: null, category: 'Kiln', titles: { en: null, 'zh-CN': 'x' } });
    expect(readTable('SKU|Title|Brand\nA|x|Kiln', { Brand: null }).products[0]?.extra).toEqual({ Brand: 'Kiln' });
  });
});
