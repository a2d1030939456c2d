import { builtInChannelIds, type BuiltInChannelId } from '../types.ts';
import { ChannelPack } from './pack.ts';
import amazonMain from './packs/amazon-main.json' with { type: 'json' };
import ebay from './packs/ebay.json' with { type: 'json' };
import etsy from './packs/etsy.json' with { type: 'json' };
import googleMerchant from './packs/google-merchant.json' with { type: 'json' };
import jd from './packs/jd.json' with { type: 'json' };
import pdd from './packs/pdd.json' with { type: 'json' };
import shopify from './packs/shopify.json' with { type: 'json' };
import tmall from './packs/tmall.json' with { type: 'json' };
import walmart from './packs/walmart.json' with { type: 'json' };

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
