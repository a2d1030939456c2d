import type { Box } from '../../kernel/geometry.ts';
import { dilate, erode } from '../../kernel/morphology.ts';
import type { Picture } from '../../kernel/picture.ts';
import { percentile } from '../../kernel/statistics.ts';
import { patchMargin, scratchFor, visitEdges, type Patch } from './edge-blur.ts';
import { Part, type Cut } from './product-mask.ts';

/** Side of a tile in pixels of its pyramid level. */
const tileSide = 96;
const mostTiles = 40;
/** Weakest edge looked at, in levels a pixel, and its least share of the strong ones: leaves noise out. */
const leastGradient = 8;
const leastOfStrongest = 0.4;
/** Fewer edges than this say nothing. */
const leastEdges = 40;
/** That many edges inside the outline suffice to leave the outline (which may be a cut-out's) aside. */
const enoughInside = 400;
/** The sharpest quarter decides: every picture has soft edges, only a blurred one has no sharp ones. */
const sharpestShare = 0.25;
/** Sharp edges measure up to this once more on every halved copy, by sampling alone (pixels of that copy). */
const samplingBlur = 0.75;
const levels = 4;
/** Larger pictures are looked at scaled down: up to this side a sharp picture is sharp to the pixel. */
const pixelSharpSide = 2048;
const sharpestSigma = 0.25;

interface EdgeSample {
  readonly sigma: number;
  readonly gradient: number;
  readonly inside: boolean;
}

interface Level {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** pixels of the original in one of this level */
  readonly scale: number;
}

function halve({ width, height, data, scale }: Level): Level {
  const toWidth = width >> 1;
  const toHeight = height >> 1;
  const out = new Uint8Array(toWidth * toHeight);
  for (let y = 0, to = 0; y < toHeight; y++) {
    for (let x = 0, at = 2 * y * width; x < toWidth; x++, at += 2, to++) {
      out[to] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]! + 2) >> 2;
    }
  }
  return { width: toWidth, height: toHeight, data: out, scale: scale * 2 };
}

/** Where to look: product cells of the working copy with a rim, without what is laid over the picture. */
interface Region {
  readonly width: number;
  readonly factor: number;
  readonly near: Uint8Array;
  readonly inside: Uint8Array;
}

function regionOf(cut: Cut, factor: number, overlays: readonly Box[]): Region {
  const { width, height, parts } = cut;
  const product = parts.map((part) => (part === Part.product ? 1 : 0));
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

/** The tiles of a level with the most gradient near the product, sampled every third pixel. */
function busiestTiles(level: Level, region: Region): readonly Tile[] {
  const tiles: Tile[] = [];
  const step = tileSide - 2 * patchMargin;
  const cell = level.scale / region.factor;
  for (let y = 0; y + tileSide / 2 < level.height || y === 0; y += step) {
    for (let x = 0; x + tileSide / 2 < level.width || x === 0; x += step) {
      let energy = 0;
      const bottom = Math.min(level.height - 1, y + tileSide);
      const right = Math.min(level.width - 1, x + tileSide);
      for (let py = y + 1; py < bottom; py += 3) {
        const row = Math.floor(py * cell) * region.width;
        for (let px = x + 1; px < right; px += 3) {
          if (!region.near[row + Math.floor(px * cell)]) continue;
          const at = py * level.width + px;
          const change = Math.abs(level.data[at + 1]! - level.data[at - 1]!) + Math.abs(level.data[at + level.width]! - level.data[at - level.width]!);
          if (change > leastGradient) energy += change;
        }
      }
      if (energy > 0) tiles.push({ x, y, energy });
    }
  }
  return tiles.sort((a, b) => b.energy - a.energy).slice(0, mostTiles);
}

function patchAt(level: Level, tile: Tile): Patch {
  const width = Math.min(tileSide, level.width - tile.x);
  const height = Math.min(tileSide, level.height - tile.y);
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (tile.y + y) * level.width + tile.x;
    data.set(level.data.subarray(from, from + width), y * width);
  }
  return { width, height, data };
}

/** Blur of a level's edges in pixels of that level; null where there are too few. */
function blurOf(level: Level, region: Region): number | null {
  const samples: EdgeSample[] = [];
  const scratch = scratchFor(tileSide * tileSide);
  const cell = level.scale / region.factor;
  for (const tile of busiestTiles(level, region)) {
    const patch = patchAt(level, tile);
    visitEdges(patch, leastGradient, scratch, (sigma, gradient, x, y) => {
      const at = Math.floor((tile.y + y) * cell) * region.width + Math.floor((tile.x + x) * cell);
      if (region.near[at]) samples.push({ sigma, gradient, inside: region.inside[at] === 1 });
    });
  }
  const strong = percentile(samples.map((sample) => sample.gradient), 0.9) ?? 0;
  const kept = samples.filter((sample) => sample.gradient >= leastOfStrongest * strong);
  const inside = kept.filter((sample) => sample.inside);
  const deciding = inside.length >= enoughInside ? inside : kept;
  if (deciding.length < leastEdges) return null;
  return percentile(deciding.map((sample) => sample.sigma), sharpestShare);
}

/**
 * Edge sharpness inside the product: 1 / σ, where σ is the blur of its sharpest edges in pixels (of a copy of at
 * most 2048 px a side, so that a large picture is judged as it will be seen). 4 = to the pixel, 1 = σ of one pixel,
 * 0.5 = visibly soft. Each level of a pyramid is looked at, since noise hides a blur on the fine ones and a strong
 * blur leaves no edge there (after J. H. Elder, S. W. Zucker, "Local scale control for edge detection and blur
 * estimation", PAMI 20, 1998). Null where the product has no edges.
 */
export function measureSharpness(picture: Picture, plane: Uint8Array, cut: Cut, factor: number, overlays: readonly Box[]): number | null {
  if (cut.source === 'none') return null;
  const region = regionOf(cut, factor, overlays);
  let level: Level = { width: picture.width, height: picture.height, data: plane, scale: 1 };
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
