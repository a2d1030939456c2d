import { luma } from '../../../kernel/colour.ts';
import { labelComponents } from '../../../kernel/components.ts';
import { dilate, erode } from '../../../kernel/morphology.ts';
import type { Mask, Picture } from '../../../kernel/picture.ts';
import { Part, type Cut } from '../../measure/cut.ts';
import { cells, countCells } from './cells.ts';
import { spreadColours, type ColourField } from './field.ts';
import { floodSmooth } from './flood.ts';
import { weakOutline } from './outline.ts';
import { unseenArea } from './unseen.ts';

/** What a cell of the working copy becomes: white, the product's, or left as it is (text that was laid over). */
export const Zone = { ground: 0, product: 1, kept: 2 } as const;

/** Why a product cannot be lifted off its background. */
export type MatteDoubt = 'no-product' | 'mask-unsure' | 'background-busy' | 'edges-unsure';

export interface Zones {
  readonly width: number;
  readonly height: number;
  /** a `Zone` a cell */
  readonly zone: Uint8Array;
  /** colour of the background, shadows and all, spread under the product */
  readonly behind: ColourField;
  /** 0–255 in the first channel: how far `behind` was read off lit ground nearby, rather than off a dark shadow */
  readonly lit: ColourField;
}

/** Zones, and what speaks against trusting them; null where nothing does. */
export interface Judged extends Zones {
  readonly doubt: MatteDoubt | null;
}

const half = 128;
const surelyNot = 64;
const sure = 240;
/** How far the flood may correct the model's outline, as a share of the longer side. */
const correction = 0.012;
/** A hole of the product shows the background: this close to its colour, in levels. */
const holeTolerance = 12;
/** A cast shadow is the background, darker: this much of its light is left at least … */
const darkestShadow = 0.22;
/** … and its tint is the background's to this many levels. */
const shadowTint = 14;
/** Objects that the model did not see: more of them than this share of the product, and the mask is not the product. */
const mostUnseen = 0.045;
/** Share of what the model calls background that must be smooth, for its edge with the product to be found. */
const leastSmooth = 0.9;
/** Share of the product that flood and model may dispute. */
const mostDisputed = 0.08;
/** Patches on which the model is undecided, thicker than twice this share of the longer side, and how much of the product they may be. */
const softEdge = 0.005;
const mostUndecided = 0.023;
/** Share of the outline that may lie where nothing changes. */
const mostWeak = 0.012;
/** An edge mixes product and ground over this many cells. */
const edgeCells = 3;
/** A product smaller than this share of the frame is none; a part smaller than a tenth of that is a speck. */
const leastProduct = 0.003;

/** Largest departure of a pixel from a field's colour, in levels. */
function departure(data: Uint8Array, field: ColourField, i: number): number {
  const at = i * 3;
  const [r, g, b] = [data[at]! - field.data[at]!, data[at + 1]! - field.data[at + 1]!, data[at + 2]! - field.data[at + 2]!];
  return Math.max(Math.abs(r), Math.abs(g), Math.abs(b));
}

/** True where a pixel is the background with less light. */
function isShadow(data: Uint8Array, field: ColourField, i: number): boolean {
  const at = i * 3;
  const lit = luma(field.data[at]!, field.data[at + 1]!, field.data[at + 2]!);
  const ratio = luma(data[at]!, data[at + 1]!, data[at + 2]!) / Math.max(1, lit);
  if (ratio < darkestShadow || ratio > 1.03) return false;
  const off = (c: number): number => data[at + c]! - ratio * field.data[at + c]!;
  const [r, g, b] = [off(0), off(1), off(2)];
  return Math.max(r, g, b) - Math.min(r, g, b) <= shadowTint;
}

const knownColours = ({ width, height, data }: Picture, known: Uint8Array): ColourField =>
  spreadColours(data, Float32Array.from(known), width, height);

/** Takes islands smaller than `least` cells out of a 0/1 grid. */
function withoutSpecks(grid: Uint8Array, width: number, height: number, least: number): Uint8Array {
  const { labels, list } = labelComponents(grid, width, height);
  const small = new Uint8Array(list.length + 1);
  for (const { label, area } of list) if (area < least) small[label] = 1;
  return cells(grid.length, (at) => grid[at] !== 0 && small[labels[at]!] === 0);
}

/** The smooth background around the product and in its holes; the model's sure inside stays closed. 1 a cell. */
function floodBackground(working: Picture, mask: Mask, model: Uint8Array): Uint8Array {
  const { width, height, data } = working;
  const size = width * height;
  const deep = erode(model, width, height, Math.max(2, Math.round(correction * Math.max(width, height))));
  const rind = erode(model, width, height, 2);
  const core = cells(size, (at) => deep[at] !== 0 || (rind[at] !== 0 && mask.data[at]! >= sure));
  const onRim = (at: number): boolean => at < 2 * width || at >= size - 2 * width || at % width < 2 || at % width >= width - 2;
  const outside = floodSmooth(working, cells(size, (at) => onRim(at) && mask.data[at]! < surelyNot), core);
  const colour = knownColours(working, outside);
  const isHole = (at: number): boolean => mask.data[at]! < surelyNot && departure(data, colour, at) <= holeTolerance;
  return floodSmooth(working, cells(size, (at) => outside[at] !== 0 || isHole(at)), core);
}

