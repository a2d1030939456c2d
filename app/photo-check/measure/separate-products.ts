import { labelComponents, type Component } from '../../kernel/components.ts';
import { area, intersectionArea, type Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';
import type { DetectedObject } from '../../kernel/vision.ts';
import type { Measures } from '../types.ts';
import { cellsOf, Part, type Cut } from './cut.ts';

/** Beside the largest thing, one of less than this share of its area is a part or an accessory of it. */
const comparable = 0.22;
/** Things nearer to one another than this share of the frame belong together. */
const apart = 0.012;
/** More things than this are a heap, and a heap is one product. */
const mostThings = 8;
/** A pair: sizes and proportions within these factors, and this much of their colours in common. */
const alikeSize = 0.55;
const alikeAspect = 0.6;
const alikeColours = 0.55;
/** Alike in outline alone: a set in several colours. */
const alikeOutline = 0.84;
const sureCut = 0.5;
/** A thing stands out from its ground by this many levels along this share of its outline, within so many pixels: pictures may be soft … */
const outlineStep = 12;
const outlineDepth = 4;
const leastOutline = 0.3;
/** … or is of some colour over this share: what fades into the ground may be a shadow, but shadows are grey. */
const leastChroma = 40;
const leastColoured = 0.25;
const trust = { pixels: 0.75, model: 0.5, objects: 0.5 } as const;
const sureObject = 0.5;

type Things = Measures['separateProducts'];
const none: Things = { boxes: [], likelySet: false, confidence: 0 };

interface Thing {
  readonly component: Component;
  /** share of its pixels a colour, in 64 bins */
  readonly colours: Float32Array;
  /** its outline on a grid of 16 × 16 over its box, 0–1 a cell */
  readonly outline: Float32Array;
}

const grid = 16;

function thingOf(component: Component, labels: Int32Array, { width, data }: Picture): Thing {
  const colours = new Float32Array(64);
  const outline = new Float32Array(grid * grid);
  const { x, y, width: wide, height: high } = component.box;
  for (let py = y; py < y + high; py++) {
    for (let px = x; px < x + wide; px++) {
      const at = py * width + px;
      if (labels[at] !== component.label) continue;
      const bin = ((data[at * 3]! >> 6) << 4) | ((data[at * 3 + 1]! >> 6) << 2) | (data[at * 3 + 2]! >> 6);
      colours[bin]! += 1 / component.area;
      outline[Math.floor(((py - y) * grid) / high) * grid + Math.floor(((px - x) * grid) / wide)]! += 1;
    }
  }
  const cell = (wide * high) / (grid * grid);
  return { component, colours, outline: outline.map((count) => Math.min(1, count / cell)) };
}

/** Whether a thing is one by its outline or its colour: a shadow that was taken for one is grey and fades into the ground. */
function isSolid(component: Component, labels: Int32Array, { width, height, data }: Picture): boolean {
  const { x, y, width: wide, height: high } = component.box;
  let [rim, sharp, coloured] = [0, 0, 0];
  for (let py = Math.max(outlineDepth, y); py < Math.min(height - outlineDepth, y + high); py++) {
    for (let px = Math.max(outlineDepth, x); px < Math.min(width - outlineDepth, x + wide); px++) {
      const at = py * width + px;
      if (labels[at] !== component.label) continue;
      const r = data[at * 3]!;
      const g = data[at * 3 + 1]!;
      const b = data[at * 3 + 2]!;
      if (Math.max(r, g, b) - Math.min(r, g, b) >= leastChroma) coloured += 1;
      for (let side = 0; side < 4; side++) {
        const step = side === 0 ? 1 : side === 1 ? -1 : side === 2 ? width : -width;
        if (labels[at + step] === component.label) continue;
        rim += 1;
        if (Math.abs(data[(at + 2 * step) * 3 + 1]! - data[(at - outlineDepth * step) * 3 + 1]!) >= outlineStep) sharp += 1;
      }
    }
  }
  return sharp >= leastOutline * rim || coloured >= leastColoured * component.area;
}

const ratio = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);

/** Overlap of two outlines, the second as it is or mirrored, 0–1. */
function outlineOverlap(a: Float32Array, b: Float32Array): number {
  let [shared, either, sharedMirrored, eitherMirrored] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const mirrored = b[i - (i % grid) + grid - 1 - (i % grid)]!;
    shared += Math.min(a[i]!, b[i]!);
    either += Math.max(a[i]!, b[i]!);
    sharedMirrored += Math.min(a[i]!, mirrored);
    eitherMirrored += Math.max(a[i]!, mirrored);
  }
  return Math.max(shared / Math.max(1, either), sharedMirrored / Math.max(1, eitherMirrored));
}

function areAlike(a: Thing, b: Thing): boolean {
  const aspect = ratio(a.component.box.width / a.component.box.height, b.component.box.width / b.component.box.height);
  if (ratio(a.component.area, b.component.area) < alikeSize || aspect < alikeAspect) return false;
  const common = a.colours.reduce((sum, share, bin) => sum + Math.min(share, b.colours[bin]!), 0);
  return common >= alikeColours || outlineOverlap(a.outline, b.outline) >= alikeOutline;
}

/** Gap between two boxes; negative where they overlap. */
const gapBetween = (a: Box, b: Box): number =>
  Math.max(Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width), Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height));

/** Separate things of the cut, in pixels of the working copy. */
function thingsIn(cut: Cut, working: Picture): readonly Thing[] {
  const { labels, list } = labelComponents(cellsOf(cut, Part.product), cut.width, cut.height);
  const largest = Math.max(0, ...list.map((component) => component.area));
  const sized = list.filter((component) => component.area >= comparable * largest);
  if (sized.length < 2 || sized.length > mostThings) return [];
  const large = sized.filter((component) => isSolid(component, labels, working));
  const least = apart * Math.max(cut.width, cut.height);
  // a lid over its pot, a strap beside its bag: boxes that touch belong together
  const separate = large.filter((one) => large.every((other) => other === one || gapBetween(one.box, other.box) >= least));
  return separate.length < 2 ? [] : separate.map((component) => thingOf(component, labels, working));
}

/** Objects of different kinds side by side; many of one kind are a heap or a set. */
function objectsApart(objects: readonly DetectedObject[]): Things {
  const things = objects.filter(({ label, confidence }) => label !== 'person' && confidence >= sureObject);
  const largest = Math.max(0, ...things.map(({ box }) => area(box)));
  const large = things.filter(({ box }) => area(box) >= comparable * largest);
  const separate = large.filter(({ box }) => large.every((other) => other.box === box || intersectionArea(box, other.box) < 0.1 * Math.min(area(box), area(other.box))));
  if (separate.length < 2 || separate.length > mostThings) return none;
  const likelySet = new Set(separate.map(({ label }) => label)).size === 1;
  return { boxes: separate.map(({ box }) => box), likelySet, confidence: trust.objects };
}

/** Products that stand apart in one picture; boxes in pixels of the original. */
export function measureSeparateProducts(working: Picture, factor: number, cut: Cut, objects: readonly DetectedObject[]): Things {
  if (cut.source === 'none' || cut.confidence < sureCut) return objectsApart(objects);
  const things = thingsIn(cut, working);
  if (things.length < 2) return none;
  const [first, ...rest] = things;
  const boxes = things.map(({ component: { box } }) => ({ x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor }));
  const likelySet = first !== undefined && rest.every((other) => areAlike(first, other));
  return { boxes, likelySet, confidence: cut.source === 'model' ? trust.model : trust.pixels };
}
