import { luma } from '../../kernel/colour.ts';

/** Colours this near to one another are the same, in levels of luma and of tint: JPEG blurs the tint of thin strokes. */
export const sameLuma = 9;
const sameTint = 26;

/** Strokes of one kind, the light ones or the dark ones: luma, and how far red and blue are from it. */
export class Strokes {
  readonly #colours: number[] = [];
  readonly #bins = new Map<number, number>();

  add(r: number, g: number, b: number): void {
    const y = luma(r, g, b);
    this.#colours.push(y, r - y, b - y);
    const bin = ((y >> 4) << 10) | (((r - y + 256) >> 5) << 5) | ((b - y + 256) >> 5);
    this.#bins.set(bin, (this.#bins.get(bin) ?? 0) + 1);
  }

  get count(): number {
    return this.#colours.length / 3;
  }

  /** The commonest colour and the share of strokes that have it. */
  get commonest(): { readonly colour: readonly [number, number, number]; readonly share: number } {
    let [bin, most] = [0, 0];
    for (const [candidate, count] of this.#bins) if (count > most) [bin, most] = [candidate, count];
    let centre: [number, number, number] = [((bin >> 10) << 4) + 8, (((bin >> 5) & 31) << 5) - 240, ((bin & 31) << 5) - 240];
    let near = 0;
    for (const tolerance of [sameLuma + 4, sameLuma, sameLuma]) {
      const sum = [0, 0, 0];
      near = 0;
      for (let i = 0; i < this.#colours.length; i += 3) {
        const [y, r, b] = [this.#colours[i]!, this.#colours[i + 1]!, this.#colours[i + 2]!];
        if (Math.abs(y - centre[0]) > tolerance || Math.abs(r - centre[1]) > sameTint || Math.abs(b - centre[2]) > sameTint) continue;
        near += 1;
        sum[0]! += y;
        sum[1]! += r;
        sum[2]! += b;
      }
      if (near > 0) centre = [sum[0]! / near, sum[1]! / near, sum[2]! / near];
    }
    const [y, r, b] = centre;
    const colour = [y + r, y - (0.2126 * r + 0.0722 * b) / 0.7152, y + b] as const;
    return { colour, share: this.count === 0 ? 0 : near / this.count };
  }
}
