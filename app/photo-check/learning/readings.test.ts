import { describe, expect, it } from 'vitest';
import { allPacks } from '../channels/index.ts';
import { judge } from '../judge.ts';
import type { ChannelPack, Requirement } from '../channels/pack.ts';
import { testAnalysis, sha } from '../../../main/store/test-store.ts';
import { demandsOf, numberIn, readingsOf, tunables } from './readings.ts';

const all = allPacks.flatMap(({ requirements }) => requirements);

describe('a number that may be moved', () => {
  it.each(tunables.map((tunable) => [tunable.rule, tunable.field, tunable] as const))('of %s called %s is one that packs set', (rule, field) => {
    const found = all.filter((requirement) => requirement.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    for (const requirement of found) expect(numberIn(requirement, field)).not.toBeNull();
  });

  it.each([
    ['background-not-white', 'minShare', { backgroundWhiteShare: 0.7 }],
    ['fill-too-small', 'min', { fill: 0.5 }],
    ['fill-too-large', 'max', { fill: 0.95 }],
    ['blurry', 'min', { sharpness: 0.4 }],
    ['too-dark', 'minPeak', { peakBrightness: 0.3 }],
    ['too-dark', 'maxCrushed', { shadowsCrushed: 0.8 }],
    ['too-bright', 'maxFloor', { floorBrightness: 0.9 }],
    ['too-bright', 'maxClipped', { highlightsClipped: 0.6 }],
    ['noise', 'max', { noise: 9 }],
    ['low-resolution-upscaled', 'min', { trueScale: 0.4 }],
  ] as const)('of %s called %s decides, at what the photo measures, whether the rule finds it', (rule, field, change) => {
    const analysis = testAnalysis(sha(1));
    const broken = { ...analysis, measures: { ...analysis.measures, ...change } };
    const value = readingsOf(rule, broken.measures)[field];
    expect(value).toBeDefined();
    const given = all.find((requirement) => requirement.rule === rule)!;
    const finds = (line: number): boolean => {
      const pack: ChannelPack = { schemaVersion: 1, channel: 'x', version: '2026-11-23', upcoming: [], requirements: [{ ...given, [field]: line } as Requirement] };
      return judge(broken, [], pack).findings.length > 0;
    };
    const apart = 0.02;
    const bound = tunables.find((one) => one.rule === rule && one.field === field)?.bound;
    expect([finds(value! + apart), finds(value! - apart)]).toEqual(bound === 'min' ? [true, false] : [false, true]);
  });
});

describe('the demands of a rule', () => {
  const source = { url: 'https://example.com', title: 'Page', read: '2026-11-23', official: true };
  const white = (minShare: number, severity: 'fail' | 'warn'): Requirement => ({ rule: 'background-not-white', severity, minShare, source });

  it('are the same in any order, whoever says so, and change with a number', () => {
    const one = demandsOf({ requirements: [white(0.98, 'fail'), white(0.99, 'warn')] }, 'background-not-white');
    expect(demandsOf({ requirements: [{ ...white(0.99, 'warn'), source: { ...source, official: false } }, white(0.98, 'fail')] }, 'background-not-white')).toBe(one);
    expect(demandsOf({ requirements: [white(0.98, 'fail'), white(0.995, 'warn')] }, 'background-not-white')).not.toBe(one);
    expect(demandsOf({ requirements: [white(0.98, 'fail'), { ...white(0.99, 'warn'), off: true }] }, 'background-not-white')).not.toBe(one);
  });
});
