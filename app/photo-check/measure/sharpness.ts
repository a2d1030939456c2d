import { lumaPlane } from '../../kernel/colour.ts';
import type { Box } from '../../kernel/geometry.ts';
import { dilate, erode } from '../../kernel/morphology.ts';
import type { Picture } from '../../kernel/picture.ts';
import { quantileOf } from '../../kernel/statistics.ts';
import { blurAt, edgeMargin, gradientAt, isEdge, type Grey } from './edge-blur.ts';
import { cellsOf, Part, type Cut } from './cut.ts';

/** Side of a tile in pixels of its pyramid level. */
const tileSide = 96;
const mostTiles = 24;
/** Tiles are chosen by every fourth pixel of every fourth row. */
const samplingStep = 4;
/** Weakest edge looked at, in levels a pixel, and its least share of the strong ones: leaves noise out. */
const leastGradient = 8;
const leastOfStrongest = 0.4;
/** Fewer edges than this say nothing. */
const leastEdges = 40;
/** The blur of no more edges than this is measured, evenly picked. */
const mostMeasured = 4000;
/** That many edges inside the outline suffice to leave the outline (which may be a cut-out's) aside. */
const enoughInside = 400;
/** The sharpest quarter decides: every picture has soft edges, only a blurred one has no sharp ones. */
const sharpestShare = 0.25;
/**
 * Sharp edges measure up to this once more on every halved copy, by sampling alone (pixels of that copy): an edge
 * that falls in the middle of a pixel measures .83.
 */
const samplingBlur = 0.85;
const levels = 4;
/** Larger pictures are looked at scaled down: up to this side a sharp picture is sharp to the pixel. */
export const pixelSharpSide = 2048;
const sharpestSigma = 0.25;

/** One level of the pyramid over the product's surroundings. */
interface Level extends Grey {
  /** pixels of the original in one of this level */
  readonly scale: number;
  /** where the level's corner lies in the original */
  readonly left: number;
  readonly top: number;
}

/** Luma of the original around the product's box. */
function cropAround(picture: Picture, box: Box): Level {
  const rim = tileSide;
  const left = Math.max(0, Math.floor(box.x) - rim);
  const top = Math.max(0, Math.floor(box.y) - rim);
  const width = Math.min(picture.width, Math.ceil(box.x + box.width) + rim) - left;
  const height = Math.min(picture.height, Math.ceil(box.y + box.height) + rim) - top;
  const data = lumaPlane(picture, { x: left, y: top, width, height });
  return { width, height, data, scale: 1, left, top };
}

function halve({ width, height, data, scale, left, top }: Level): Level {
  const toWidth = width >> 1;
  const toHeight = height >> 1;
  const out = new Uint8Array(toWidth * toHeight);
  for (let y = 0, to = 0; y < toHeight; y++) {
    for (let x = 0, at = 2 * y * width; x < toWidth; x++, at += 2, to++) {
      out[to] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]! + 2) >> 2;
    }
  }
  return { width: toWidth, height: toHeight, data: out, scale: scale * 2, left, top };
}

/** Where to look: product cells of the working copy with a rim, without what is laid over the picture. */
interface Region {
  readonly width: number;
  readonly factor: number;
  readonly near: Uint8Array;
  readonly inside: Uint8Array;
}

function regionOf(cut: Cut, factor: number, overlays: readonly Box[]): Region {
  const { width, height } = cut;
  const product = cellsOf(cut, Part.product);
  const near = dilate(product, width, height, Math.max(1, Math.ceil(6 / factor)));
  const inside = erode(product, width, height, Math.max(2, Math.ceil(12 / factor)));
  for (const box of overlays) {
    const bottom = Math.min(height, Math.ceil((box.y + box.height) / factor) + 2);
    for (let y = Math.max(0, Math.floor(box.y / factor) - 2); y < bottom; y++) {
      const from = y * width + Math.max(0, Math.floor(box.x / factor) - 2);
      const to = y * width + Math.min(width, Math.ceil((box.x + box.width) / factor) + 2);
      near.fill(0, from, to);
      inside.fill(0, from, to);
    }
  }
  return { width, factor, near, inside };
}

interface Tile {
  readonly x: number;
  readonly y: number;
  readonly energy: number;
}

/** Index of the region's cell under a pixel of a level, in two parts: that of the row and that within it. */
const rowOf = (level: Level, region: Region, y: number): number => Math.floor((level.top + y * level.scale) / region.factor) * region.width;
const cellOf = (level: Level, region: Region, x: number): number => Math.floor((level.left + x * level.scale) / region.factor);

function energyOf(level: Level, region: Region, x: number, y: number): number {
  const bottom = Math.min(level.height - 1, y + tileSide);
  const right = Math.min(level.width - 1, x + tileSide);
  const { data, width } = level;
  let energy = 0;
  for (let py = y + 1; py < bottom; py += samplingStep) {
    const row = rowOf(level, region, py);
    for (let px = x + 1, at = py * width + px; px < right; px += samplingStep, at += samplingStep) {
      const change = Math.abs(data[at + 1]! - data[at - 1]!) + Math.abs(data[at + width]! - data[at - width]!);
      if (change > leastGradient && region.near[row + cellOf(level, region, px)]) energy += change;
    }
  }
  return energy;
}

