import type { Picture } from '../../kernel/picture.ts';
import { quantileOf } from '../../kernel/statistics.ts';

/** Side of a block in pixels, and how many are looked at: evenly spread over the picture. */
const side = 16;
const half = side / 2;
const mostBlocks = 1100;
/** A block with this share of clipped pixels hides its noise, and so does one that is nearly white or black. */
const clippedShare = 0.04;
const brightest = 236;
const darkest = 14;
/** Fewer blocks than this say nothing. */
const leastBlocks = 40;
/** The flattest tenth decides, so that texture does not count … */
const flattest = 0.1;
/** … and what even noise alone measures there, over its standard deviation: in the picture, and in a copy of half its size. */
const biasAtFull = 0.9;
const biasAtHalf = 0.77;
/** JPEG takes the finest grain first: up to so many times what is left of it may stand in the copy. More is texture. */
const mostCoarser = 2;
/** Texture repeats itself, or runs one way; noise does neither (of itself, .17 after JPEG at quality 60). */
const mostRepeated = 0.19;
const mostDirected = 1.3;
/** Print and weave that repeat themselves more than this everywhere hide any noise but this little. */
const hidingRepeat = 0.28;
const hidden = 3;
/** The cross of white noise has a power of 20 σ²; that of an edge has far more. */
const mostCrossPower = 50;
const lags = { from: 3, to: 7 } as const;

/** What is added up over blocks to tell texture from noise. */
interface Grain {
  across: number;
  down: number;
  readonly products: Float64Array;
  power: number;
}

/** σ of white noise on a square of levels by J. Immerkær, "Fast noise variance estimation", CVIU 64, 1996. */
function immerkaer(levels: Float32Array, size: number): number {
  let sum = 0;
  for (let y = 1; y < size - 1; y++) {
    for (let i = y * size + 1, end = (y + 1) * size - 1; i < end; i++) {
      const above = levels[i - size - 1]! - 2 * levels[i - size]! + levels[i - size + 1]!;
      const here = levels[i - 1]! - 2 * levels[i]! + levels[i + 1]!;
      const below = levels[i + size - 1]! - 2 * levels[i + size]! + levels[i + size + 1]!;
      sum += Math.abs(above - 2 * here + below);
    }
  }
  return (Math.sqrt(Math.PI / 2) * sum) / (6 * (size - 2) * (size - 2));
}

/** Reads the green of a block; false where too much of it is clipped. */
function readBlock({ data, width }: Picture, left: number, top: number, levels: Float32Array): boolean {
  let sum = 0, clipped = 0;
  for (let y = 0, to = 0; y < side; y++) {
    for (let x = 0, at = ((top + y) * width + left) * 3 + 1; x < side; x++, at += 3, to++) {
      const level = data[at]!;
      levels[to] = level;
      sum += level;
      if (level >= 252 || level <= 3) clipped += 1;
    }
  }
  const mean = sum / levels.length;
  return clipped <= clippedShare * levels.length && mean <= brightest && mean >= darkest;
}

function halve(levels: Float32Array, out: Float32Array): void {
  for (let y = 0, to = 0; y < half; y++) {
    for (let x = 0, i = 2 * y * side; x < half; x++, i += 2, to++) out[to] = (levels[i]! + levels[i + 1]! + levels[i + side]! + levels[i + side + 1]!) / 4;
  }
}

/** Adds a block's second differences, and the likeness of their cross to itself some pixels further; not where a straight edge runs through it, which Immerkær's mask does not see. */
function addGrain(levels: Float32Array, cross: Float32Array, sigma: number, grain: Grain): void {
  const inner = side - 2;
  let power = 0, sumAcross = 0, sumDown = 0;
  for (let y = 0, to = 0; y < inner; y++) {
    for (let x = 0, i = (y + 1) * side + 1; x < inner; x++, i++, to++) {
      const twice = 2 * levels[i]!;
      const across = levels[i - 1]! - twice + levels[i + 1]!;
      const down = levels[i - side]! - twice + levels[i + side]!;
      sumAcross += Math.abs(across);
      sumDown += Math.abs(down);
      cross[to] = across + down;
      power += cross[to]! * cross[to]!;
    }
  }
  if (power > mostCrossPower * sigma * sigma * inner * inner) return;
  grain.across += sumAcross;
  grain.down += sumDown;
  const reach = inner - lags.to;
  for (let y = 0; y < reach; y++) {
    for (let x = 0, i = y * inner; x < reach; x++, i++) {
      grain.power += cross[i]! * cross[i]!;
      for (let lag: number = lags.from, k = 0; lag <= lags.to; lag++, k += 2) {
        grain.products[k] = grain.products[k]! + cross[i]! * cross[i + lag]!;
        grain.products[k + 1] = grain.products[k + 1]! + cross[i]! * cross[i + lag * inner]!;
      }
    }
  }
}

/**
 * Standard deviation of the noise in 8-bit levels, from the flattest blocks of product and background that are not
 * clipped. The finest grain is asked first; where JPEG has smoothed it away, a copy of half the size is asked too,
 * unless those blocks bear a texture. Null where too little of the picture is neither clipped nor black, or where a
 * texture hides it.
 */
export function measureNoise(picture: Picture): number | null {
  const { width, height, data } = picture;
  const pitch = Math.max(side, Math.floor(Math.sqrt((width * height) / mostBlocks)));
  const levels = new Float32Array(side * side);
  const halved = new Float32Array(half * half);
  const cross = new Float32Array((side - 2) * (side - 2));
  const fine: number[] = [];
  const coarse: number[] = [];
  const places: number[] = [];
  for (let top = 0; top + side <= height; top += pitch) {
    for (let left = 0; left + side <= width; left += pitch) {
      const centre = data[((top + half) * width + left + half) * 3 + 1]!;
      if (centre >= 250 || centre <= 5 || !readBlock(picture, left, top, levels)) continue;
      halve(levels, halved);
      fine.push(immerkaer(levels, side));
      coarse.push(2 * immerkaer(halved, half));
      places.push(top * width + left);
    }
  }
  if (fine.length < leastBlocks) return null;
  const atFull = quantileOf(Float32Array.from(fine), flattest) / biasAtFull;
  const atHalf = quantileOf(Float32Array.from(coarse), flattest) / biasAtHalf;
  const limit = quantileOf(Float32Array.from(coarse), 2 * flattest);
  const grain: Grain = { across: 0, down: 0, products: new Float64Array(2 * (lags.to - lags.from + 1)), power: 0 };
  places.forEach((place, i) => {
    if (coarse[i]! > limit) return;
    readBlock(picture, place % width, Math.floor(place / width), levels);
    addGrain(levels, cross, Math.max(atFull, atHalf), grain);
  });
  const directed = Math.max(grain.across, grain.down) / Math.max(1e-6, Math.min(grain.across, grain.down));
  const repeated = Math.max(...grain.products.map(Math.abs)) / Math.max(1e-6, grain.power);
  if (repeated > hidingRepeat && atFull > hidden) return null;
  return repeated > mostRepeated || directed > mostDirected ? atFull : Math.max(atFull, Math.min(atHalf, mostCoarser * atFull));
}
