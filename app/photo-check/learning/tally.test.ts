import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInChannelIds as channelIds, ruleIds, type ChannelId, type RuleId } from '../types.ts';
import { demandsOf } from './readings.ts';
import { fewestAnswers, tally, type PhotoGroup, type StaffWord } from './tally.ts';

const ocr = { id: 'pp-ocr-rec', version: '4' };
const packOf = (version: string) => ({ version, requirements: [] });
const packs = new Map<ChannelId, ReturnType<typeof packOf>>([['ebay', packOf('2026-11-23')], ['etsy', packOf('2026-11-23')]]);

const group = (photos: number, broken: Partial<Record<ChannelId, RuleId[]>>, rest: Partial<PhotoGroup> = {}): PhotoGroup => ({
  photos, decision: null, models: [ocr], broken: new Map(Object.entries(broken) as [ChannelId, RuleId[]][]), ...rest,
});
const word = (photoId: string, of: Partial<StaffWord> = {}): StaffWord => ({
  photoId, rule: 'text-overlay', channel: 'ebay', word: 'right', pack: '2026-11-23', demands: null, models: [ocr], decision: null, found: [], at: 1, ...of,
});
const many = (count: number, of: Partial<StaffWord>): StaffWord[] => Array.from({ length: count }, (_, n) => word(`${of.word}${n}`, of));

/** A photo on which nothing is found: the models behind the words still look at photos. */
const looked = [group(1, {})];

describe('a rule', () => {
  it('has found what it finds in any channel, each photo once', () => {
    const [rule] = tally({ groups: [group(3, { ebay: ['text-overlay'], etsy: ['text-overlay'] }), group(2, { etsy: ['text-overlay'] })], words: [], waivers: [], packs });
    expect(rule).toMatchObject({ rule: 'text-overlay', found: 5, right: 0, wrong: 0, precision: null });
    expect(rule?.versions.map(({ channel, found }) => [channel, found])).toEqual([['etsy', 5], ['ebay', 3]]);
  });

  it('has a precision from the tenth answer on, with its interval', () => {
    const few = tally({ groups: looked, words: many(fewestAnswers - 1, { word: 'right' }), waivers: [], packs });
    expect(few[0]?.precision).toBeNull();
    const enough = tally({ groups: looked, words: [...many(19, { word: 'right' }), ...many(4, { word: 'wrong' })], waivers: [], packs });
    expect(enough[0]?.precision?.share).toBeCloseTo(19 / 23, 12);
    expect(enough[0]?.precision?.low).toBeCloseTo(0.6286, 4);
  });

  it('counts the last word on a photo, in whatever channel it was said', () => {
    const words = [word('a', { at: 1 }), word('a', { channel: 'etsy', word: 'wrong', at: 2 })];
    const [rule] = tally({ groups: looked, words, waivers: [], packs });
    expect(rule).toMatchObject({ right: 0, wrong: 1 });
    expect(rule?.versions.map(({ channel, right, wrong }) => [channel, right, wrong])).toEqual(expect.arrayContaining([['ebay', 1, 0], ['etsy', 0, 1]]));
  });

  it('keeps words about earlier packs and models apart', () => {
    const words = [word('a', { pack: '2025-01-01' }), word('b', { models: [{ id: 'pp-ocr-rec', version: '3' }] }), word('c')];
    const [rule] = tally({ groups: [group(1, { ebay: ['text-overlay'] })], words, waivers: [], packs });
    expect(rule).toMatchObject({ right: 1, earlier: 2 });
    expect(rule?.versions.filter(({ inForce }) => !inForce)).toHaveLength(2);
  });

  it('lets words stand where a new version of the pack asks the same', () => {
    const source = { url: 'https://example.com', title: 'Page', read: '2026-11-23', official: true };
    const strict = { rule: 'text-overlay' as const, severity: 'fail' as const, minConfidence: 0.8, source };
    const words = [word('a', { pack: '2025-01-01', demands: demandsOf({ requirements: [strict] }, 'text-overlay') })];
    const of = (minConfidence: number) => tally({ groups: looked, words, waivers: [], packs: new Map([['ebay', { version: '2026-11-23.2', requirements: [{ ...strict, minConfidence, source: { ...source, read: '2026-11-24' } }] }]]) })[0];
    expect(of(0.8)).toMatchObject({ right: 1, earlier: 0, versions: [{ pack: '2026-11-23.2', inForce: true }] });
    expect(of(0.7)).toMatchObject({ right: 0, earlier: 1, versions: [{ pack: '2025-01-01', inForce: false }] });
  });

  it('does not mind which models looked at the photo where it rests on none', () => {
    const words = [word('a', { rule: 'too-small', models: [{ id: 'pp-ocr-rec', version: '3' }] })];
    expect(tally({ groups: looked, words, waivers: [], packs })[0]).toMatchObject({ right: 1, earlier: 0 });
  });

  it('finds at most what is left when the missed ones are known', () => {
    const words = [...many(3, { word: 'missed' }), ...many(2, { word: 'wrong', found: ['ebay'] })];
    const [rule] = tally({ groups: [group(14, { ebay: ['text-overlay'] })], words, waivers: [], packs });
    expect(rule?.foundAtMost).toBeCloseTo(12 / 15, 12);
  });

  it('finds at most what it finds today: a wrong finding that is gone is not taken off, a missed one that is found is none', () => {
    const words = [...many(3, { word: 'missed' }), word('mended', { word: 'missed', found: ['etsy'] }), ...many(5, { word: 'wrong' }), word('stands', { word: 'wrong', found: ['ebay'] })];
    const [rule] = tally({ groups: [group(10, { ebay: ['text-overlay'] }), group(1, { etsy: ['text-overlay'] })], words, waivers: [], packs });
    expect(rule).toMatchObject({ found: 11, wrong: 6, missed: 4 });
    expect(rule?.foundAtMost).toBeCloseTo(10 / 13, 12);
  });

  it('says nothing of how much earlier versions find: what they found is not known', () => {
    const words = many(3, { word: 'missed', pack: '2025-01-01' });
    expect(tally({ groups: looked, words, waivers: [], packs })[0]?.versions).toMatchObject([{ inForce: false, missed: 3, foundAtMost: null }]);
  });

  it('never counts a deed as a word, nor a photo by both', () => {
    const groups = [group(6, { ebay: ['text-overlay'] }, { decision: 'passed' }), group(4, { ebay: ['text-overlay'] }, { decision: 'rejected' })];
    const [silent] = tally({ groups, words: [], waivers: [], packs });
    expect(silent).toMatchObject({ right: 0, wrong: 0, precision: null, deeds: { passed: 6, rejected: 4 } });
    const [spoken] = tally({ groups, words: [word('a', { word: 'wrong', decision: 'passed', found: ['ebay'] }), word('gone', { word: 'wrong', decision: 'passed' })], waivers: [], packs });
    expect(spoken).toMatchObject({ wrong: 2, deeds: { passed: 5, rejected: 4 } });
  });

  it('counts waived findings apart, each photo once, and none that was spoken about', () => {
    const waivers = [{ photoId: 'a', rule: 'text-overlay' as const }, { photoId: 'a', rule: 'text-overlay' as const }, { photoId: 'b', rule: 'text-overlay' as const }, { photoId: 'b', rule: 'blurry' as const }];
    const [rule] = tally({ groups: [group(3, { ebay: ['text-overlay'] })], words: [word('b', { word: 'wrong' })], waivers, packs });
    expect(rule).toMatchObject({ waived: 1, right: 0, wrong: 1 });
  });

  it('is silent about channels that the shop does not sell on', () => {
    expect(tally({ groups: [group(2, { jd: ['text-overlay'] })], words: [word('a', { channel: 'jd' })], waivers: [], packs: new Map([['ebay', packOf('1')]]) })).toMatchObject([{ found: 0, right: 0 }]);
  });
});