/** The tiles of a level with the most gradient near the product. */
function busiestTiles(level: Level, region: Region): readonly Tile[] {
  const tiles: Tile[] = [];
  const step = tileSide - 2 * edgeMargin;
  for (let y = 0; y + tileSide / 2 < level.height || y === 0; y += step) {
    for (let x = 0; x + tileSide / 2 < level.width || x === 0; x += step) {
      const energy = energyOf(level, region, x, y);
      if (energy > 0) tiles.push({ x, y, energy });
    }
  }
  return tiles.sort((a, b) => b.energy - a.energy).slice(0, mostTiles);
}

/** Edge pixels of one level: their places, gradients, and whether they lie inside the outline or on it. */
interface Edges {
  readonly places: Uint32Array;
  readonly gradients: Float32Array;
  readonly inside: Uint8Array;
  readonly count: number;
}

function collectEdges(level: Level, region: Region): Edges {
  const { data, width } = level;
  const most = mostTiles * tileSide * 16;
  const places = new Uint32Array(most);
  const gradients = new Float32Array(most);
  const inside = new Uint8Array(most);
  let count = 0;
  for (const tile of busiestTiles(level, region)) {
    const right = Math.min(tile.x + tileSide, width) - edgeMargin;
    const bottom = Math.min(tile.y + tileSide, level.height) - edgeMargin;
    for (let y = tile.y + edgeMargin; y < bottom; y++) {
      const row = rowOf(level, region, y);
      for (let x = tile.x + edgeMargin, at = y * width + x; x < right; x++, at++) {
        if (!isEdge(data, at, width, 2 * leastGradient)) continue;
        const cell = row + cellOf(level, region, x);
        if (region.near[cell] === 0 || count === most) continue;
        places[count] = at;
        gradients[count] = gradientAt(data, at, width);
        inside[count] = region.inside[cell]!;
        count += 1;
      }
    }
  }
  return { places, gradients, inside, count };
}

/** Places of the edges that are clear enough, of all of them or of those inside the outline alone. */
function strongest({ places, gradients, inside, count }: Edges, least: number, insideAlone: boolean): Uint32Array {
  const strong = new Uint32Array(count);
  let size = 0;
  for (let i = 0; i < count; i++) if (gradients[i]! >= least && (!insideAlone || inside[i] === 1)) strong[size++] = places[i]!;
  return strong.subarray(0, size);
}

/** Blur of a level's edges in pixels of that level; null where there are too few. */
function blurOf(level: Level, region: Region): number | null {
  const edges = collectEdges(level, region);
  if (edges.count < leastEdges) return null;
  const least = leastOfStrongest * quantileOf(edges.gradients.slice(0, edges.count), 0.9);
  const within = strongest(edges, least, true);
  const deciding = within.length >= enoughInside ? within : strongest(edges, least, false);
  if (deciding.length < leastEdges) return null;
  const step = Math.max(1, Math.floor(deciding.length / mostMeasured));
  const sigmas = new Float32Array(Math.ceil(deciding.length / step));
  for (let i = 0; i < sigmas.length; i++) sigmas[i] = blurAt(level.data, deciding[i * step]!, level.width);
  return quantileOf(sigmas, sharpestShare);
}

/**
 * Edge sharpness inside the product: 1 / σ, where σ is the blur of its sharpest edges in pixels (of a copy of at
 * most 2048 px a side, so that a large picture is judged as it will be seen). 4 = to the pixel, 1 = σ of one pixel,
 * 0.5 = visibly soft. Each level of a pyramid is looked at, since noise hides a blur on the fine ones and a strong
 * blur leaves no edge there (after J. H. Elder, S. W. Zucker, "Local scale control for edge detection and blur
 * estimation", PAMI 20, 1998). `box` is the product's, in pixels of the original. Null where the product has no edges.
 */
export function measureSharpness(picture: Picture, cut: Cut, box: Box, factor: number, overlays: readonly Box[]): number | null {
  const region = regionOf(cut, factor, overlays);
  let level = cropAround(picture, box);
  let worst: number | null = null;
  for (let depth = 0; depth < levels && Math.min(level.width, level.height) >= tileSide / 2; depth++) {
    const blur = blurOf(level, region);
    if (blur !== null) {
      const sampled = depth === 0 ? 0 : samplingBlur;
      const sigma = level.scale * Math.sqrt(Math.max(0, blur * blur - sampled * sampled));
      worst = Math.max(worst ?? 0, sigma);
    }
    level = halve(level);
  }
  if (worst === null) return null;
  const scale = Math.max(1, Math.max(picture.width, picture.height) / pixelSharpSide);
  return 1 / Math.max(sharpestSigma, worst / scale);
}
