import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../kernel/random.ts';
import { channelPacks } from '../channels/index.ts';
import { suggestThresholds, withDraft, type MeasuredWord, type SuggestionInput } from './threshold.ts';

const etsy = channelPacks.etsy;
const mask = (version: string) => ({ id: 'u2netp', version });
const word = (photoId: string, value: number, said: MeasuredWord['word'], rest: Partial<MeasuredWord> = {}): MeasuredWord => ({
  photoId, rule: 'blurry', channel: 'etsy', word: said, pack: etsy.version, demands: null, models: [], decision: null, found: [], at: 1, readings: { min: value }, measured: value, ...rest,
});
/** Staff who see blur below `line`, and are mistaken once in so many times. */
const staff = (count: number, line: number, seed: number, mistakes = 0): MeasuredWord[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, n) => {
    const value = random();
    const sees = value < line !== random() < mistakes;
    return word(`p${n}`, value, sees ? 'right' : 'wrong');
  });
};
const suggest = (packs: readonly (typeof etsy)[], words: readonly MeasuredWord[], rest: Partial<SuggestionInput> = {}) =>
  suggestThresholds({ packs, words, groups: [{ models: [mask('2')] }], products: new Map(), ...rest });
const ofBlurry = (words: readonly MeasuredWord[], rest: Partial<SuggestionInput> = {}) => suggest([etsy], words, rest).find(({ rule }) => rule === 'blurry');

describe('a threshold', () => {
  it('is suggested where staff draw the line, with what it gains', () => {
    const found = ofBlurry(staff(60, 0.6, 1, 0.05));
    expect(found).toMatchObject({ state: 'better', channel: 'etsy', field: 'min', current: 1, bound: 'min', official: false });
    expect(found?.value).toBeGreaterThan(0.55);
    expect(found?.value).toBeLessThan(0.66);
    expect(found?.agreesThen ?? 0).toBeGreaterThan(found?.agreesNow ?? 1);
    expect(found?.gain?.low).toBeGreaterThan(0);
    expect(found?.gain?.share).toBeLessThanOrEqual((found?.agreesThen ?? 0) - (found?.agreesNow ?? 0) + 0.1);
  });

  it('is not suggested with fewer than eight words on either side', () => {
    expect(ofBlurry([...staff(60, 1, 2), ...Array.from({ length: 7 }, (_, n) => word(`w${n}`, 0.9, 'wrong'))])).toMatchObject({ state: 'too-few', fine: 7, value: null, gain: null });
  });

  it('is not suggested where words have nothing to do with what is measured', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const random = randomFrom(seed);
      // A few more right than wrong, so that today's line is the best guess.
      const words = Array.from({ length: 60 }, (_, n) => word(`p${n}`, random(), random() < 0.6 ? 'right' : 'wrong'));
      expect(ofBlurry(words)).toMatchObject({ state: 'no-gain', value: null });
    }
  });

  it('does not become stricter by what was missed alone', () => {
    const words = [...staff(40, 0.9, 3), ...Array.from({ length: 20 }, (_, n) => word(`m${n}`, 1.05 + n / 100, 'missed', { measured: null }))];
    expect(ofBlurry(words)?.value ?? 1).toBeLessThanOrEqual(1);
    const withSilent = [...words, ...Array.from({ length: 20 }, (_, n) => word(`s${n}`, 1.5 + n / 100, 'wrong'))];
    expect(ofBlurry(withSilent)?.value).toBeGreaterThan(1.2);
  });

  it('counts words of every channel where the picture has it or not, of its own where the channel asks', () => {
    const blur = staff(60, 0.6, 1).map((one) => ({ ...one, channel: 'ebay' as const }));
    expect(ofBlurry(blur)).toMatchObject({ state: 'better' });
    const fill = Array.from({ length: 40 }, (_, n) => word(`f${n}`, n / 50, n < 20 ? 'right' : 'wrong', { rule: 'fill-too-small', channel: 'ebay' }));
    expect(suggest([channelPacks['amazon-main']], fill)).toEqual([]);
  });

  it('is about the number that the finding measured', () => {
    const words = Array.from({ length: 40 }, (_, n) => word(`d${n}`, 0, n < 20 ? 'wrong' : 'right', { rule: 'too-dark', readings: { minPeak: 0.9, maxCrushed: 0.5 + n / 100 }, measured: 0.5 + n / 100 }));
    expect(suggest([etsy], words)).toMatchObject([{ rule: 'too-dark', field: 'maxCrushed', state: 'better' }]);
  });

  it('is drawn by words about the models of today alone', () => {
    const by = (version: string, words: readonly MeasuredWord[]) => words.map((one) => ({ ...one, models: [mask(version)] }));
    const now = staff(60, 0.6, 1);
    const before = staff(200, 0.2, 7).map((one) => ({ ...one, photoId: `old ${one.photoId}` }));
    expect(ofBlurry(by('1', before))).toBeUndefined();
    expect(ofBlurry([...by('1', before), ...by('2', now)])).toEqual(ofBlurry(by('2', now)));
    expect(ofBlurry(by('2', before))).toMatchObject({ state: 'better' });
  });

  it('counts copies of one picture and photos of one product once', () => {
    const words = staff(60, 0.6, 1);
    const [fine] = words.filter(({ word: said }) => said === 'wrong');
    const copies = Array.from({ length: 30 }, (_, n) => ({ ...fine!, photoId: `copy${n}` }));
    const broken = words.filter(({ word: said }) => said === 'right');
    const products = new Map([fine!, ...copies].map(({ photoId }) => [photoId, fine!.photoId]));
    expect(ofBlurry([...broken, fine!, ...copies], { products })).toMatchObject({ state: 'too-few', broken: broken.length, fine: 1 });
    expect(ofBlurry([...broken, fine!, ...copies])).toMatchObject({ fine: 31 });
  });

  it('is not sure by many copies of a few pictures: what it gains is asked of products it was not drawn by', () => {
    // Of each product the words are what chance made them; its twelve copies say the same.
    const shopOf = (seed: number) => {
      const random = randomFrom(seed);
      return Array.from({ length: 24 }, () => ({ value: random() * 1.4, said: random() < 0.5 ? ('right' as const) : ('wrong' as const) }))
        .flatMap(({ value, said }, p) => Array.from({ length: 12 }, (_, n) => word(`${p}-${n}`, value + n / 10_000, said)));
    };
    const shops = Array.from({ length: 12 }, (_, seed) => shopOf(seed + 1));
    const suggested = (products: (words: readonly MeasuredWord[]) => ReadonlyMap<string, string>) =>
      shops.filter((words) => ofBlurry(words, { products: products(words) })?.state === 'better').length;
    expect(suggested((words) => new Map(words.map(({ photoId }) => [photoId, photoId.split('-')[0]!])))).toBe(0);
    expect(suggested(() => new Map())).toBeGreaterThan(0);
  });

  it('is the same in whatever order the words came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.double({ min: 0.2, max: 0.9, noNaN: true }), (seed, line) => {
        const words = staff(40, line, seed, 0.1);
        expect(ofBlurry(words.toReversed())).toEqual(ofBlurry(words));
      }),
      { numRuns: 10 },
    );
  });
});

