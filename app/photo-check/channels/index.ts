import { builtInChannelIds, type BuiltInChannelId } from '../types.ts';
import { amazonMain } from './amazon-main.ts';
import { ebay } from './ebay.ts';
import { etsy } from './etsy.ts';
import { googleMerchant } from './google-merchant.ts';
import { jd } from './jd.ts';
import { ChannelPack } from './pack.ts';
import { pdd } from './pdd.ts';
import { shopify } from './shopify.ts';
import { tmall } from './tmall.ts';
import { walmart } from './walmart.ts';

/** The packs that come with the console, validated once on loading. */
export const channelPacks: Readonly<Record<BuiltInChannelId, ChannelPack>> = {
  'amazon-main': ChannelPack.parse(amazonMain),
  'google-merchant': ChannelPack.parse(googleMerchant),
  walmart: ChannelPack.parse(walmart),
  ebay: ChannelPack.parse(ebay),
  etsy: ChannelPack.parse(etsy),
  shopify: ChannelPack.parse(shopify),
  tmall: ChannelPack.parse(tmall),
  jd: ChannelPack.parse(jd),
  pdd: ChannelPack.parse(pdd),
};

/** Every pack that comes with the console, in the order channels are listed in. */
export const allPacks: readonly ChannelPack[] = builtInChannelIds.map((id) => channelPacks[id]);
