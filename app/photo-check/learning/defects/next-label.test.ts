import { describe, expect, it } from 'vitest';
import { askNext, type Candidate } from './next-label.ts';

const turned = (degrees: number): Float32Array => Float32Array.from([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);
const candidate = (id: string, degrees: number, probability: number | null = null): Candidate => ({ id, embedding: turned(degrees), probability });
const none = { good: 0, bad: 0 };

describe('the next picture to label', () => {
  it('is at first one that stands for many', () => {
    const candidates = [candidate('odd', 170), ...[0, 2, 4, 6, 8].map((degrees, i) => candidate(`usual${i}`, degrees))];
    const [first] = askNext({ candidates, labelled: [], missing: { good: 8, bad: 8 } }, 1);
    expect(first).toMatchObject({ id: expect.stringContaining('usual'), why: 'typical', nearest: null });
  });

  it('is then one like none before it', () => {
    const candidates = [candidate('a', 0), candidate('b', 3), candidate('c', 80)];
    const asked = askNext({ candidates, labelled: [{ bad: false, embedding: turned(1) }], missing: { good: 7, bad: 8 } }, 1);
    expect(asked[0]).toMatchObject({ id: 'c', why: 'different' });
    expect(asked[0]?.nearest).toBeCloseTo(Math.cos((79 * Math.PI) / 180), 6);
  });

  it('looks for the class that is short', () => {
    const labelled = [{ bad: true, embedding: turned(0) }, { bad: false, embedding: turned(90) }];
    const candidates = [candidate('like-bad', 8), candidate('like-good', 82), candidate('between', 45)];
    expect(askNext({ candidates, labelled, missing: { good: 0, bad: 5 } }, 1)[0]).toMatchObject({ id: 'like-bad', why: 'likely-bad' });
    expect(askNext({ candidates, labelled, missing: { good: 5, bad: 0 } }, 1)[0]).toMatchObject({ id: 'like-good', why: 'likely-good' });
  });

  it('is, with a classifier, what that cannot tell', () => {
    const labelled = [1, 2, 3, 4, 5].map((n) => ({ bad: n > 2, embedding: turned(n * 40) }));
    const candidates = [candidate('sure', 10, 0.98), candidate('unsure', 20, 0.52), candidate('rather', 30, 0.8)];
    expect(askNext({ candidates, labelled, missing: none }, 1)[0]).toMatchObject({ id: 'unsure', why: 'uncertain', probability: 0.52 });
  });

  it('does not ask twice about the same thing, and explores in between', () => {
    const labelled = [1, 2, 3, 4].map((n) => ({ bad: n > 2, embedding: turned(n * 40) }));
    const candidates = [candidate('a', 20, 0.5), candidate('a-copy', 20.5, 0.51), candidate('b', 70, 0.4), candidate('far', 300, 0.97)];
    const asked = askNext({ candidates, labelled, missing: none }, 4);
    expect(asked.map(({ id, why }) => [id, why])).toEqual([['far', 'different'], ['a', 'uncertain'], ['b', 'uncertain'], ['a-copy', 'uncertain']]);
  });

  it('asks no more than there are, and nothing of an empty shop', () => {
    expect(askNext({ candidates: [candidate('a', 0)], labelled: [], missing: none }, 5)).toHaveLength(1);
    expect(askNext({ candidates: [], labelled: [], missing: none }, 5)).toEqual([]);
  });
});
