import type { Requirement, Source } from './pack.ts';

/**
 * What any shop wants of a picture, with this console's own thresholds: warnings in every channel. `said` is the
 * channel's page on pictures; marked unofficial, since the numbers are ours.
 */
export function goodPicture(said: Source): readonly Requirement[] {
  const source = { ...said, official: false };
  return [
    { rule: 'blurry', severity: 'warn', min: 1, source },
    { rule: 'too-dark', severity: 'warn', minPeak: 0.4, maxCrushed: 0.5, source },
    { rule: 'too-bright', severity: 'warn', maxFloor: 0.85, maxClipped: 0.4, source },
    { rule: 'duplicate', severity: 'warn', source },
    { rule: 'near-duplicate', severity: 'warn', source },
  ];
}

const read = '2026-11-23';

export const officialPage = (url: string, title: string): Source => ({ url, title, read, official: true });
/** The channel's page, for a requirement that others tell of it. */
export const toldOf = (source: Source): Source => ({ ...source, official: false });

/** Version of the packs that come with the console. */
export const packVersion = read;
export const megabytes = (count: number): number => count * 1_000_000;
