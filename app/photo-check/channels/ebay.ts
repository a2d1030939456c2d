import type { ChannelPack } from './pack.ts';
import { goodPicture, officialPage, packVersion } from './quality.ts';

const policy = officialPage('https://www.ebay.com/help/policies/listing-policies/picture-policy?id=4370', 'Picture policy');
const api = officialPage('https://developer.ebay.com/support/kb-article?KBid=1489', 'Picture requirements (KB 1489)');

/** eBay, any listing picture. */
export const ebay: ChannelPack = {
  channel: 'ebay',
  version: packVersion,
  requirements: [
    { rule: 'too-small', severity: 'fail', side: 'longer', min: 500, source: policy },
    { rule: 'too-small', severity: 'warn', side: 'longer', min: 1000, source: api },
    { rule: 'text-overlay', severity: 'fail', minConfidence: 0.75, source: policy },
    ...goodPicture(policy),
  ],
  upcoming: [],
};
