import { scaleBox, type Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';
import type { Measures } from '../types.ts';
import { saysNoPicture } from './vocabulary.ts';
import type { Writing } from './writing.ts';

/** Levels by which pixels of one flat colour differ at most, JPEG's noise included. */
const flat = 9;
/** A blank picture has this share of its pixels in one colour: the thinnest product covers more than the rest. */
const blankShare = 0.998;
/** A drawn sign lies on one colour over this share of the frame, and has nearly all of the rest in two flat colours. */
const groundShare = 0.6;
const twoColours = 0.84;
const smallestSign = 0.004;
const largestSign = 0.34;
/** A sign for a missing picture is grey on grey; pale on white it may be a cup or a shirt. */
const mostChroma = 16;
const darkestGround = 90;
const lightestGround = 247;
/** Writing that covers this share of the sign makes it a notice or a logo. */
const mostlyWriting = 0.6;
const trust = { blank: 0.95, notice: 0.92, noticeOnPhoto: 0.6, icon: 0.78, logo: 0.55 } as const;

interface Colour {
  readonly bin: number;
  readonly count: number;
}

interface Palette {
  readonly total: number;
  /** commonest first: colours of 5 bits a channel */
  readonly colours: readonly Colour[];
}

const levelsOf = (bin: number): readonly [number, number, number] => [((bin >> 10) << 3) + 4, (((bin >> 5) & 31) << 3) + 4, ((bin & 31) << 3) + 4];

/** Counts colours, of which a picture has few among so many. */
class Colours {
  readonly #bins = new Uint32Array(32768);
  readonly #used: number[] = [];
  total = 0;

  add(r: number, g: number, b: number): void {
    const bin = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);
    if (this.#bins[bin] === 0) this.#used.push(bin);
    this.#bins[bin] = this.#bins[bin]! + 1;
    this.total += 1;
  }

  get palette(): Palette {
    const colours = this.#used.map((bin): Colour => ({ bin, count: this.#bins[bin]! }));
    return { total: this.total, colours: colours.sort((a, b) => b.count - a.count || a.bin - b.bin) };
  }
}

/** Colours of a picture, every second pixel of every second row. */
function paletteOf({ width, height, data }: Picture): Palette {
  const colours = new Colours();
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1, at = (y * width + 1) * 3; x < width - 1; x += 2, at += 6) colours.add(data[at]!, data[at + 1]!, data[at + 2]!);
  }
  return colours.palette;
}

const near = (a: readonly [number, number, number], b: readonly [number, number, number], levels: number): boolean =>
  Math.abs(a[0] - b[0]) <= levels && Math.abs(a[1] - b[1]) <= levels && Math.abs(a[2] - b[2]) <= levels;

const shareNear = ({ colours, total }: Palette, colour: readonly [number, number, number]): number =>
  colours.reduce((sum, { bin, count }) => sum + (near(levelsOf(bin), colour, flat + 4) ? count : 0), 0) / Math.max(1, total);

/** Share of the palette in its commonest colour and the commonest one that is not like it. */
function shareOfTwo(palette: Palette): { readonly share: number; readonly first: readonly [number, number, number] } {
  const [commonest] = palette.colours;
  if (commonest === undefined) return { share: 0, first: [0, 0, 0] };
  const first = levelsOf(commonest.bin);
  const second = palette.colours.find(({ bin }) => !near(levelsOf(bin), first, 2 * flat));
  return { share: shareNear(palette, first) + (second === undefined ? 0 : shareNear(palette, levelsOf(second.bin))), first };
}

const chroma = ([r, g, b]: readonly [number, number, number]): number => Math.max(r, g, b) - Math.min(r, g, b);

const within = (boxes: readonly Box[], x: number, y: number): boolean =>
  boxes.some((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height);

/** What stands on a ground: its colours away from edges, how many of its pixels there are, and how many of those bear writing. */
function signOn({ width, height, data }: Picture, [r, g, b]: readonly [number, number, number], boxes: readonly Box[]): { readonly palette: Palette; readonly pixels: number; readonly written: number } {
  const colours = new Colours();
  const row = width * 3;
  const levels = flat + 8;
  let pixels = 0, written = 0;
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1, at = (y * width + 1) * 3; x < width - 1; x += 2, at += 6) {
      const red = data[at]!;
      const green = data[at + 1]!;
      const blue = data[at + 2]!;
      if (Math.abs(red - r) <= levels && Math.abs(green - g) <= levels && Math.abs(blue - b) <= levels) continue;
      pixels += 1;
      if (boxes.length > 0 && within(boxes, x, y)) written += 1;
      const edged = Math.abs(data[at + 4]! - data[at - 2]!) > 2 * flat || Math.abs(data[at + 1 + row]! - data[at + 1 - row]!) > 2 * flat;
      if (!edged) colours.add(red, green, blue);
    }
  }
  return { palette: colours.palette, pixels, written };
}

/** What stands in place of a photo, if anything: one colour, a notice, or a drawn sign. `working` is `factor` times smaller. */
export function measurePlaceholder(working: Picture, factor: number, writing: readonly Writing[]): Measures['placeholder'] {
  const all = paletteOf(working);
  const [commonest] = all.colours;
  if (commonest === undefined) return null;
  const ground = levelsOf(commonest.bin);
  const onGround = shareNear(all, ground);
  if (onGround >= blankShare) return { kind: 'blank', confidence: trust.blank };
  const notice = writing.some(({ text }) => saysNoPicture(text));
  const mayBeSign = onGround >= groundShare && 1 - onGround >= smallestSign && 1 - onGround <= largestSign;
  if (!mayBeSign) return notice ? { kind: 'notice', confidence: trust.noticeOnPhoto } : null;
  if (notice) return { kind: 'notice', confidence: trust.notice };
  const sign = signOn(working, ground, writing.map(({ box }) => scaleBox(box, 1 / factor)));
  const { share, first } = shareOfTwo(sign.palette);
  if (share < twoColours || sign.palette.total < 60) return null;
  if (sign.written >= mostlyWriting * sign.pixels) return { kind: 'notice', confidence: trust.logo };
  const grey = chroma(ground) <= mostChroma && chroma(first) <= mostChroma;
  const darkest = Math.min(...ground);
  return grey && darkest >= darkestGround && darkest <= lightestGround ? { kind: 'icon', confidence: trust.icon } : null;
}