describe('a draft', () => {
  const amazon = channelPacks['amazon-main'];
  const whites = (pack: typeof amazon) => pack.requirements.flatMap((one) => (one.rule === 'background-not-white' ? [[one.severity, one.minShare]] : []));

  it('that is laxer takes stricter lines of the rule along', () => {
    expect(whites(withDraft(amazon, { rule: 'background-not-white', channel: 'amazon-main', field: 'minShare', value: 0.95 }))).toEqual([['fail', 0.95], ['warn', 0.95]]);
    expect(whites(withDraft(amazon, { rule: 'background-not-white', channel: 'amazon-main', field: 'minShare', value: 0.99 }))).toEqual([['fail', 0.98], ['warn', 0.99]]);
  });

  it('that is stricter moves the line that speaks first', () => {
    expect(whites(withDraft(amazon, { rule: 'background-not-white', channel: 'amazon-main', field: 'minShare', value: 0.999 }))).toEqual([['fail', 0.98], ['warn', 0.999]]);
  });

  it('leaves all else as it is, and the pack it was made from', () => {
    const before = structuredClone(amazon);
    const after = withDraft(amazon, { rule: 'blurry', channel: 'amazon-main', field: 'min', value: 0.6 });
    expect(amazon).toEqual(before);
    expect(after.requirements.filter(({ rule }) => rule !== 'blurry')).toEqual(amazon.requirements.filter(({ rule }) => rule !== 'blurry'));
    expect(withDraft(amazon, { rule: 'blurry', channel: 'amazon-main', field: 'nothing', value: 1 })).toEqual(amazon);
  });
});
