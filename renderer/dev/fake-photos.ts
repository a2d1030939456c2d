import type { OutputOf } from '../../app/contract/index.ts';
import type { PhotoDetail, PhotoRow } from '../../app/contract/photos.ts';
import { builtInChannelIds, type ChannelVerdict, type RuleId } from '../../app/photo-check/types.ts';

const day = Date.UTC(2026, 10, 23, 6, 0);
const names = ['mug-blue', 'mug-blue-side', 'lamp-brass', 'scarf-wool', 'teapot', 'chair-oak', 'watch-steel', 'bag-canvas', 'candle-set', 'plant-pot', 'notebook', 'headphones'];
const broken: readonly (readonly RuleId[])[] = [['background-not-white', 'fill-too-small'], [], ['text-overlay'], ['too-small'], [], ['blurry'], ['person'], ['wrong-aspect'], [], ['cropped', 'too-dark'], ['near-duplicate'], []];
const source = { url: 'https://sellercentral.amazon.com/help/hub/reference/GT8RSE9S9NK4LP6Z', title: 'Product image requirements', read: '2026-11-23', official: true };

export const fakeRows: readonly PhotoRow[] = Array.from({ length: 36 }, (_, index) => {
  const rules = broken[index % broken.length] ?? [];
  const failed = index === 35;
  const verdict = rules.length === 0 ? 'pass' : rules.includes('blurry') || rules.includes('near-duplicate') ? 'warn' : 'fail';
  return {
    id: `p${index}`,
    name: `${names[index % names.length]}-${1 + Math.floor(index / names.length)}.jpg`,
    sha256: index.toString(16).padStart(64, '0'),
    width: failed ? null : 1600,
    height: failed ? null : 1600,
    bytes: 312_000 + index * 4_001,
    format: failed ? null : 'jpeg',
    state: failed ? 'failed' : 'checked',
    failure: failed ? { code: 'truncated', message: 'ends after 40 % of its bytes' } : null,
    verdicts: failed ? {} : Object.fromEntries(builtInChannelIds.map((id, n) => [id, n % 3 === 2 ? 'pass' : verdict])),
    rules: [...rules],
    fixed: index % 12 === 2 ? ['amazon-main'] : [],
    waived: [],
    waivedOn: [],
    decision: index % 9 === 4 ? 'passed' : null,
    decisionPending: index % 9 === 4,
    drift: null,
    missingSince: null,
    sample: true,
    importedAt: day - index * 60_000,
  };
});

const findings = (row: PhotoRow): ChannelVerdict['findings'] =>
  row.rules.map((rule) => ({
    rule,
    severity: rule === 'blurry' || rule === 'near-duplicate' ? 'warn' : 'fail',
    measured: { value: 0.62, unit: 'share' },
    required: { value: 0.85, unit: 'share', bound: 'min' },
    boxes: [{ x: 120, y: 160, width: 700, height: 240 }],
    source,
    confidence: 0.9,
  }));

export function fakeDetail(id: string): PhotoDetail {
  const row = fakeRows.find((one) => one.id === id);
  if (!row) throw new Error(`no photo ${id}`);
  return {
    row,
    path: `/home/shop/photos/${row.name}`,
    photo:
      row.width && row.height
        ? { file: row.name, sha256: row.sha256 ?? '', bytes: row.bytes, width: row.width, height: row.height, format: 'jpeg', extension: 'jpg', colourSpace: 'srgb', bitDepth: 8, hasAlpha: false, frames: 1, orientation: 1, profile: null, jpegQuality: 90 }
        : null,
    measures: null,
    models: [{ id: 'u2netp', version: 'u2netp-2020', runtime: 'onnxruntime', device: 'cpu' }],
    unavailable: [],
    channels: Object.fromEntries(Object.entries(row.verdicts).map(([channel, verdict]) => [channel, { verdict, pack: '2026-11-23', findings: verdict === 'pass' ? [] : findings(row) }])),
    waivers: [],
    product: null,
    drift: null,
    duplicates: [],
    history: [],
    checkedAt: day,
  };
}

export const fakeChannels: OutputOf<'photos.channels'> = builtInChannelIds.map((id, index) => ({
  id,
  name: null,
  pack: '2026-11-23',
  verified: index < 4,
  enabled: true,
  rules: [{ rule: 'background-not-white', severity: 'fail', official: index < 4, url: source.url, read: source.read }],
  upcoming: id === 'google-merchant' ? [{ date: '2027-01-31', rule: 'too-small', note: '500 × 500' }] : [],
}));

export const fakeCounts: OutputOf<'photos.counts'> = {
  total: 36,
  waiting: 0,
  failed: 1,
  toReview: 21,
  passed: 4,
  rejected: 0,
  waived: 0,
  missing: 0,
  drift: 0,
  byVerdict: { pass: 12, warn: 6, fail: 17 },
  byRule: [
    { rule: 'background-not-white', count: 3 },
    { rule: 'text-overlay', count: 3 },
    { rule: 'too-small', count: 3 },
    { rule: 'person', count: 3 },
  ],
  waivedByRule: [],
  byOwn: [],
  byChannel: builtInChannelIds.map((channel, index) => ({ channel, pass: 12 + index, warn: 6, fail: Math.max(0, 17 - index * 3) })),
};

export const noCounts: OutputOf<'photos.counts'> = {
  total: 0, waiting: 0, failed: 0, toReview: 0, passed: 0, rejected: 0, waived: 0, missing: 0, drift: 0,
  byVerdict: { pass: 0, warn: 0, fail: 0 },
  byRule: [],
  waivedByRule: [],
  byOwn: [],
  byChannel: builtInChannelIds.map((channel) => ({ channel, pass: 0, warn: 0, fail: 0 })),
};
