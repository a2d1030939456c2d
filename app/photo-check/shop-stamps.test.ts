import { describe, expect, it } from 'vitest';
import { findShopStamps, withStamps, type StampedPhoto } from './shop-stamps.ts';
import type { Measures } from './types.ts';

const photo = { width: 1000, height: 1000 };
const measuresOf = (text: string, x: number, productX: number): Measures =>
  ({
    textOverlays: [],
    productText: [{ text, box: { x, y: 300, width: 200, height: 40 }, confidence: 0.95 }],
    productBox: { x: productX, y: 100, width: 500, height: 800 },
  }) as unknown as Measures;
const shot = (key: string, text: string, x: number, productX: number): StampedPhoto => ({ key, photo, pixelSha256: key, measures: measuresOf(text, x, productX) });

describe('a stamp of the shop', () => {
  const three = [shot('a', 'ACME Store', 400, 100), shot('b', 'acme store', 405, 300), shot('c', 'ACME Store', 396, 450)];

  it('stands at the same place of three pictures whose products do not', () => {
    expect([...findShopStamps(three).keys()]).toEqual(['a', 'b', 'c']);
  });

  it('is found in whatever order the pictures come', () => {
    expect([...findShopStamps(three.toReversed()).keys()].toSorted()).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['on two pictures alone', three.slice(0, 2)],
    ['where it moves', [three[0]!, shot('b', 'ACME Store', 500, 300), shot('c', 'ACME Store', 200, 450)]],
    ['where the products stand alike, as variants of one do', ['a', 'b', 'c'].map((key) => shot(key, 'ACME Store', 400, 100))],
    ['of one letter', ['a', 'b', 'c'].map((key, i) => shot(key, 'A', 400, 100 + i * 150))],
  ])('is none %s', (_, photos) => {
    expect(findShopStamps(photos).size).toBe(0);
  });

  it('counts as laid over the picture from then on', () => {
    const { measures } = three[0]!;
    const stamped = withStamps(measures, findShopStamps(three).get('a')!);
    expect(stamped.productText).toEqual([]);
    expect(stamped.textOverlays).toMatchObject([{ text: 'ACME Store', confidence: 0.8 }]);
    expect(withStamps(measures, [])).toBe(measures);
  });
});
