import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findDuplicates } from '../../app/photo-check/index.ts';
import type { Fingerprint } from '../store/analyses.ts';
import { sha } from '../store/test-store.ts';
import { createDuplicateIndex } from './duplicate-index.ts';

const unit = (angle: number): Float32Array<ArrayBuffer> => {
  const vector = new Float32Array(8);
  vector[0] = Math.cos(angle);
  vector[1] = Math.sin(angle);
  return vector;
};

/** Photos that are often alike: few hashes a few bits apart, few directions, few sizes. */
const fingerprint = fc.record({
  bytes: fc.nat({ max: 12 }),
  pixels: fc.nat({ max: 12 }),
  flipped: fc.uniqueArray(fc.nat({ max: 63 }), { maxLength: 30 }),
  angle: fc.constantFrom(0, 0.2, 0.6, 1.4, null),
  width: fc.constantFrom(100, 120, 300),
  /** how far its product's box is laid out from the others', null without a product */
  product: fc.constantFrom('', '00000000000000008080', '00000000000000018080', '00000000ffff00008080', '000000000000000080c0'),
});

it('finds, one by one and in any order, exactly what a search of the whole set finds', () => {
  fc.assert(
    fc.property(fc.array(fingerprint, { minLength: 2, maxLength: 12 }), fc.nat({ max: 11 }), (drawn, loaded) => {
      const prints = drawn.map(({ bytes, pixels, flipped, angle, width, product }, n): Fingerprint => ({
        photoId: `photo-${n}`, sha256: sha(bytes), pixelSha256: sha(100 + pixels), width, height: 100,
        dhash: flipped.reduce((hash, bit) => hash ^ (1n << BigInt(bit)), 0x0f0f_1234_5678_9abcn).toString(16).padStart(16, '0') + product,
        embedding: angle === null ? null : unit(angle),
      }));
      const index = createDuplicateIndex();
      const pairs: string[] = [];
      prints.forEach((print, n) => {
        if (n < loaded && n === 0) index.load(print);
        else for (const found of index.put(print)) pairs.push(`${[print.photoId, found.file].toSorted().join('+')} ${found.kind} ${found.similarity.toFixed(5)}`);
      });
      const whole = findDuplicates(prints.map(({ photoId, sha256, width, height, ...rest }) => ({ key: photoId, photo: { sha256, width, height }, ...rest })));
      const expected = [...whole].flatMap(([key, others]) => others.filter((other) => key < other.file).map((other) => `${[key, other.file].toSorted().join('+')} ${other.kind} ${other.similarity.toFixed(5)}`));
      expect(pairs.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 300 },
  );
});

it('forgets a photo, and takes a new look at one for the old', () => {
  const print = (photoId: string, bytes: number): Fingerprint => ({ photoId, sha256: sha(bytes), pixelSha256: sha(bytes), dhash: sha(bytes).slice(-16), width: 9, height: 9, embedding: null });
  const index = createDuplicateIndex();
  index.put(print('a', 1));
  expect(index.put(print('b', 1))).toEqual([{ file: 'a', kind: 'exact', similarity: 1 }]);
  expect(index.put(print('b', 0xffff_ffff))).toEqual([]);
  index.delete('a');
  expect(index.put(print('c', 1))).toEqual([]);
});
