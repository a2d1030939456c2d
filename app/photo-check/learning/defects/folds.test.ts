import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealFolds, type Grouped } from './folds.ts';

const examples: fc.Arbitrary<Grouped[]> = fc.array(fc.record({ bad: fc.boolean(), group: fc.integer({ min: 0, max: 15 }).map((n) => `g${n}`) }), { minLength: 1, maxLength: 60 });

describe('folds', () => {
  it('never split a group', () => {
    fc.assert(
      fc.property(examples, fc.integer({ min: 2, max: 5 }), fc.nat({ max: 9 }), (pictures, folds, seed) => {
        const dealt = dealFolds(pictures, folds, seed);
        const foldsOf = Map.groupBy(pictures.map(({ group }, i) => [group, dealt[i]!] as const), ([group]) => group);
        for (const all of foldsOf.values()) expect(new Set(all.map(([, fold]) => fold)).size).toBe(1);
        for (const fold of dealt) expect(fold).toBeLessThan(folds);
      }),
    );
  });

  it('hang on the groups, not on the order of the pictures', () => {
    fc.assert(
      fc.property(examples, fc.integer({ min: 2, max: 5 }), (pictures, folds) => {
        const forwards = dealFolds(pictures, folds, 1);
        const backwards = dealFolds(pictures.toReversed(), folds, 1).toReversed();
        expect(backwards).toEqual(forwards);
      }),
    );
  });

  it('hold both classes in equal shares where groups allow it', () => {
    const pictures = Array.from({ length: 40 }, (_, i) => ({ bad: i < 10, group: `g${i}` }));
    const dealt = dealFolds(pictures, 5, 3);
    for (let fold = 0; fold < 5; fold++) {
      const inFold = pictures.filter((_, i) => dealt[i] === fold);
      expect([inFold.length, inFold.filter(({ bad }) => bad).length]).toEqual([8, 2]);
    }
  });

  it('are dealt anew by another seed', () => {
    const pictures = Array.from({ length: 30 }, (_, i) => ({ bad: i % 2 === 0, group: `g${i}` }));
    expect(dealFolds(pictures, 5, 1)).not.toEqual(dealFolds(pictures, 5, 2));
  });
});
