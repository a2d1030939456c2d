import type { Box } from '../../kernel/geometry.ts';
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

/** Colours of the pixels that `counts` accepts, every third of every third row. */
function paletteOf({ width, height, data }: Picture, counts: (x: number, y: number, at: number) => boolean): Palette {
  const bins = new Uint32Array(32768);
  const used: number[] = [];
  let total = 0;
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1; x < width - 1; x += 2) {
      const at = (y * width + x) * 3;
      if (!counts(x, y, at)) continue;
      const bin = ((data[at]! >> 3) << 10) | ((data[at + 1]! >> 3) << 5) | (data[at + 2]! >> 3);
      if (bins[bin] === 0) used.push(bin);
      bins[bin] = bins[bin]! + 1;
      total += 1;
    }
  }
  const colours = used.map((bin): Colour => ({ bin, count: bins[bin]! }));
  return { total, colours: colours.sort((a, b) => b.count - a.count || a.bin - b.bin) };
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

/** What stands in place of a photo, if anything: one colour, a notice, or a drawn sign. `working` is `factor` times smaller. */
export function measurePlaceholder(working: Picture, factor: number, writing: readonly Writing[]): Measures['placeholder'] {
  const all = paletteOf(working, () => true);
  const [commonest] = all.colours;
  if (commonest === undefined) return null;
  const ground = levelsOf(commonest.bin);
  const onGround = shareNear(all, ground);
  if (onGround >= blankShare) return { kind: 'blank', confidence: trust.blank };
  const notice = writing.some(({ text }) => saysNoPicture(text));
  const mayBeSign = onGround >= groundShare && 1 - onGround >= smallestSign && 1 - onGround <= largestSign;
  if (!mayBeSign) return notice ? { kind: 'notice', confidence: trust.noticeOnPhoto } : null;
  const { data, width } = working;
  const isGround = (at: number): boolean => near([data[at]!, data[at + 1]!, data[at + 2]!], ground, flat + 8);
  const edged = (at: number): boolean => Math.abs(data[at + 4]! - data[at - 2]!) > 2 * flat || Math.abs(data[at + 1 + width * 3]! - data[at + 1 - width * 3]!) > 2 * flat;
  const sign = paletteOf(working, (_x, _y, at) => !isGround(at) && !edged(at));
  const { share, first } = shareOfTwo(sign);
  if (notice) return { kind: 'notice', confidence: trust.notice };
  if (share < twoColours || sign.total < 60) return null;
  const boxes = writing.map(({ box }) => ({ x: box.x / factor, y: box.y / factor, width: box.width / factor, height: box.height / factor }));
  const written = paletteOf(working, (x, y, at) => !isGround(at) && within(boxes, x, y));
  const signPixels = paletteOf(working, (_x, _y, at) => !isGround(at)).total;
  if (written.total >= mostlyWriting * signPixels) return { kind: 'notice', confidence: trust.logo };
  const grey = chroma(ground) <= mostChroma && chroma(first) <= mostChroma;
  const darkest = Math.min(...ground);
  return grey && darkest >= darkestGround && darkest <= lightestGround ? { kind: 'icon', confidence: trust.icon } : null;
}
