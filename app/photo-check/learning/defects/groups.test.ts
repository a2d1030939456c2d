import { describe, expect, it } from 'vitest';
import { groupPictures, stemOf, type Pictured } from './groups.ts';

describe('a name', () => {
  it.each([
    ['lamp-brass-front.jpg', 'lamp-brass'],
    ['lamp-brass_2.JPG', 'lamp-brass'],
    ['Lamp Brass (3).png', 'lamp brass'],
    ['红色围巾-正面.jpg', '红色围巾'],
    ['SKU-10442-01.jpg', 'sku-10442'],
    ['IMG_2043.JPG', null],
    ['DSC00012.jpg', null],
    ['微信图片_20240101.jpg', null],
    ['7.webp', null],
  ])('%s belongs to %s', (name, stem) => expect(stemOf(name)).toBe(stem));
});

describe('groups', () => {
  const turned = (angle: number): Float32Array => Float32Array.from([Math.cos(angle), Math.sin(angle)]);
  const picture = (id: string, angle: number, rest: Partial<Pictured> = {}): Pictured => ({ id, name: `IMG_${id}.jpg`, product: null, embedding: turned(angle), ...rest });

  it('hold views of one product, known products, copies, and what looks the same', () => {
    const groups = groupPictures(
      [
        picture('a', 0, { name: 'mug-1.jpg' }), picture('b', 1, { name: 'mug-2.jpg' }),
        picture('c', 2, { product: 'p7' }), picture('d', 3, { product: 'p7' }),
        picture('e', 4), picture('f', 5),
        picture('g', 6.1), picture('h', 6.2),
        picture('i', 0.5),
      ],
      [['f', 'e']],
    );
    expect([...groups]).toEqual([['a', 'a'], ['b', 'a'], ['c', 'c'], ['d', 'c'], ['e', 'e'], ['f', 'e'], ['g', 'a'], ['h', 'a'], ['i', 'i']].map((pair) => (pair[0] === 'g' || pair[0] === 'h' ? [pair[0], groups.get('g')] : pair)));
    expect(groups.get('g')).toBe(groups.get('h'));
  });

  it('are the same in any order', () => {
    const pictures = [picture('a', 0), picture('b', 0.1), picture('c', 2, { name: 'mug-1.jpg' }), picture('d', 3, { name: 'mug-2.jpg' })];
    const forwards = groupPictures(pictures, [['c', 'b']]);
    const backwards = groupPictures(pictures.toReversed(), [['b', 'c']]);
    expect(Object.fromEntries(backwards)).toEqual(Object.fromEntries(forwards));
  });
});
