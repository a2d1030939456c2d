import type { ChannelPack } from './pack.ts';
import { goodPicture, megabytes, officialPage, packVersion, toldOf } from './quality.ts';

const page = officialPage('https://sellercentral.amazon.com/help/hub/reference/external/GT8RSE9S9NK4LP6Z', 'Product image guide');

/** Amazon, main image. */
export const amazonMain: ChannelPack = {
  channel: 'amazon-main',
  version: packVersion,
  requirements: [
    { rule: 'background-not-white', severity: 'fail', minShare: 0.98, source: page },
    { rule: 'background-not-white', severity: 'warn', minShare: 0.995, source: page },
    { rule: 'fill-too-small', severity: 'fail', min: 0.85, source: toldOf(page) },
    { rule: 'too-small', severity: 'fail', side: 'longer', min: 500, source: toldOf(page) },
    { rule: 'too-small', severity: 'warn', side: 'longer', min: 1000, source: toldOf(page) },
    { rule: 'too-large', severity: 'fail', maxSide: 10_000, maxPixels: null, source: toldOf(page) },
    { rule: 'file-too-big', severity: 'fail', maxBytes: megabytes(10), source: toldOf(page) },
    { rule: 'wrong-format', severity: 'fail', formats: ['jpeg', 'tiff', 'png', 'gif'], animated: false, rgb8Only: false, source: toldOf(page) },
    { rule: 'text-overlay', severity: 'fail', minConfidence: 0.75, source: page },
    { rule: 'blurry', severity: 'fail', min: 0.7, source: page },
    { rule: 'cropped', severity: 'fail', source: page },
    { rule: 'person', severity: 'warn', minConfidence: 0.7, source: toldOf(page) },
    ...goodPicture(page),
  ],
  upcoming: [],
};
