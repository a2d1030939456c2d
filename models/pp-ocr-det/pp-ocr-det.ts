import type { Picture } from '../../app/kernel/picture.ts';
import { imagenet, packNchw } from '../image/pack.ts';
import { resizePicture } from '../image/resize.ts';
import type { RotatedBox } from '../image/rotated-box.ts';
import { floats, type Tensors } from '../tensor/tensor.ts';
import { connectedComponents } from './components.ts';
import { smallestBox } from './smallest-box.ts';

/** Longest side that is looked at, in pixels; larger pictures are shrunk. */
const longestSide = 960;
/** Pictures with a shorter longest side are enlarged up to twice: the network misses letters under some 10 pixels. */
const shortSide = 640;
/** The network halves its input five times. */
const multiple = 32;
const leastSide = 3;

export interface DetectionThresholds {
  /** probability above which a pixel belongs to text */
  readonly pixel: number;
  /** mean probability that a box needs */
  readonly box: number;
  /** how far boxes grow: area × unclip / perimeter on each side */
  readonly unclip: number;
}

/** The size at which a picture is searched: aspect kept to within a multiple of 32. */
export function searchedSize({ width, height }: { readonly width: number; readonly height: number }): {
  width: number;
  height: number;
} {
  const longest = Math.max(width, height);
  const scale = longest > longestSide ? longestSide / longest : Math.min(2, Math.max(1, shortSide / longest));
  const round = (side: number): number => Math.max(multiple, Math.round((side * scale) / multiple) * multiple);
  return { width: round(width), height: round(height) };
}

/** BGR planes, ImageNet-normalised in the order of the planes as PaddleOCR does. */
export function ppOcrDetInput(picture: Picture): Tensors {
  const size = searchedSize(picture);
  const bgr = {
    mean: [imagenet.mean[2], imagenet.mean[1], imagenet.mean[0]],
    deviation: [imagenet.deviation[2], imagenet.deviation[1], imagenet.deviation[0]],
  } as const;
  return { x: packNchw(resizePicture(picture, size.width, size.height), bgr, 'bgr') };
}

/**
 * Lines of text as rotated boxes, in pixels of the asked picture (DB, Liao et al. 2020, §3.5: probability map →
 * connected groups → smallest boxes → grown by area × ratio / perimeter), top to bottom.
 */
export function ppOcrDetLines(
  outputs: Tensors,
  size: { readonly width: number; readonly height: number },
  thresholds: DetectionThresholds,
): RotatedBox[] {
  const searched = searchedSize(size);
  const [scaleX, scaleY] = [size.width / searched.width, size.height / searched.height];
  const map = floats(outputs, 'sigmoid_0.tmp_0');
  return connectedComponents(map, searched.width, searched.height, thresholds.pixel, leastSide * leastSide)
    .filter(({ mean }) => mean >= thresholds.box)
    .map(({ outline }) => smallestBox(outline))
    .filter(({ width, height }) => Math.min(width, height) >= leastSide)
    .map((box) => scaled(grown(box, thresholds.unclip), scaleX, scaleY))
    .sort((a, b) => a.cy - b.cy || a.cx - b.cx);
}

function grown(box: RotatedBox, ratio: number): RotatedBox {
  const distance = (box.width * box.height * ratio) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * distance, height: box.height + 2 * distance };
}

function scaled(box: RotatedBox, x: number, y: number): RotatedBox {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  return {
    cx: box.cx * x,
    cy: box.cy * y,
    width: box.width * Math.hypot(cos * x, sin * y),
    height: box.height * Math.hypot(sin * x, cos * y),
    angle: box.angle,
  };
}
