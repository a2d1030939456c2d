import type { Picture } from '../../kernel/picture.ts';
import type { Border, Edge } from '../types.ts';

/** Lines that are walked inwards from each edge, and the share of the edge's length at either end without any: corners may be round. */
const linesPerEdge = 60;
const cornerShare = 0.15;
/** A frame is no wider than this share of the side. */
const widest = 0.29;
/** How far, in levels, a pixel may lie from the frame's colour: so much, and thrice what its edge itself varies by, at most so much. */
const leastTolerance = 7;
const mostTolerance = 18;
/** A frame ends in a step of at least so many levels; JPEG's ringing before it is looked past this far. */
const leastStep = 12;
const ringing = 20;
/** A clear step is at least this share of the highest one there. */
const clearShare = 0.5;
/** Of an edge's outermost pixels, this share is of one colour. */
const evenShare = 0.92;
/** Of its lines, this share ends at the same depth, and at most this share ends before. */
const leastAligned = 0.6;
const mostIntruding = 0.08;
/** Frames of all sides are of one colour. */
const sameColour = 14;

type Rgb = readonly [number, number, number];

/** One edge's band of even colour. */
interface Band {
  /** pixels of the original */
  readonly width: number;
  readonly colour: Rgb;
  /** 0–1: share of lines that end where the band does, to the pixel */
  readonly aligned: number;
  /** the picture's colour just behind the band on every line */
  readonly behind: readonly Rgb[];
}

/** Reads pixels by how deep they lie under an edge and where along it. */
interface Side {
  readonly length: number;
  readonly depth: number;
  /** place of its first pixel in the data, and how far it is to the next one along and to the next one inwards */
  readonly origin: number;
  readonly along: number;
  readonly inwards: number;
}

const sidesOf = ({ width, height }: Picture): Readonly<Record<Edge, Side>> => {
  const row = width * 3;
  return {
    top: { length: width, depth: height, origin: 0, along: 3, inwards: row },
    bottom: { length: width, depth: height, origin: (height - 1) * row, along: 3, inwards: -row },
    left: { length: height, depth: width, origin: 0, along: row, inwards: 3 },
    right: { length: height, depth: width, origin: row - 3, along: row, inwards: -3 },
  };
};

const placeOf = ({ origin, along, inwards }: Side, position: number, depth: number): number => origin + position * along + depth * inwards;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const medianOf = (colours: readonly Rgb[]): Rgb => [median(colours.map(([r]) => r)), median(colours.map(([, g]) => g)), median(colours.map(([, , b]) => b))];
const apart = ([r, g, b]: Rgb, [s, h, c]: Rgb): number => Math.max(Math.abs(r - s), Math.abs(g - h), Math.abs(b - c));

const colourAt = (data: Uint8Array, at: number): Rgb => [data[at]!, data[at + 1]!, data[at + 2]!];

/** Distance between two pixels by their places in the data: the channel that differs most. */
function stepBetween(data: Uint8Array, a: number, b: number): number {
  return Math.max(Math.abs(data[a]! - data[b]!), Math.abs(data[a + 1]! - data[b + 1]!), Math.abs(data[a + 2]! - data[b + 2]!));
}

/** The first clear step between two depths of a line: ringing before it is weaker, the picture's own edges come after it. */
function edgeAfter(data: Uint8Array, start: number, inwards: number, from: number, to: number): number | null {
  const stepAt = (depth: number): number => stepBetween(data, start + (depth - 1) * inwards, start + (depth + 1) * inwards);
  let highest = 0;
  for (let depth = from; depth < to; depth++) highest = Math.max(highest, stepAt(depth));
  if (highest < leastStep) return null;
  let depth = from;
  while (stepAt(depth) < clearShare * highest) depth += 1;
  while (depth + 1 < to && stepAt(depth + 1) > stepAt(depth)) depth += 1;
  return depth + 1;
}

