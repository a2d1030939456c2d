import type { ChannelPack } from './pack.ts';
import { goodPicture, megabytes, officialPage, packVersion, toldOf } from './quality.ts';

const page = toldOf(officialPage('https://rule.jd.com/', 'JD rules (unverified: no official page was reached)'));

/** JD, first picture. */
export const jd: ChannelPack = {
  channel: 'jd',
  version: packVersion,
  requirements: [
    { rule: 'background-not-white', severity: 'warn', minShare: 0.98, source: page },
    { rule: 'too-small', severity: 'fail', side: 'shorter', min: 500, source: page },
    { rule: 'too-small', severity: 'warn', side: 'shorter', min: 800, source: page },
    { rule: 'file-too-big', severity: 'fail', maxBytes: megabytes(1), source: page },
    ...goodPicture(page),
  ],
  upcoming: [],
};
