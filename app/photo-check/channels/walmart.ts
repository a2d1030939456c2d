import type { ChannelPack } from './pack.ts';
import { goodPicture, megabytes, officialPage, packVersion, toldOf } from './quality.ts';

const page = officialPage('https://marketplacelearn.walmart.com/', 'Image guidelines (2025-07-15)');

/** Walmart Marketplace, primary image. */
export const walmart: ChannelPack = {
  channel: 'walmart',
  version: packVersion,
  requirements: [
    { rule: 'background-not-white', severity: 'fail', minShare: 0.98, source: page },
    { rule: 'background-not-white', severity: 'warn', minShare: 0.995, source: page },
    { rule: 'too-small', severity: 'fail', side: 'shorter', min: 1500, source: page },
    { rule: 'too-small', severity: 'warn', side: 'shorter', min: 2200, source: page },
    { rule: 'wrong-aspect', severity: 'fail', ratios: [[1, 1]], tolerance: 0.01, source: page },
    { rule: 'file-too-big', severity: 'fail', maxBytes: megabytes(5), source: page },
    { rule: 'wrong-format', severity: 'fail', formats: ['jpeg', 'png', 'bmp'], animated: false, rgb8Only: true, source: page },
    { rule: 'text-overlay', severity: 'warn', minConfidence: 0.75, source: toldOf(page) },
    { rule: 'cropped', severity: 'warn', source: toldOf(page) },
    ...goodPicture(page),
  ],
  upcoming: [],
};
