import { z } from 'zod';

/** What a column of a table of products may mean. */
export const fieldIds = [
  'external-id', 'handle', 'sku', 'parent', 'variant-sku', 'variant-id', 'title', 'title-en', 'title-zh', 'brand', 'category',
  'colour', 'size', 'price', 'currency', 'created-at', 'main-picture', 'picture', 'variant-picture', 'picture-position',
  'option-1-name', 'option-1-value', 'option-2-name', 'option-2-value', 'option-3-name', 'option-3-value', 'row-kind',
] as const;
export const FieldId = z.enum(fieldIds);
export type FieldId = z.infer<typeof FieldId>;

/** Fields that several columns may share: their cells are read from left to right. */
export const sharedFields: ReadonlySet<FieldId> = new Set(['picture', 'variant-picture']);

/** A field for each column of a table, in order; null = kept, but not understood. */
export const Mapping = z.array(FieldId.nullable());
export type Mapping = z.infer<typeof Mapping>;

/**
 * Headings as shops, platforms and their exports write them, brought to the form of `plainHeading`. Shopify (both
 * editions of its export), WooCommerce, Amazon's flat files, Saleor, Taobao's assistant and plain Chinese tables.
 */
export const headings: Readonly<Record<FieldId, readonly string[]>> = {
  'external-id': ['id', 'productid', 'itemid', 'goodsid', 'spuid', 'spu', 'externalid', 'asin', 'numiid', '商品id', '宝贝id', '产品id', '商品编号', '产品编号', '款号', '款式编号'],
  handle: ['handle', 'urlhandle', 'slug', 'urlkey'],
  sku: ['sku', 'itemsku', 'sellersku', 'productsku', 'skucode', 'articlenumber', 'itemnumber', 'itemno', 'partnumber', 'productcode', 'outerid', '货号', '商家编码', '商品编码', '产品编码', '商品货号', '编码', '商品代码', '物料编码', '商家货号'],
  parent: ['parent', 'parentsku', 'parentid', 'parentproduct', '父sku', '父商品', '主商品编码', '父体sku'],
  'variant-sku': ['variantsku', 'skuid', 'skuouterid', 'sku编码', '规格编码', 'sku编号', '子sku', '规格商家编码', '商家sku'],
  'variant-id': ['variantid', 'sku id', '规格id'],
  title: ['title', 'name', 'productname', 'producttitle', 'itemname', 'productdescriptionname', 'goodsname', '标题', '商品名称', '商品标题', '宝贝名称', '宝贝标题', '产品名称', '品名', '名称', '商品名', '产品标题'],
  'title-en': ['titleen', 'nameen', 'englishname', 'englishtitle', '英文名称', '英文标题', '英文名', '英文品名', '商品英文名称'],
  'title-zh': ['titlezh', 'namezh', 'titlecn', 'namecn', 'titlezhcn', 'chinesename', 'chinesetitle', '中文名称', '中文标题', '中文名', '中文品名', '商品中文名称'],
  brand: ['brand', 'brandname', 'vendor', 'manufacturer', 'brands', '品牌', '品牌名称', '牌子', '厂商', '供应商'],
  category: ['category', 'categories', 'producttype', 'productcategory', 'type of product', 'itemtype', 'itemtypename', 'itemtypekeyword', 'feedproducttype', 'department', 'googleproductcategory', 'type', '类目', '分类', '商品分类', '宝贝类目', '商品类目', '产品分类', '品类', '类别'],
  colour: ['colour', 'color', 'colours', 'colors', 'colorname', 'colourname', 'colormap', 'colourmap', 'variantcolor', 'variantcolour', '颜色', '颜色分类', '主要颜色', '色系', '颜色名称', '商品颜色', '配色', '花色'],
  size: ['size', 'sizename', 'sizes', 'variantsize', '尺码', '尺寸', '规格', '大小', '码数', '型号尺码'],
  price: ['price', 'variantprice', 'regularprice', 'standardprice', 'listprice', 'saleprice', 'unitprice', 'variantpriceamount', '价格', '售价', '单价', '宝贝价格', '一口价', '销售价', '零售价', '商品价格', '市场价'],
  currency: ['currency', 'currencycode', 'pricecurrency', '币种', '货币'],
  'created-at': ['createdat', 'created', 'datecreated', 'publishedat', 'launchdate', 'productsitelaunchdate', 'releasedate', 'availablefrom', 'availabledate', '上架时间', '创建时间', '上架日期', '发布时间', '上市日期', '上市时间'],
  'main-picture': ['mainimage', 'mainpicture', 'mainimageurl', 'mainphoto', 'featuredimage', 'primaryimage', 'coverimage', 'cover', 'thumbnail', '主图', '主图片', '商品主图', '主图链接', '宝贝主图', '首图', '封面', '封面图', '主图1'],
  picture: ['image', 'images', 'imagesrc', 'imageurl', 'imageurls', 'productimageurl', 'productmedia', 'media', 'picture', 'pictures', 'pictureurl', 'photo', 'photos', 'photofile', 'imagefile', 'filename', 'additionalimagelink', 'imagelink', 'otherimageurl', 'gallery', '图片', '商品图片', '宝贝图片', '新图片', '图片地址', '图片链接', '图片路径', '图片文件', '图片名称', '产品图片', '附图', '副图', '辅图', '详情图', '主图列表'],
  'variant-picture': ['variantimage', 'variantimageurl', 'variantmedia', 'swatchimageurl', '颜色图片', 'sku图片', '规格图片', '颜色图', 'sku图'],
  'picture-position': ['imageposition', 'pictureposition', '图片顺序', '图片序号'],
  'option-1-name': ['option1name', 'attribute1name', '规格名1', '属性1名称', '规格1名称'],
  'option-1-value': ['option1value', 'attribute1value', 'attribute1values', '规格值1', '属性1值', '规格1值'],
  'option-2-name': ['option2name', 'attribute2name', '规格名2', '属性2名称', '规格2名称'],
  'option-2-value': ['option2value', 'attribute2value', 'attribute2values', '规格值2', '属性2值', '规格2值'],
  'option-3-name': ['option3name', 'attribute3name', '规格名3', '属性3名称', '规格3名称'],
  'option-3-value': ['option3value', 'attribute3value', 'attribute3values', '规格值3', '属性3值', '规格3值'],
  'row-kind': ['parentchild', 'parentage', 'parentagelevel', '父子关系'],
};

/** Headings that carry a number, e.g. 'other_image_url3', '图片2': any number means the same field. */
export const numberedHeadings: readonly (readonly [FieldId, RegExp])[] = [
  ['main-picture', /^(?:主图|mainimage)0*1$/],
  ['picture', /^(?:image|images|imagesrc|imageurl|picture|pictureurl|photo|otherimageurl|otherimage|additionalimage|additionalimageurl|图片|商品图片|宝贝图片|主图|附图|副图|辅图|细节图|详情图|图)\d+$/],
];
