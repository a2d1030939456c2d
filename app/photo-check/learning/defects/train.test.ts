import { describe, expect, it } from 'vitest';
import { dot } from '../../../kernel/linear-algebra.ts';
import { hashOf, randomFrom } from '../../../kernel/random.ts';
import { judgeOwn, ownRuleId } from './own-rule.ts';
import { fewestPictures, readiness, trainDefect, type Example } from './train.ts';

const size = 120;
const scaled = (values: number[]): Float32Array => {
  const length = Math.sqrt(dot(values, values));
  return Float32Array.from(values, (value) => value / length);
};
/** A product looks like nothing else; a bad picture of it leans by `strength` in one direction that is the same for all. */
function picture(product: string, bad: boolean, strength: number, view = 0): Example {
  const random = randomFrom(hashOf(product));
  const noise = randomFrom(hashOf(`${product} ${view} ${bad}`));
  const base = Array.from({ length: size }, () => random() - 0.5);
  return { id: `${product}-${view}`, bad, group: product, embedding: scaled(base.map((value, d) => value + (noise() - 0.5) * 0.1 + (bad && d < 10 ? strength : 0))) };
}
const shop = (count: number, strength: number): Example[] => Array.from({ length: count }, (_, i) => picture(`p${i}`, i % 2 === 1, strength));
const trained = (examples: Example[], others: Float32Array[] = []) => {
  const result = trainDefect(examples, others);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('training', () => {
  it('finds a defect on products it has not seen, and said so beforehand', () => {
    const { model, report } = trained(shop(40, 0.45));
    const unseen = Array.from({ length: 200 }, (_, i) => picture(`new${i}`, i % 2 === 1, 0.45));
    const right = unseen.filter(({ bad, embedding }) => judgeOwn(model, embedding) >= 0.5 === bad).length / unseen.length;
    expect(report.usable).toBe(true);
    expect(right).toBeGreaterThan(report.balanced.low);
    expect(report.balanced.low).toBeGreaterThan(0.6);
    expect(report).toMatchObject({ good: 20, bad: 20, goodGroups: 20, badGroups: 20, chance: 0.5, folds: 5 });
  });

  it('says of labels without a reason that it only guesses', () => {
    for (const salt of ['a', 'b', 'c']) {
      const examples = shop(40, 0).map((one) => ({ ...one, bad: hashOf(salt + one.id) % 2 === 0 }));
      const { report } = trained(examples);
      expect(report.usable).toBe(false);
      expect(report.balanced.low).toBeLessThan(0.5);
    }
  });

  it('is not taken in by pictures of the same product', () => {
    // Two looks of every product, both with the product's label: whoever has seen one knows the other.
    const examples = Array.from({ length: 40 }, (_, i) => picture(`p${i >> 1}`, hashOf(`x${i >> 1}`) % 2 === 0, 0, i & 1));
    const leaking = examples.map((one) => ({ ...one, group: one.id }));
    expect(trained(leaking).report.balanced.share).toBeGreaterThan(0.9);
    expect(trained(examples).report.usable).toBe(false);
  });

  it('gives the same model for the same labels, in whatever order they came', () => {
    const examples = shop(24, 0.4);
    const others = Array.from({ length: 30 }, (_, i) => picture(`other${i}`, false, 0).embedding);
    const one = trained(examples, others);
    const other = trained(examples.toReversed(), others);
    expect(other.report).toEqual(one.report);
    expect([...other.model.weights]).toEqual([...one.model.weights]);
  });

  it('sees a weak defect better where it knows how products differ anyway', () => {
    // Products differ widely in a few directions, and the defect hides among them.
    const spread = (product: string, bad: boolean): Example => {
      const one = picture(product, bad, 0.12);
      const random = randomFrom(hashOf(`wide ${product}`));
      return { ...one, embedding: scaled([...one.embedding].map((value, d) => value + (d >= 100 ? (random() - 0.5) * 3 : 0))) };
    };
    const examples = Array.from({ length: 40 }, (_, i) => spread(`p${i}`, i % 2 === 1));
    const others = Array.from({ length: 150 }, (_, i) => spread(`other${i}`, false).embedding);
    const [without, withOthers] = [trained(examples), trained(examples, others)];
    expect(withOthers.report.calmed).toBe(true);
    expect(withOthers.report.area!.share).toBeGreaterThan(without.report.area!.share);
    // The weights are those of a plain embedding: what training scored is what judging scores.
    const wrong = examples.filter(({ bad, embedding }) => judgeOwn(withOthers.model, embedding) >= 0.5 !== bad).length;
    expect(wrong).toBeLessThan(6);
  });

  it('tells how far it is, and ends at the end', () => {
    const steps: number[] = [];
    let last = 0;
    trainDefect(shop(20, 0.4), [], (done, total) => { steps.push(done); last = total; });
    expect(steps).toEqual(Array.from({ length: last }, (_, i) => i + 1));
  });

  it('refuses too few pictures, and too few products, and says how many are missing', () => {
    const few = shop(10, 0.4);
    expect(trainDefect(few)).toEqual({ ok: false, error: { good: 5, bad: 5, missingGood: fewestPictures - 5, missingBad: fewestPictures - 5 } });
    const oneProduct = Array.from({ length: 20 }, (_, i) => picture(i % 2 === 0 ? `p${i}` : 'the-same', i % 2 === 1, 0.4, i));
    expect(readiness(oneProduct)).toEqual({ good: 10, bad: 10, missingGood: 0, missingBad: 4 });
  });
});

describe('the id of an own defect', () => {
  it.each([
    ['Creased shirt', [], 'own-creased-shirt'],
    ['Crème brûlée!', [], 'own-creme-brulee'],
    ['Creased shirt', ['own-creased-shirt', 'own-creased-shirt-2'], 'own-creased-shirt-3'],
  ])('of %s beside %j is %s', (name, taken, id) => expect(ownRuleId(name, new Set(taken))).toBe(id));
  it('of a Chinese name is a number that fits the pattern', () => expect(ownRuleId('衬衫有褶皱', new Set())).toMatch(/^own-[a-z0-9]+$/));
});
