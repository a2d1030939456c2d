import type { ChannelPack } from './pack.ts';
import { goodPicture, megabytes, officialPage, packVersion, toldOf } from './quality.ts';

const page = officialPage('https://support.google.com/merchants/answer/6324350', 'Image link [image_link]');

/** Google Merchant Center, image_link. */
export const googleMerchant: ChannelPack = {
  channel: 'google-merchant',
  version: packVersion,
  requirements: [
    { rule: 'fill-too-small', severity: 'warn', min: 0.75, source: toldOf(page) },
    { rule: 'fill-too-large', severity: 'warn', max: 0.9, source: toldOf(page) },
    { rule: 'too-small', severity: 'fail', side: 'shorter', min: 100, source: toldOf(page) },
    { rule: 'too-small', severity: 'warn', side: 'shorter', min: 500, source: page },
    { rule: 'too-large', severity: 'fail', maxSide: null, maxPixels: 64_000_000, source: page },
    { rule: 'file-too-big', severity: 'fail', maxBytes: megabytes(16), source: page },
    { rule: 'wrong-format', severity: 'fail', formats: ['jpeg', 'webp', 'png', 'gif', 'bmp', 'tiff'], animated: true, rgb8Only: false, source: page },
    { rule: 'extension-mismatch', severity: 'fail', source: page },
    { rule: 'text-overlay', severity: 'fail', minConfidence: 0.75, source: toldOf(page) },
    { rule: 'cropped', severity: 'warn', source: toldOf(page) },
    ...goodPicture(page),
  ],
  upcoming: [
    {
      date: '2027-01-31',
      rule: 'too-small',
      note: 'At least 500 × 500 pixels',
      requirement: { rule: 'too-small', severity: 'fail', side: 'shorter', min: 500, source: page },
    },
  ],
};
