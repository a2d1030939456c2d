import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInChannelIds, ruleIds } from '../types.ts';
import { fieldsOf } from './fields.ts';
import { channelPacks } from './index.ts';
import { packText } from './pack-text.ts';
import { ChannelPack } from './pack.ts';
import { readPack } from './read-pack.ts';

const folder = new URL('./packs/', import.meta.url);
const source = { url: '', title: 'Our own wish', read: '2026-11-23', official: false };
const own = { schemaVersion: 1, channel: 'my-shop', version: '2026-11-23', name: 'My shop', requirements: [{ rule: 'fill-too-small', severity: 'warn', min: 0.7, source }], upcoming: [] };
const google = channelPacks['google-merchant'];

/** What is wrong with a pack, as `path: code`. */
function problems(raw: unknown): string[] {
  const read = readPack(raw);
  return read.ok ? [] : read.error.map(({ path, code }) => `${path.join('.')}: ${code}`);
}

describe('the files of packs', () => {
  it('are one for every channel of the console', () => {
    expect(readdirSync(folder).toSorted()).toEqual(builtInChannelIds.map((id) => `${id}.json`).toSorted());
  });

  it.each(builtInChannelIds)('%s is written as the console writes it, in the order of its fields', (id) => {
    const text = readFileSync(new URL(`${id}.json`, folder), 'utf8');
    expect(packText(ChannelPack.parse(JSON.parse(text)))).toBe(text);
  });
});

describe('reading a pack', () => {
  it('takes one of the console, and one of a shop that names it', () => {
    expect(problems(google)).toEqual([]);
    expect(problems(own)).toEqual([]);
    expect(problems({ ...own, name: undefined })).toEqual(['name: missing']);
  });

  it('keeps what it does not know, at every level', () => {
    const requirement = { ...own.requirements[0], colour: 'red', source: { ...source, page: 4 } };
    const read = readPack({ ...own, note: 'x', requirements: [requirement] });
    expect(read).toMatchObject({ ok: true, value: { note: 'x', requirements: [{ colour: 'red', source: { page: 4 } }] } });
    expect(read.ok && JSON.parse(packText(read.value))).toMatchObject({ note: 'x', requirements: [{ colour: 'red', source: { page: 4 } }] });
  });

  it('refuses a newer format, whatever else it holds', () => {
    expect(readPack({ schemaVersion: 2, rules: 'all new' })).toEqual({ ok: false, error: [{ path: ['schemaVersion'], code: 'newer', params: { found: 2, supported: 1 } }] });
  });

  it.each([['a text', 'pack'], ['a list', [own]], ['nothing', null]])('refuses %s', (_, raw) => {
    expect(problems(raw)).toEqual([': not-a-pack']);
  });

  it('names every field that is wrong, and how', () => {
    const bad = {
      ...own,
      channel: 'My shop',
      version: 'yesterday',
      name: '',
      requirements: [
        { rule: 'fill-too-small', severity: 'warn', min: 70, source },
        { rule: 'too-small', severity: 'warn', side: 'widest', min: 0, source },
        { rule: 'wrong-format', severity: 'fail', formats: [], animated: 'no', rgb8Only: false, source },
        { rule: 'sparkle', severity: 'fail', source },
        { rule: 'cropped', severity: 'fail', source: { ...source, url: 'somewhere', read: 'today' } },
        { rule: 'blurry', severity: 'fail', source },
      ],
    };
    expect(problems(bad)).toEqual([
      'channel: not-an-id',
      'version: not-a-version',
      'name: too-few',
      'requirements.0.min: too-high',
      'requirements.1.side: not-one-of',
      'requirements.1.min: not-above',
      'requirements.2.formats: too-few',
      'requirements.2.animated: wrong-type',
      'requirements.3.rule: unknown-rule',
      'requirements.4.source.url: not-an-address',
      'requirements.4.source.read: not-a-date',
      'requirements.5.min: missing',
    ]);
    expect(problems({ schemaVersion: 1 })).toEqual(['channel: missing', 'version: missing', 'requirements: missing', 'upcoming: missing']);
    expect(problems({ ...own, schemaVersion: undefined })).toEqual(['schemaVersion: missing']);
  });
});

describe('what a requirement may set', () => {
  it('is read off its schema, with unit and bounds', () => {
    expect(fieldsOf('fill-too-small')).toEqual([{ name: 'min', kind: 'number', unit: 'share', whole: false, min: 0, max: 1, above: false, empty: 'never', options: [] }]);
    expect(fieldsOf('too-large').map(({ name, unit, whole, min, max, above, empty }) => ({ name, unit, whole, min, max, above, empty }))).toEqual([
      { name: 'maxSide', unit: 'pixels', whole: true, min: 0, max: null, above: true, empty: 'null' },
      { name: 'maxPixels', unit: 'area', whole: true, min: 0, max: null, above: true, empty: 'null' },
    ]);
    expect(fieldsOf('wrong-format').map(({ kind }) => kind)).toEqual(['choices', 'flag', 'flag']);
    expect(fieldsOf('wrong-aspect').map(({ kind }) => kind)).toEqual(['pairs', 'number']);
    expect(fieldsOf('too-small')[0]).toMatchObject({ kind: 'choice', options: ['longer', 'shorter'] });
    expect(fieldsOf('cropped')).toEqual([]);
  });

  it('has a form for every rule there is', () => {
    expect(ruleIds.flatMap((rule) => fieldsOf(rule)).filter(({ kind }) => kind === 'other')).toEqual([]);
  });
});