/** Depth of the step that a line's run of one colour ends in; null where it ends in none, or not within `most`. */
function stepOn(data: Uint8Array, side: Side, position: number, [r, g, b]: Rgb, tolerance: number, most: number): number | null {
  const start = placeOf(side, position, 0);
  const { inwards } = side;
  for (let depth = 2, at = start + 2 * inwards; depth < most; depth += 2, at += 2 * inwards) {
    if (Math.abs(data[at]! - r) <= tolerance && Math.abs(data[at + 1]! - g) <= tolerance && Math.abs(data[at + 2]! - b) <= tolerance) continue;
    return edgeAfter(data, start, inwards, Math.max(1, depth - 2), Math.min(most, depth + ringing));
  }
  return null;
}

/** Depths at which an edge's lines end; null as soon as too many have ended nowhere. */
function depthsOf(data: Uint8Array, side: Side, lines: readonly number[], colour: Rgb, tolerance: number, most: number): readonly number[] | null {
  const found: number[] = [];
  const mostOpen = (1 - leastAligned) * lines.length;
  let open = 0;
  for (let i = 0; i < lines.length; i++) {
    // Lines far from one another first: a band that does not end is found out early.
    const depth = stepOn(data, side, lines[(i * 7) % lines.length]!, colour, tolerance, most);
    if (depth !== null) found.push(depth);
    else if (++open > mostOpen) return null;
  }
  return found;
}

/** The band along one edge; null where the edge is of several colours, or its colour simply goes on or fades. */
function bandOf({ data }: Picture, side: Side): Band | null {
  const { length, depth } = side;
  const most = Math.floor(depth * widest);
  if (most < 6 || length < 24) return null;
  const inset = Math.round(length * cornerShare);
  const spaced = (from: number, to: number): number[] => Array.from({ length: linesPerEdge }, (_, i) => from + Math.floor(((i + 0.5) * (to - from)) / linesPerEdge));
  const rim = spaced(0, length).map((position) => colourAt(data, placeOf(side, position, 1)));
  const colour = medianOf(rim);
  const tolerance = Math.min(mostTolerance, leastTolerance + 3 * median(rim.map((one) => apart(one, colour))));
  if (rim.filter((one) => apart(one, colour) <= tolerance).length < evenShare * rim.length) return null;
  const lines = spaced(inset, length - inset);
  const found = depthsOf(data, side, lines, colour, tolerance, most);
  if (!found) return null;
  const width = median(found);
  const slack = Math.max(1, Math.round(depth / 800));
  const aligned = found.filter((one) => Math.abs(one - width) <= slack).length / lines.length;
  const intruding = found.filter((one) => one < width - slack).length / lines.length;
  if (aligned < leastAligned || intruding > mostIntruding || width < 2) return null;
  return { width, colour, aligned, behind: lines.map((position) => colourAt(data, placeOf(side, position, Math.min(depth - 1, width + 3)))) };
}

/** 0–1: share of the picture just behind the bands that is not of one colour. A photo's rim is varied, a box's flank is not. */
function varietyOf(bands: readonly Band[]): number {
  const colours = bands.flatMap(({ behind }) => behind);
  const middle = medianOf(colours);
  return colours.filter((one) => apart(one, middle) > 28).length / Math.max(1, colours.length);
}

/** Whether behind the bands lies a thin line, and behind that the bands' colour again: no product looks so. */
function isKeyline({ data }: Picture, side: Side, { width, colour }: Band): boolean {
  const thickest = Math.max(4, Math.round(side.depth * 0.012));
  let lined = 0;
  for (let i = 1; i <= 24; i++) {
    const position = Math.floor(side.length * (cornerShare + ((1 - 2 * cornerShare) * i) / 25));
    for (let depth = width + 2; depth <= width + 2 + thickest; depth++) {
      if (apart(colourAt(data, placeOf(side, position, depth)), colour) > mostTolerance) continue;
      lined += 1;
      break;
    }
  }
  return lined >= 18;
}

const near = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= Math.max(2, share * Math.max(a, b));
const isPale = (colour: Rgb): boolean => Math.min(...colour) >= 225;

