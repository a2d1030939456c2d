import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPacks, builtInChannelIds, ruleIds } from '../../app/photo-check/index.ts';
import { readArguments } from './arguments.ts';
import { listRules, rulesReport, type RulesReport } from './rules.ts';

let folder: string;
const source = { url: '', title: 'Our own wish', read: '2026-11-20', official: false };
const own = { schemaVersion: 1, channel: 'my-shop', version: '2026-11-20', name: 'My shop', requirements: [{ rule: 'fill-too-small', severity: 'warn', min: 0.7, source }, { rule: 'cropped', severity: 'fail', off: true, source }], upcoming: [] };
const strictEbay = { ...own, channel: 'ebay', name: undefined };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-rules-'));
  const write = (name: string, value: unknown): Promise<void> => writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  await Promise.all([
    write('own.json', own),
    write('ebay.json', strictEbay),
    write('newer.json', { ...own, schemaVersion: 9 }),
    write('bad.json', { ...own, requirements: [{ rule: 'fill-too-small', severity: 'warn', min: 70, source }] }),
    write('half.json', '{"schemaVersion": 1,'),
    write('photo.jpg', 'x'),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(options: Parameters<typeof listRules>[0]): Promise<{ code: number; out: string; told: string }> {
  let out = '';
  let told = '';
  const code = await listRules(options, { from: folder, version: '0.1.0', day: '2026-11-23', print: (text) => { out += text; }, tell: (text) => { told += text; } });
  return { code, out, told };
}

describe('vitrine photos rules', () => {
  it('lists every rule with its words, and what each channel asks', () => {
    const { rules } = rulesReport(allPacks, '2026-11-23', '0.1.0');
    expect(rules.map(({ rule }) => rule)).toEqual([...ruleIds]);
    for (const { measures, mistakes } of rules) expect([measures, mistakes].every((words) => words.length > 5)).toBe(true);
    const small = rules.find(({ rule }) => rule === 'too-small')?.channels.filter(({ channel }) => channel === 'google-merchant');
    expect(small?.map(({ severity, required, official, from, thresholds }) => [severity, required.value, official, from, thresholds['side']])).toEqual([
      ['fail', 100, false, undefined, 'shorter'],
      ['warn', 500, true, undefined, 'shorter'],
      ['fail', 500, true, '2027-01-31', 'shorter'],
    ]);
    expect(small?.[0]?.source).toMatchObject({ url: expect.stringMatching(/^https:/), read: '2026-11-23' });
  });

  it('names each threshold of a requirement that has several', () => {
    const { rules } = rulesReport(allPacks, '2026-11-23', '0.1.0');
    const large = rules.find(({ rule }) => rule === 'too-large')?.channels.filter(({ channel, severity }) => channel === 'shopify' && severity === 'fail');
    expect(large?.map(({ required }) => required)).toEqual([{ value: 5000, unit: 'pixels', bound: 'max' }, { value: '25 MP', unit: 'size', bound: 'max' }]);
  });

  it('from its day on lists a change among what is in force', () => {
    const channels = rulesReport(allPacks, '2027-01-31', '0.1.0').rules.flatMap((rule) => rule.channels);
    expect(channels.filter(({ from }) => from !== undefined)).toEqual([]);
    expect(channels.filter(({ channel, required, severity }) => channel === 'google-merchant' && severity === 'fail' && required.value === 500)).toHaveLength(1);
  });

  it('adds a pack of the shop, without what is switched off in it', async () => {
    const { code, out } = await run({ pack: ['own.json'], channel: ['my-shop'], json: true });
    expect(code).toBe(0);
    const { rules, version } = JSON.parse(out) as RulesReport;
    expect(version).toBe('0.1.0');
    expect(rules.flatMap(({ rule, channels }) => channels.map(({ channel, required }) => [rule, channel, required.value]))).toEqual([['fill-too-small', 'my-shop', 0.7]]);
  });

  it('puts a pack for a channel of the console in the place of its own', async () => {
    const { out } = await run({ pack: ['ebay.json'], channel: ['ebay'] });
    expect(out).toContain('ebay  warn  ≥ 70% (unofficial, read 2026-11-20)');
    expect(out).not.toContain('Picture policy');
  });

  it('writes to a file where one is named', async () => {
    expect(await run({ channel: ['jd'], json: 'rules.json' })).toEqual({ code: 0, out: '', told: '' });
    expect((JSON.parse(await readFile(join(folder, 'rules.json'), 'utf8')) as RulesReport).rules).toHaveLength(ruleIds.length);
  });

  it.each([
    ['a file that is not there', { pack: ['none.json'] }, 'cannot use the pack none.json: there is no such file'],
    ['no JSON', { pack: ['half.json'] }, 'cannot use the pack half.json: it is no JSON'],
    ['a newer format', { pack: ['newer.json'] }, 'schemaVersion is 9, and this console reads 1; use a newer console'],
    ['a field that is wrong', { pack: ['bad.json'] }, 'requirements[0].min must be at most 1'],
    ['the same channel twice', { pack: ['own.json', 'own.json'] }, 'two packs were given for the channel my-shop'],
    ['an unknown channel', { channel: ['my-shop'] }, `unknown channel my-shop; known are ${builtInChannelIds.join(', ')} and all`],
    ['an empty channel', { channel: [''] }, '--channel was given an empty name'],
    ['a picture in the place of the file', { json: 'photo.jpg' }, '--json would write over the picture photo.jpg'],
  ])('exits 1 on %s', async (_, options, message) => {
    const { code, out, told } = await run(options);
    expect(told).toContain(message);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  });
});

describe('vitrine photos check', () => {
  it('judges by packs of the shop beside those of the console', async () => {
    const order = await readArguments(['photo.jpg'], { pack: ['own.json'], json: true }, folder);
    expect(order.ok && order.value.packs.map(({ channel }) => channel)).toEqual([...builtInChannelIds, 'my-shop']);
    expect(order.ok && order.value.json).toBe('-');
  });

  it('tells channels of the shop from pictures behind --channel', async () => {
    const order = await readArguments([], { pack: ['own.json'], channel: ['my-shop', 'photo.jpg'] }, folder);
    expect(order.ok && [order.value.packs.map(({ channel }) => channel), order.value.paths]).toEqual([['my-shop'], ['photo.jpg']]);
  });

  it('never writes its report over a picture', async () => {
    expect(await readArguments([], { json: 'photo.jpg' }, folder)).toMatchObject({ ok: false, error: expect.stringContaining('--json would write over the picture') });
  });
});
