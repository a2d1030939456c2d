import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantileOf } from './statistics.ts';

it('finds the value that sorting would bring to a place', () => {
  const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.float({ noNaN: true, min: Math.fround(0.01) })), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
      const sorted = Float32Array.from(list).sort();
      expect(quantileOf(Float32Array.from(list), share)).toBe(sorted[Math.min(list.length - 1, Math.floor(share * list.length))]);
    }),
  );
});

it('is 0 for nothing', () => expect(quantileOf(new Float32Array(0), 0.5)).toBe(0));