/** Trust in a frame of four sides: what stands on an even ground is seldom as far from every edge of the picture. */
function trustInFrame(picture: Picture, sides: Readonly<Record<Edge, Side>>, bands: Readonly<Record<Edge, Band>>): number {
  const { top, right, bottom, left } = bands;
  const all = [top, right, bottom, left];
  const share = Math.max(...all.map(({ width }) => width)) / Math.min(picture.width, picture.height);
  const even = near(left.width, right.width, 0.12) && near(top.width, left.width, 0.12) && bottom.width >= top.width * 0.88 && bottom.width <= top.width * 3;
  const colour = top.colour;
  const base = even ? (share <= 0.05 ? 0.85 : share <= 0.1 ? (isPale(colour) ? 0.4 : 0.6) : 0.25) : share <= 0.05 ? 0.65 : 0.15;
  const lined = isKeyline(picture, sides.top, top) && isKeyline(picture, sides.left, left) ? 0.4 : 0;
  const straight = Math.min(...all.map(({ aligned }) => aligned));
  return Math.max(0, Math.min(0.95, base + lined + (varietyOf(all) > 0.4 ? 0.25 : 0) - (straight < 0.9 ? 0.1 : 0)));
}

/** Whether an edge between two bars is the picture's own: a ground of the bars' colour would go on there. */
function reachesEdge({ data }: Picture, side: Side, from: number, to: number, colour: Rgb): boolean {
  let same = 0;
  for (let i = 0; i < linesPerEdge; i++) {
    const position = Math.min(side.length - 1, Math.floor(from + ((to - from) * (i + 0.5)) / linesPerEdge));
    if (apart(colourAt(data, placeOf(side, position, 1)), colour) <= mostTolerance) same += 1;
  }
  return same <= 0.5 * linesPerEdge;
}

/** Trust in two bars: a thing that runs off both sides leaves two bands as well, but seldom alike, or straight to the pixel. */
function trustInBars(picture: Picture, bars: readonly [Band, Band], across: readonly [Side, Side]): number {
  const [first, second] = bars;
  const [one, other] = across;
  const inner = [first.width, one.length - second.width] as const;
  if (!near(first.width, second.width, 0.04)) return 0;
  if (!reachesEdge(picture, one, ...inner, first.colour) || !reachesEdge(picture, other, ...inner, first.colour)) return 0;
  const straight = Math.min(first.aligned, second.aligned);
  const tone = isPale(first.colour) ? -0.3 : 0;
  return (straight >= 0.9 ? 0.75 : 0.5) + tone + (varietyOf(bars) > 0.25 ? 0.15 : -0.15);
}

/**
 * A frame of one colour laid round the picture (square or with round corners), or bars along two opposite sides;
 * null where there is none. A ground that the product stands on is none: it ends in no straight line at one depth
 * under the whole edge; where it does, behind a box that stands square to the camera, `confidence` is low.
 */
export function measureBorder(picture: Picture): Border | null {
  const sides = sidesOf(picture);
  const top = bandOf(picture, sides.top);
  const bottom = bandOf(picture, sides.bottom);
  const left = bandOf(picture, sides.left);
  const right = bandOf(picture, sides.right);
  const alike = (...bands: readonly Band[]): boolean => bands.every(({ colour }) => apart(colour, bands[0]?.colour ?? colour) <= sameColour);
  if (top && right && bottom && left && alike(top, right, bottom, left)) {
    const confidence = trustInFrame(picture, sides, { top, right, bottom, left });
    return { top: top.width, right: right.width, bottom: bottom.width, left: left.width, colour: [...top.colour], confidence };
  }
  if (top && bottom && alike(top, bottom)) {
    const confidence = trustInBars(picture, [top, bottom], [sides.left, sides.right]);
    return confidence > 0 ? { top: top.width, right: 0, bottom: bottom.width, left: 0, colour: [...top.colour], confidence } : null;
  }
  if (!left || !right || !alike(left, right)) return null;
  const confidence = trustInBars(picture, [left, right], [sides.top, sides.bottom]);
  return confidence > 0 ? { top: 0, right: right.width, bottom: 0, left: left.width, colour: [...left.colour], confidence } : null;
}
