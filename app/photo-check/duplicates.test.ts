import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates, type Comparable } from './duplicates.ts';
import { hamming } from './measure/dhash.ts';

const unit = (...values: number[]): Float32Array<ArrayBuffer> => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
};

const photo = (key: string, over: Partial<Comparable> = {}): Comparable => ({
  key,
  photo: { sha256: `file ${key}`, width: 1000, height: 1000 },
  pixelSha256: `pixels ${key}`,
  dhash: '00ff00ff00ff00ff',
  embedding: unit(1, 0, 0, 0),
  ...over,
});

describe('hamming', () => {
  it("counts the bits that differ: '1a' and '1f' → 2", () => {
    expect(hamming('1a', '1f')).toBe(2);
    expect(hamming('00', 'ff')).toBe(8);
    expect(hamming('f', '0f')).toBe(0);
  });

  it('is a metric on hashes of the same length', () => {
    const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((bits) => bits.toString(16).padStart(16, '0'));
    fc.assert(
      fc.property(hash, hash, hash, (a, b, c) => {
        expect(hamming(a, a)).toBe(0);
        expect(hamming(a, b)).toBe(hamming(b, a));
        expect(hamming(a, c)).toBeLessThanOrEqual(hamming(a, b) + hamming(b, c));
      }),
    );
  });
});

describe('exact duplicates', () => {
  const far = { embedding: unit(0, 1, 0, 0), dhash: 'ffffffffffffffff' };

  it('are the same bytes', () => {
    const found = findDuplicates([photo('a'), photo('b', { ...far, photo: { sha256: 'file a', width: 1000, height: 1000 } })]);
    expect(found.get('a')).toEqual([{ file: 'b', kind: 'exact', similarity: 1 }]);
    expect(found.get('b')).toEqual([{ file: 'a', kind: 'exact', similarity: 1 }]);
  });

  it('are the same pixels in another container', () => {
    expect(findDuplicates([photo('a'), photo('b', { ...far, pixelSha256: 'pixels a' })]).get('b')?.[0]?.kind).toBe('exact');
  });

  it('are not named as near ones too', () => {
    expect(findDuplicates([photo('a'), photo('b', { pixelSha256: 'pixels a' })]).get('a')).toHaveLength(1);
  });
});

describe('near duplicates', () => {
  it('look alike to the embedding and to the hash', () => {
    const found = findDuplicates([photo('a'), photo('b', { embedding: unit(1, 0.2, 0, 0), dhash: '00ff00ff00ff00fe' })]);
    expect(found.get('a')?.[0]).toMatchObject({ file: 'b', kind: 'near' });
    expect(found.get('a')?.[0]?.similarity).toBeCloseTo(0.981, 3);
  });

  it.each([
    ['two products of a series, laid out alike', { embedding: unit(0.89, 0.456, 0, 0), dhash: '00ff00ff00ff00f8' }],
    ['two juices of a brand, in the same box', { embedding: unit(0.844, 0.536, 0, 0) }],
    ['two apples on white', { embedding: unit(0.949, 0.315, 0, 0), dhash: '00ff00ff00ff0180' }],
    ['another embedding under the same hash', { embedding: unit(0.7, 0.714, 0, 0) }],
    ['a banner beside a square', { photo: { sha256: 'file b', width: 3000, height: 1000 } }],
  ])('are not %s', (_, over) => {
    expect(findDuplicates([photo('a'), photo('b', over)]).size).toBe(0);
  });

  it('are copies in another frame: the product in its box is the same', () => {
    const [whole, framed] = ['00ff00ff00ff00ff1248124812481248707f', 'ffff0000ffff000012481248124812497688'];
    expect(findDuplicates([photo('a', { dhash: whole }), photo('b', { dhash: framed, embedding: unit(0.85, 0.527, 0, 0) })]).get('a')?.[0]?.kind).toBe('near');
  });

  it('are no two products that fill their boxes alike', () => {
    const mug = '00ff00ff00ff00ff1248124812481248707f';
    const other = 'ffff0000ffff00001248124812481249707f';
    expect(findDuplicates([photo('a', { dhash: mug }), photo('b', { dhash: other, embedding: unit(0.75, 0.661, 0, 0) })]).size).toBe(0);
  });

  it('are no two colours of one product', () => {
    const red = { dhash: 'ffff0000ffff0000124812481248124870a0', embedding: unit(0.88, 0.475, 0, 0) };
    expect(findDuplicates([photo('a', { dhash: '00ff00ff00ff00ff1248124812481248907f' }), photo('b', red)]).size).toBe(0);
  });

  it('are only the same hash where the embedding is missing', () => {
    const bare = { embedding: null };
    expect(findDuplicates([photo('a', bare), photo('b', bare)]).get('a')?.[0]?.kind).toBe('near');
    expect(findDuplicates([photo('a', bare), photo('b', { ...bare, dhash: '00ff00ff00ff00f0' })]).size).toBe(0);
  });
});

it('finds the one pair among thousands of strangers', () => {
  const strangers = Array.from({ length: 3000 }, (_, i) => photo(`p${i}`, { embedding: unit(Math.sin(i), Math.cos(i * 7), Math.sin(i * 13), Math.cos(i * 29)), dhash: (BigInt(i) * 0x9e3779b97f4a7c15n & 0xffffffffffffffffn).toString(16).padStart(16, '0') }));
  const twin = photo('twin', { embedding: strangers[1234]!.embedding, dhash: strangers[1234]!.dhash });
  expect(findDuplicates([...strangers, twin]).get('twin')).toEqual([{ file: 'p1234', kind: 'near', similarity: expect.closeTo(1, 5) }]);
});
