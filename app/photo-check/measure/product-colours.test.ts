import { describe, expect, it } from 'vitest';
import { deltaE2000, labOf, type Lab } from '../../kernel/lab.ts';
import type { Picture } from '../../kernel/picture.ts';
import { measureProductColours } from './product-colours.ts';
import { Part, type Cut } from './cut.ts';

type Rgb = readonly [number, number, number];
const size = 120;

/** A product of vertical bands on white, each of a colour and a share of its width; `light` darkens it from left to right. */
function drawn(bands: readonly (readonly [Rgb, number])[], light: (x: number, y: number) => number = () => 1): { picture: Picture; cut: Cut } {
  const data = new Uint8Array(size * size * 3).fill(255);
  const parts = new Uint8Array(size * size);
  const [from, to] = [20, 100];
  for (let y = from; y < to; y++) {
    for (let x = from; x < to; x++) {
      let rest = (x - from) / (to - from);
      const [colour] = bands.find(([, share]) => (rest -= share) < 0) ?? bands.at(-1)!;
      const at = y * size + x;
      parts[at] = Part.product;
      for (let c = 0; c < 3; c++) data[at * 3 + c] = Math.max(0, Math.min(255, Math.round(colour[c]! * light(x, y))));
    }
  }
  return { picture: { width: size, height: size, channels: 3, data }, cut: { width: size, height: size, parts, source: 'white-background', confidence: 1 } };
}
const measured = ({ picture, cut }: ReturnType<typeof drawn>) => measureProductColours(picture, cut) ?? [];
const near = (lab: Lab, [r, g, b]: Rgb): number => deltaE2000(lab, labOf(r, g, b));

const red: Rgb = [178, 34, 42];
const navy: Rgb = [30, 38, 66];

describe('the colours of a product', () => {
  it('are its own, by share, without the background', () => {
    const [first, second, ...rest] = measured(drawn([[red, 0.7], [navy, 0.3]]));
    expect(rest).toEqual([]);
    expect(near(first!.lab, red)).toBeLessThan(2);
    expect(near(second!.lab, navy)).toBeLessThan(2);
    expect(first!.share).toBeCloseTo(0.7, 1);
  });

  it('are one colour in light and shade', () => {
    const found = measured(drawn([[red, 1]], (x) => 1.1 - (x - 20) / 130));
    expect(found[0]!.share).toBeGreaterThan(0.8);
    expect(near(found[0]!.lab, red)).toBeLessThan(14);
  });

  it('leave out burnt-out lights and black shadows', () => {
    const found = measured(drawn([[red, 1]], (_, y) => (y < 34 ? 12 : y > 90 ? 0 : 1)));
    expect(near(found[0]!.lab, red)).toBeLessThan(3);
    expect(found[0]!.share).toBeGreaterThan(0.9);
  });

  it('are white where nearly all is burnt out, and black where nearly all is dark', () => {
    expect(measured(drawn([[[255, 255, 255], 1]]))[0]!.lab[0]).toBeGreaterThan(97);
    expect(measured(drawn([[[4, 4, 5], 1]]))[0]!.lab[0]).toBeLessThan(6);
  });

  it('are none where there is no product', () => {
    const { picture, cut } = drawn([[red, 1]]);
    expect(measureProductColours(picture, { ...cut, parts: new Uint8Array(cut.parts.length) })).toBeNull();
  });

  it('are the same every time', () => expect(measured(drawn([[red, 0.5], [navy, 0.5]]))).toEqual(measured(drawn([[red, 0.5], [navy, 0.5]]))));
});
