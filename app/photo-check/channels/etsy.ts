import type { ChannelPack } from './pack.ts';
import { goodPicture, megabytes, officialPage, packVersion, toldOf } from './quality.ts';

const page = officialPage('https://www.etsy.com/legal/policy/listing-image-requirements/253962679005', 'Listing image requirements');

/** Etsy, listing photos. */
export const etsy: ChannelPack = {
  channel: 'etsy',
  version: packVersion,
  requirements: [
    { rule: 'too-small', severity: 'fail', side: 'shorter', min: 635, source: toldOf(page) },
    { rule: 'too-small', severity: 'warn', side: 'shorter', min: 2000, source: toldOf(page) },
    { rule: 'file-too-big', severity: 'warn', maxBytes: megabytes(1), source: toldOf(page) },
    ...goodPicture(page),
  ],
  upcoming: [],
};
