import type { ChannelPack } from './pack.ts';
import { goodPicture, megabytes, officialPage, packVersion, toldOf } from './quality.ts';

const page = toldOf(officialPage('https://mms.pinduoduo.com/', 'Pinduoduo merchant rules (unverified: no official page was reached)'));

/** Pinduoduo, carousel pictures: 750 × 750 or 750 × 352. */
export const pdd: ChannelPack = {
  channel: 'pdd',
  version: packVersion,
  requirements: [
    { rule: 'too-small', severity: 'fail', side: 'longer', min: 750, source: page },
    { rule: 'wrong-aspect', severity: 'fail', ratios: [[1, 1], [750, 352]], tolerance: 0.01, source: page },
    { rule: 'file-too-big', severity: 'fail', maxBytes: megabytes(1), source: page },
    ...goodPicture(page),
  ],
  upcoming: [],
};
