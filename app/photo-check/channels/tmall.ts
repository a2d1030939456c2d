import type { ChannelPack } from './pack.ts';
import { goodPicture, megabytes, officialPage, packVersion, toldOf } from './quality.ts';

const page = toldOf(officialPage('https://rule.tmall.com/', 'Tmall rules (unverified: no official page was reached)'));

/** Taobao and Tmall, main pictures; the white one among the five is advised on the first. */
export const tmall: ChannelPack = {
  channel: 'tmall',
  version: packVersion,
  requirements: [
    { rule: 'background-not-white', severity: 'warn', minShare: 0.98, source: page },
    { rule: 'too-small', severity: 'fail', side: 'shorter', min: 500, source: page },
    { rule: 'too-small', severity: 'warn', side: 'shorter', min: 800, source: page },
    { rule: 'wrong-aspect', severity: 'fail', ratios: [[1, 1]], tolerance: 0.01, source: page },
    { rule: 'file-too-big', severity: 'fail', maxBytes: megabytes(3), source: page },
    { rule: 'text-overlay', severity: 'warn', minConfidence: 0.75, source: page },
    ...goodPicture(page),
  ],
  upcoming: [],
};
