import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf, firstNotWhite, lastNotWhite } from './white.ts';

const level = fc.oneof({ weight: 6, arbitrary: fc.constant(255) }, { weight: 1, arbitrary: fc.constantFrom(0, 254) });
/** bytes, where they begin in their buffer, and a part of them */
const parts = fc.tuple(fc.array(level, { maxLength: 40 }), fc.integer({ min: 0, max: 5 }), fc.nat(40), fc.nat(40));

it('finds the first and the last byte that is not white, wherever the bytes lie in memory', () => {
  fc.assert(
    fc.property(parts, ([levels, offset, a, b]) => {
      const data = new Uint8Array(levels.length + offset).subarray(offset);
      data.set(levels);
      const [from, to] = [Math.min(a, b, levels.length), Math.min(Math.max(a, b), levels.length)];
      const part = levels.slice(from, to);
      const dark = part.findIndex((value) => value !== 255);
      const last = part.findLastIndex((value) => value !== 255);
      expect(firstNotWhite(bytesOf(data), from, to)).toBe(dark < 0 ? to : from + dark);
      expect(lastNotWhite(bytesOf(data), from, to)).toBe(last < 0 ? from : from + last + 1);
    }),
  );
});
