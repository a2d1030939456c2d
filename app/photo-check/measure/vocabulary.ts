/** Words by what they say of the text they stand in. Readers drop spaces, so none are asked for. */

/** What no manufacturer prints on goods, but sellers lay over their pictures. */
const offers = [
  /\d\s*%\s*(?:off|discount|rabatt|de descuento|de réduction|korting)/iu,
  /^[-−–]\s*\d{1,2}\s*%/u,
  /\bup\s*to\b.*%/iu,
  /\b(?:mega|flash|big|super|summer|winter|black friday)?\s*sale\b(?!\w)/iu,
  /free\s*(?:shipping|delivery|returns?|gift)|gratis\s*versand|versandkostenfrei|env[ií]o\s*gratis|livraison\s*gratuite|spedizione\s*gratuita/iu,
  /buy\s*\d+\s*(?:get|save)|\bbogo\b/iu,
  /(?:hot|best|top)\s*(?:deals?|sellers?|selling|price)|bestseller|lowest\s*price/iu,
  /(?:limited|special|exclusive)\s*(?:time|offer|price|deal)|limited\s*stock|while\s*stocks?\s*last/iu,
  /\bclearance\b|\bcoupon\b|\bdiscount\b|\bpromo(?:tion)?\b|\bangebot\b|\boferta\b|\brebajas?\b|\bsoldes\b/iu,
  /(?:buy|shop|order|click)\s*(?:it\s*)?(?:now|here)|add\s*to\s*(?:cart|bag)/iu,
  /money\s*back|satisfaction\s*guaranteed|new\s*arrivals?|just\s*arrived|fast\s*(?:shipping|delivery)|next\s*day\s*delivery/iu,
  /(?:US|CA|AU|HK)?[$€£¥￥₹₽]\s*\d|\d\s*[€£元₽]|\b(?:RMB|USD|EUR|GBP)\s*\d/iu,
  /包邮|免邮|限时|特价|促销|秒杀|抢购|抢先|清仓|热卖|热销|爆款|优惠|立减|直降|到手价|券后|活动价|折扣|新品上市|新款上市|现货|当天发|顺丰/u,
  /满\d+减|买[一二三两\d][送赠]|[一二三四五六七八九\d.]\s*折|第[二2]件|前\d+名|厂家直销|正品保[证障]|假一[罚赔]|官方正品|品质保[证障]|天无理由|双11|双十一|双12|618|聚划算|下单|加购|收藏有礼/u,
] as const;

/** What may be a seller's word as well as the maker's. */
const praise = [
  /^\W*(?:new|hot|free|gift|best|top|original|genuine|authentic|premium|exclusive|wow)\W*$/iu,
  /(?:premium|top|high|best|superior)\s*quality|100\s*%\s*(?:original|authentic|genuine|new|cotton|quality|real)|\bguaranteed?\b|\bbrand\s*new\b/iu,
  /新品|新款|正品|官方|推荐|热门|高品质|优质|升级|加厚|送礼|赠品|保证|旗舰/u,
] as const;

/** What is written across a picture to keep others from using it. */
const claims = [
  /©|\(c\)\s*\w|c?[o0]pyr[il1]g|all\s*rights\s*reserved|photo(?:graphy)?\s*by|photo\s*stud|do\s*not\s*(?:copy|use|steal)/iu,
  /^\W*samples?\W*$|w?aterma[rn]k|^\W*(?:preview|demo|proof|confidential|draft)\W*$/iu,
  /shutterstock|alamy|getty\s*images|istock|dreamstime|depositphotos|123rf|fotolia|adobe\s*stock|freepik|picfair/iu,
  /版权|水印|样[图张]|盗图|盗用|请勿|图虫|昵图|千图|包图网|摄图|视觉中国|站酷/u,
] as const;

/** Whose shop it is; makers print that on their goods as well. */
const addresses = [/\bwww\b|www\.|https?:|\.(?:com|net|org|shop|store|cn|co\.uk|de|fr|io)\b|^@\w{3,}|\bshop\b|sh[o0]p\.?c[o0]/iu, /原创|实拍|旗舰|舰店|专卖店|专营店|官方店|小店|商城/u] as const;

const absence = [
  /(?:no|missing)\s*(?:image|photo|picture|preview|thumbnail|img)|(?:image|photo|picture)s?\s*(?:is\s*|are\s*)?(?:not\s*(?:yet\s*)?(?:available|found)|unavailable|coming\s*soon|missing|pending)/iu,
  /coming\s*soon|no\s*disponible|bild\s*folgt|kein\s*bild|pas\s*d.image|image\s*non\s*disponible|placeholder/iu,
  /(?:暂无|没有|无|缺少)\s*(?:商品)?\s*(?:图片|图像|照片|主图|图)|图片?(?:正在)?(?:准备|加载|上传|处理)中?|敬请期待|图片(?:不存在|丢失|缺失)|占位图?/u,
] as const;

const says = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text));

/** How much a text sounds like a seller's: 2 = an offer or a price, 1 = praise, 0 = neither. */
export const promotionOf = (text: string): 0 | 1 | 2 => (says(offers, text) ? 2 : says(praise, text) ? 1 : 0);

/** How much a text claims the picture: 2 = it says whose picture it is, 1 = whose shop, 0 = neither. */
export const claimOf = (text: string): 0 | 1 | 2 => (says(claims, text) ? 2 : says(addresses, text) ? 1 : 0);

/** Whether a text says that there is no picture. */
export const saysNoPicture = (text: string): boolean => says(absence, text);
