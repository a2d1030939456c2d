import type { ChannelPack } from './pack.ts';
import { goodPicture, megabytes, officialPage, packVersion, toldOf } from './quality.ts';

const page = officialPage('https://help.shopify.com/api/guides/media', 'Product media');

/** Shopify, product media. The developer pages say 4472 px and 20 MP; newer ones, read second-hand, 5000 and 25. */
export const shopify: ChannelPack = {
  channel: 'shopify',
  version: packVersion,
  requirements: [
    { rule: 'too-large', severity: 'fail', maxSide: 5000, maxPixels: 25_000_000, source: toldOf(page) },
    { rule: 'too-large', severity: 'warn', maxSide: 4472, maxPixels: 20_000_000, source: page },
    { rule: 'file-too-big', severity: 'fail', maxBytes: megabytes(20), source: toldOf(page) },
    ...goodPicture(page),
  ],
  upcoming: [],
};
