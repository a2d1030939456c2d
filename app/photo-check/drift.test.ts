import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftOf, type Look } from './drift.ts';

const look = (change: Partial<Look> = {}): Look => ({
  photo: { sha256: 'approved', width: 1600, height: 1200 }, pixelSha256: 'approved', dhash: `${'0f'.repeat(8)}${'3c'.repeat(8)}8080`, embedding: Float32Array.of(1, 0), ...change,
});
const other: Partial<Look> = { photo: { sha256: 'other', width: 1600, height: 1200 }, pixelSha256: 'other' };
const at = (angle: number): Float32Array<ArrayBuffer> => Float32Array.of(Math.cos(angle), Math.sin(angle));

describe('what stands where a photo was approved', () => {
  it('is that photo, byte for byte', () => {
    expect(driftOf(look(), look({ dhash: 'f'.repeat(36), embedding: at(1) }))).toBeNull();
  });

  it('is the same picture saved again: the same pixels, or alike to every witness', () => {
    expect(driftOf(look(), look({ ...other, pixelSha256: 'approved', embedding: null }))).toEqual({ kind: 'resaved', similarity: 1 });
    expect(driftOf(look(), look({ ...other, embedding: at(0.1) }))?.kind).toBe('resaved');
    expect(driftOf(look(), look({ ...other, photo: { sha256: 'other', width: 801, height: 601 } }))?.kind).toBe('resaved');
  });

  it.each([
    ['laid out otherwise', { dhash: `${'f0'.repeat(8)}${'3c'.repeat(8)}8080` }],
    ['another product in the same frame', { dhash: `${'0f'.repeat(8)}${'c3'.repeat(8)}8080` }],
    ['the product in another colour', { dhash: `${'0f'.repeat(8)}${'3c'.repeat(8)}8088` }],
    ['another thing to the model', { embedding: at(0.3) }],
    ['cropped to another shape', { photo: { sha256: 'other', width: 1200, height: 1200 } }],
  ] as const)('is another picture when it is %s', (_, change) => {
    expect(driftOf(look(), look({ ...other, ...change }))?.kind).toBe('changed');
  });

  it('is judged by the hashes alone where no model answered', () => {
    expect(driftOf(look({ embedding: null }), look(other))).toEqual({ kind: 'resaved', similarity: null });
  });

  it('drifts both ways alike', () => {
    const looks = fc.record({ bits: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), angle: fc.double({ min: 0, max: 1.5, noNaN: true }) })
      .map(({ bits, angle }) => look({ photo: { sha256: String(bits), width: 100, height: 100 }, pixelSha256: String(bits), dhash: bits.toString(16).padStart(16, '0'), embedding: at(angle) }));
    fc.assert(fc.property(looks, looks, (a, b) => {
      expect(driftOf(a, b)).toEqual(driftOf(b, a));
    }));
  });
});