/**
 * Zones by the model's mask and a flood of the smooth background that corrects its outline. Cast shadows go with the
 * background. What stands out of the background and the model did not see puts the mask in doubt.
 */
export function zonesByModel(working: Picture, mask: Mask): Judged {
  const { width, height, data } = working;
  const size = width * height;
  const model = cells(size, (at) => mask.data[at]! >= half);
  const modelArea = countCells(model);
  const smooth = floodBackground(working, mask, model);
  const background = knownColours(working, smooth);
  if (modelArea < leastProduct * size) return { width, height, zone: model, behind: background, lit: background, doubt: 'no-product' };

  const near = dilate(model, width, height, 3);
  // What neither flooded nor is the model's: a shadow, or something that it missed.
  const unexplained = cells(size, (at) => smooth[at] === 0 && model[at] === 0);
  const shadow = cells(size, (at) => isShadow(data, background, at));
  const unseen = unseenArea(working, cells(size, (at) => unexplained[at] !== 0 && near[at] === 0), smooth, shadow);
  const product = withoutSpecks(cells(size, (at) => model[at] !== 0 && smooth[at] === 0), width, height, 0.1 * leastProduct * size);
  const behind = knownColours(working, cells(size, (at) => smooth[at] !== 0 || (unexplained[at] !== 0 && near[at] === 0)));
  const light = new Uint8Array(size * 3);
  for (let at = 0; at < size; at++) if (smooth[at] !== 0) light[at * 3] = 255;
  // The product's own edge is as thin as this; what is thicker is a shadow too dark for the flood.
  const beside = dilate(smooth, width, height, edgeCells);
  const lit = spreadColours(light, Float32Array.from(cells(size, (at) => smooth[at] !== 0 || (unexplained[at] !== 0 && beside[at] === 0))), width, height);

  const plain = countCells(cells(size, (at) => smooth[at] !== 0 && model[at] === 0));
  const disputed = countCells(cells(size, (at) => model[at] !== 0 && product[at] === 0));
  const between = cells(size, (at) => mask.data[at]! > 50 && mask.data[at]! < 205);
  const undecided = countCells(erode(between, width, height, Math.max(2, Math.round(softEdge * Math.max(width, height)))));
  const doubts: readonly (readonly [boolean, MatteDoubt])[] = [
    [plain < leastSmooth * (size - modelArea), 'background-busy'],
    [unseen > mostUnseen * modelArea, 'mask-unsure'],
    [disputed > mostDisputed * modelArea || undecided > mostUndecided * modelArea, 'mask-unsure'],
    [weakOutline(working, product, smooth) > mostWeak, 'edges-unsure'],
  ];
  return { width, height, zone: product, behind, lit, doubt: doubts.find(([holds]) => holds)?.[1] ?? null };
}

/**
 * Zones by a cut whose background is a white studio wall: shadows are told already. Enclosed holes, which the cut
 * counts as product, open where the model (if any) sees none and the wall shows. `keepOverlays` = what was laid over
 * the picture stays; else it goes with the background.
 */
export function zonesByCut(working: Picture, cut: Cut, mask: Mask | null, keepOverlays: boolean): Judged {
  const { width, height, parts } = cut;
  const open = cells(parts.length, (at) => parts[at] === Part.background || parts[at] === Part.shadow);
  const behindOutside = knownColours(working, erode(open, width, height, 1));
  const isHole = (at: number): boolean =>
    mask !== null && parts[at] === Part.product && mask.data[at]! < surelyNot && departure(working.data, behindOutside, at) <= holeTolerance;
  const holes = withoutSpecks(cells(parts.length, isHole), width, height, 0.1 * leastProduct * parts.length);
  const zone = new Uint8Array(parts.length);
  for (let at = 0; at < zone.length; at++) {
    if (parts[at] === Part.product && holes[at] === 0) zone[at] = Zone.product;
    else if (parts[at] === Part.overlay && keepOverlays) zone[at] = Zone.kept;
  }
  const ground = cells(parts.length, (at) => zone[at] === Zone.ground);
  const behind = knownColours(working, erode(ground, width, height, 1));
  const lit = { width, height, data: new Float32Array(parts.length * 3).fill(255) };
  return { width, height, zone, behind, lit, doubt: zone.includes(Zone.product) ? null : 'no-product' };
}
