import type { Box } from '../../app/kernel/geometry.ts';
import type { Picture } from '../../app/kernel/picture.ts';
import { cropPicture } from '../image/crop.ts';
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

/** Pixels around a region that are looked at as well: the network judges a letter by its surroundings. */
const rim = 32;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** By how much a picture is enlarged for the search; below 1 where it is shrunk. */
function searchScale({ width, height }: Size): number {
  const longest = Math.max(width, height);
  return longest > longestSide ? longestSide / longest : Math.min(2, Math.max(1, shortSide / longest));
}

/** The size at which a picture, or a part of one that is searched at `scale`, is searched: aspect kept to within a multiple of 32. */
export function searchedSize(size: Size, scale = searchScale(size)): Size {
  const round = (side: number): number => Math.max(multiple, Math.round((side * scale) / multiple) * multiple);
  return { width: round(size.width), height: round(size.height) };
}

/** The part of a picture in which text is looked for. */
export interface TextView {
  readonly picture: Picture;
  /** where its corner lies in the whole picture, in pixels */
  readonly left: number;
  readonly top: number;
  /** that of the whole picture, so that letters are as large as if all of it were searched */
  readonly scale: number;
}

/** Where a span of pixels begins and how long it is with the rim around it, in whole steps of the network and within the picture. */
function spanAround(from: number, length: number, side: number, scale: number): [number, number] {
  const step = multiple / scale;
  const low = Math.max(0, Math.floor(from - rim / scale));
  const high = Math.min(side, from + length + rim / scale);
  const wanted = Math.ceil(Math.ceil((high - low) / step) * step);
  const span = Math.min(side, wanted);
  return [Math.min(low, side - span), span];
}

/** A region of a picture (its pixels), or the whole of it, as the detector looks at it. */
export function textView(picture: Picture, region: Box = { x: 0, y: 0, width: picture.width, height: picture.height }): TextView {
  const scale = searchScale(picture);
  const [x, width] = spanAround(region.x, region.width, picture.width, scale);
  const [y, height] = spanAround(region.y, region.height, picture.height, scale);
  return { picture: cropPicture(picture, { x, y, width, height }), left: x, top: y, scale };
}

/** BGR planes, ImageNet-normalised in the order of the planes as PaddleOCR does. */
export function ppOcrDetInput({ picture, scale }: TextView): Tensors {
  const size = searchedSize(picture, scale);
  const bgr = {
    mean: [imagenet.mean[2], imagenet.mean[1], imagenet.mean[0]],
    deviation: [imagenet.deviation[2], imagenet.deviation[1], imagenet.deviation[0]],
  } as const;
  return { x: packNchw(resizePicture(picture, size.width, size.height), bgr, 'bgr') };
}

/** A line of text, and the mean probability of its pixels, 0–1. */
export interface DetectedLine extends RotatedBox {
  readonly detection: number;
}

/**
 * Lines of text as rotated boxes, in pixels of the whole picture (DB, Liao et al. 2020, §3.5: probability map →
 * connected groups → smallest boxes → grown by area × ratio / perimeter), top to bottom.
 */
export function ppOcrDetLines(outputs: Tensors, { picture, left, top, scale }: Omit<TextView, 'picture'> & { readonly picture: Size }, thresholds: DetectionThresholds): DetectedLine[] {
  const searched = searchedSize(picture, scale);
  const [scaleX, scaleY] = [picture.width / searched.width, picture.height / searched.height];
  const map = floats(outputs, 'sigmoid_0.tmp_0');
  return connectedComponents(map, searched.width, searched.height, thresholds.pixel, leastSide * leastSide)
    .filter(({ mean }) => mean >= thresholds.box)
    .map(({ outline, mean }) => ({ box: smallestBox(outline), mean }))
    .filter(({ box }) => Math.min(box.width, box.height) >= leastSide)
    .map(({ box, mean }) => ({ ...scaled(grown(box, thresholds.unclip), scaleX, scaleY), detection: Math.min(1, mean) }))
    .map((box) => ({ ...box, cx: box.cx + left, cy: box.cy + top }))
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
