import type { OutputOf } from '../../app/contract/index.ts';
import type { PackRow, RuleForm } from '../../app/contract/packs.ts';
import { isBuiltIn, type ChannelId, type ChannelName } from '../../app/photo-check/types.ts';
import { refusal, type FakeHandlers } from '../bridge/fake.ts';
import { fakeChannels } from './fake-photos.ts';

type Pack = OutputOf<'packs.get'>['pack'];
type Field = RuleForm['fields'][number];

const day = '2026-11-23';
const at = Date.UTC(2026, 10, 24, 9, 30);
const page = { url: 'https://sellercentral.amazon.com/help/hub/reference/external/GT8RSE9S9NK4LP6Z', title: 'Product image guide', read: day, official: true };
const told = { ...page, official: false };

const number = (name: string, unit: Field['unit'], rest: Partial<Field> = {}): Field => ({
  name, kind: 'number', unit, whole: unit !== 'share' && unit !== 'score', min: 0, max: unit === 'share' ? 1 : null, above: unit !== 'share', empty: 'never', options: [], ...rest,
});
const other = (name: string, kind: Field['kind'], options: string[] = []): Field => ({ name, kind, unit: null, whole: false, min: null, max: null, above: false, empty: 'never', options });
const own = { url: '', title: '—', read: day, official: false };

/** A form for each kind of field there is. */
export const fakeForms: readonly RuleForm[] = [
  { rule: 'background-not-white', fields: [number('minShare', 'share')], starter: { rule: 'background-not-white', severity: 'warn', minShare: 0.98, source: own } },
  { rule: 'fill-too-small', fields: [number('min', 'share')], starter: { rule: 'fill-too-small', severity: 'warn', min: 0.85, source: own } },
  { rule: 'too-small', fields: [other('side', 'choice', ['longer', 'shorter']), number('min', 'pixels')], starter: { rule: 'too-small', severity: 'warn', side: 'longer', min: 500, source: own } },
  { rule: 'too-large', fields: [number('maxSide', 'pixels', { empty: 'null' }), number('maxPixels', 'area', { empty: 'null' })], starter: { rule: 'too-large', severity: 'warn', maxSide: 10_000, maxPixels: null, source: own } },
  { rule: 'wrong-aspect', fields: [other('ratios', 'pairs'), number('tolerance', 'share')], starter: { rule: 'wrong-aspect', severity: 'warn', ratios: [[1, 1]], tolerance: 0.01, source: own } },
  { rule: 'wrong-format', fields: [other('formats', 'choices', ['jpeg', 'png', 'webp', 'gif', 'tiff', 'bmp', 'avif', 'heif']), other('animated', 'flag'), other('rgb8Only', 'flag')], starter: { rule: 'wrong-format', severity: 'warn', formats: ['jpeg'], animated: false, rgb8Only: false, source: own } },
  { rule: 'cropped', fields: [], starter: { rule: 'cropped', severity: 'warn', source: own } },
];

const consolePack = (channel: ChannelId): Pack => ({
  schemaVersion: 1,
  channel,
  version: day,
  requirements: [
    { rule: 'background-not-white', severity: 'fail', minShare: 0.98, source: page },
    { rule: 'fill-too-small', severity: 'fail', min: 0.85, source: told },
    { rule: 'too-small', severity: 'fail', side: 'longer', min: 500, source: told },
    { rule: 'too-small', severity: 'warn', side: 'longer', min: 1000, source: told },
    { rule: 'wrong-format', severity: 'fail', formats: ['jpeg', 'tiff', 'png', 'gif'], animated: false, rgb8Only: false, source: told },
    { rule: 'cropped', severity: 'fail', source: page },
  ],
  upcoming: channel === 'google-merchant' ? [{ date: '2027-01-31', note: 'At least 500 × 500 pixels', requirement: { rule: 'too-small', severity: 'fail', side: 'shorter', min: 500, source: page } }] : [],
});

