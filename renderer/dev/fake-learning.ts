import type { WordRow } from '../../app/contract/learning.ts';
import type { RuleRecord, Suggestion, TrackRecord } from '../../app/photo-check/learning/types.ts';
import type { RuleId } from '../../app/photo-check/types.ts';

const record = (rest: Partial<TrackRecord>): TrackRecord => ({
  found: 0, right: 0, wrong: 0, missed: 0, precision: null, foundAtMost: null, deeds: { passed: 0, rejected: 0 }, ...rest,
});

const blurry = record({ found: 34, right: 19, wrong: 4, missed: 2, precision: { share: 19 / 23, low: 0.629, high: 0.93 }, foundAtMost: 0.94, deeds: { passed: 6, rejected: 3 } });
const small = record({ found: 12, right: 2, wrong: 1 });

export const fakeRules: readonly RuleRecord[] = [
  {
    rule: 'blurry', ...blurry, waived: 1, earlier: 3,
    versions: [
      { channel: 'amazon-main', pack: '2026-11-23', models: ['u2netp u2netp-2020'], inForce: true, ...blurry },
      { channel: 'amazon-main', pack: '2025-04-01', models: [], inForce: false, ...record({ right: 1, wrong: 2 }) },
    ],
  },
  { rule: 'too-small', ...small, waived: 0, earlier: 0, versions: [{ channel: 'etsy', pack: '2026-11-23', models: [], inForce: true, ...small }] },
];

const at = Date.UTC(2026, 10, 23, 7, 0);
export const fakeWords: readonly (WordRow & { readonly rule: RuleId })[] = [
  { rule: 'blurry', eventId: 'w2', photoId: 'p3', name: 'lamp-1.jpg', sha256: null, channel: 'amazon-main', word: 'wrong', pack: '2026-11-23', measured: { value: 0.97, unit: 'score' }, readings: { min: 0.97 }, today: true, note: 'brushed steel', actor: 'owner', at },
  { rule: 'blurry', eventId: 'w1', photoId: 'p0', name: 'mug-1.jpg', sha256: null, channel: 'amazon-main', word: 'missed', pack: '2026-11-23', measured: null, readings: { min: 1.2 }, today: true, note: '', actor: 'owner', at: at - 60_000 },
];

const line: Suggestion = { rule: 'blurry', channel: 'amazon-main', pack: '2026-11-23', field: 'min', bound: 'min', current: 1, official: false, broken: 19, fine: 14, state: 'better', value: 0.62, agreesNow: 0.58, agreesThen: 0.94, gain: { share: 0.33, low: 0.18, high: 0.48 } };

export const fakeSuggestions: readonly Suggestion[] = [
  line,
  { ...line, channel: 'ebay' },
  { ...line, channel: 'jd', current: 0.7, state: 'no-gain', value: null, agreesThen: null, gain: { share: 0.01, low: -0.04, high: 0.06 } },
  { ...line, channel: 'etsy', broken: 4, fine: 3, state: 'too-few', value: null, agreesNow: null, agreesThen: null, gain: null },
];