describe('whatever staff say', () => {
  const anyWord: fc.Arbitrary<StaffWord> = fc.record({
    photoId: fc.constantFrom('a', 'b', 'c', 'd'),
    rule: fc.constantFrom(...ruleIds),
    channel: fc.constantFrom(...channelIds),
    word: fc.constantFrom('right' as const, 'wrong' as const, 'missed' as const),
    pack: fc.constantFrom('1', '2', null),
    demands: fc.constant(null),
    models: fc.constant([ocr]),
    decision: fc.constantFrom('passed' as const, 'rejected' as const, null),
    found: fc.subarray([...channelIds]),
    at: fc.nat({ max: 99 }),
  });
  const all = new Map<ChannelId, ReturnType<typeof packOf>>(channelIds.map((id) => [id, packOf('2')]));

  it('each photo gives a rule one word at most, and the order of telling changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyWord, { selector: ({ at }) => at, maxLength: 40 }), (words) => {
        const rules = tally({ groups: looked, words, waivers: [], packs: all });
        for (const { right, wrong, missed } of rules) expect(right + wrong + missed).toBeLessThanOrEqual(4);
        const shuffled = tally({ groups: looked, words: words.toReversed(), waivers: [], packs: all });
        const sums = (list: typeof rules) => list.map(({ rule, right, wrong, missed, earlier }) => [rule, right, wrong, missed, earlier].join()).toSorted();
        expect(sums(shuffled)).toEqual(sums(rules));
      }),
    );
  });
});