/** Calls about channel packs of a shop that never leaves the page. `sells` says whether the shop sells on a channel. */
export function fakePacks(sells: (channel: ChannelId) => boolean): FakeHandlers {
  const edited = new Map<ChannelId, Pack>();
  const stored = (channel: ChannelId): Pack | null => edited.get(channel) ?? (isBuiltIn(channel) ? consolePack(channel) : null);
  const found = (channel: ChannelId): Pack => {
    const pack = stored(channel);
    if (pack === null) throw refusal('channel-not-found', { params: { channel } });
    return pack;
  };
  const rowOf = (pack: Pack): PackRow => ({
    channel: pack.channel,
    name: pack.name ?? null,
    version: pack.version,
    builtIn: isBuiltIn(pack.channel),
    edited: isBuiltIn(pack.channel) && edited.has(pack.channel),
    newer: null,
    enabled: sells(pack.channel),
    rules: pack.requirements.length,
    official: ['tmall', 'jd', 'pdd'].includes(pack.channel) ? 0 : pack.requirements.filter(({ source }) => source.official).length,
    saved: edited.has(pack.channel) ? { actor: 'owner', at } : null,
    upcoming: pack.upcoming.map(({ date, note = '', requirement }) => ({ date, note, rule: requirement.rule, severity: requirement.severity })),
  });
  const create = (name: ChannelName, from: ChannelId | null): ChannelId => {
    const channel = `own-${edited.size + 1}`;
    const origin = from === null ? null : found(from);
    edited.set(channel, { schemaVersion: 1, channel, version: '2026-11-24', name, requirements: origin?.requirements ?? [], upcoming: origin?.upcoming ?? [] });
    return channel;
  };

  return {
    'packs.list': () => [...fakeChannels.map(({ id }) => found(id)), ...[...edited.values()].filter(({ channel }) => !isBuiltIn(channel))].map(rowOf),
    'packs.get': ({ channel }) => ({
      pack: found(channel),
      builtIn: isBuiltIn(channel) ? consolePack(channel) : null,
      history: edited.has(channel) ? [{ eventId: 'e1', at, actor: 'owner', type: 'saved', version: found(channel).version, undone: false }] : [],
    }),
    'packs.forms': () => [...fakeForms],
    'packs.preview': ({ pack }) => {
      const before = stored(String(pack['channel']));
      const same = JSON.stringify(before?.requirements) === JSON.stringify(pack['requirements']);
      const now = { pass: 12, warn: 6, fail: 17 };
      return {
        problems: [],
        impact: same
          ? { photos: 35, changed: 0, before: now, after: now, moves: [] }
          : { photos: 35, changed: 3, before: before === null ? null : now, after: { pass: 14, warn: 7, fail: 14 }, moves: [{ from: 'fail', to: 'pass', count: 2 }, { from: 'fail', to: 'warn', count: 1 }] },
      };
    },
    'packs.impact': () => [{ channel: 'google-merchant', date: '2027-01-31', rule: 'too-small', photos: 4 }],
    'packs.save': ({ pack }) => {
      const next = { ...(pack as Pack), version: '2026-11-24' };
      edited.set(next.channel, next);
      return { eventIds: ['e1'], version: next.version, problems: [] };
    },
    'packs.adjust': ({ lines }) => ({ eventIds: lines.map(({ channel }) => `e-${channel}`) }),
    'packs.create': ({ name, from }) => ({ channel: create(name, from), eventIds: ['e2'] }),
    'packs.reset': ({ channel }) => ({ eventIds: edited.delete(channel) ? ['e3'] : [] }),
    'packs.remove': ({ channel }) => ({ eventIds: edited.delete(channel) ? ['e4'] : [] }),
    'packs.undo': ({ eventIds }) => ({ undone: eventIds.length }),
    'packs.import': () => null,
    'packs.export': () => ({ written: true }),
  };
}
