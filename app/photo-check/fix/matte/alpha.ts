import { dilate, erode } from '../../../kernel/morphology.ts';
import type { Mask, Picture } from '../../../kernel/picture.ts';
import { cells } from './cells.ts';
import { colourAt, spreadColours, type ColourField } from './field.ts';
import { Zone, type Zones } from './zones.ts';

/** Cells on both sides of the outline in which pixels are looked at one by one. */
const bandOutside = 3;
const bandInside = 4;
/** Colours nearer than this cannot be told apart, further than that surely; in levels. */
const indistinct = 12;
const distinct = 40;
/** `lit` from which on the colour behind is trusted at all, and fully. */
const dark = 100;
const bright = 220;
/** Coverage below and above which a pixel counts as none and all: takes the faint rest of a shadow off the rim. */
const leastCoverage = 0.18;
const mostCoverage = 0.88;
/** Least width of the rim, in cells, in which a mixture is believed; further in all is product, further out all ground. */
const leastRim = 1.2;

const clamp01 = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** The product's own colour near its outline: of cells well inside, and of thin parts by their strongest cells. */
function ownColours({ width, height, data }: Picture, product: Uint8Array, behind: ColourField): ColourField {
  const deep = erode(product, width, height, 2);
  const weights = new Float32Array(product.length);
  for (let i = 0; i < product.length; i++) {
    if (product[i] === 0) continue;
    let contrast = 0;
    for (let c = 0; c < 3; c++) contrast = Math.max(contrast, Math.abs(data[i * 3 + c]! - behind.data[i * 3 + c]!));
    weights[i] = deep[i] !== 0 ? 1 : 0.05 * (contrast / 255) ** 2;
  }
  return spreadColours(data, weights, width, height);
}

/** A 0/1 grid as a soft one, 0–255 in the first channel: the mean of 5 × 5 cells, weighted towards the middle. */
function softened(grid: Uint8Array, width: number, height: number): ColourField {
  const kernel = [1, 2, 3, 2, 1];
  const blur = (from: Float32Array, step: number, length: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let at = 0; at < from.length; at++) {
      const place = step === 1 ? at % width : Math.floor(at / width);
      for (let k = -2; k <= 2; k++) {
        const near = Math.max(0, Math.min(length - 1, place + k)) - place;
        to[at] = to[at]! + (kernel[k + 2]! / 9) * from[at + near * step]!;
      }
    }
    return to;
  };
  const soft = blur(blur(Float32Array.from(grid), 1, width), width, height);
  const data = new Float32Array(grid.length * 3);
  for (let at = 0; at < soft.length; at++) data[at * 3] = 255 * soft[at]!;
  return { width, height, data };
}

/** How many pixels an outline's mixtures are wide, on average. */
function softness(alpha: Uint8Array, width: number): number {
  let mixed = 0, outline = 0;
  for (let at = width; at < alpha.length; at++) {
    const value = alpha[at]!;
    if (value >= 32 && value < 224) mixed += 1;
    const inside = value >= 128;
    if (inside !== alpha[at - 1]! >= 128 || inside !== alpha[at - width]! >= 128) outline += 1;
  }
  return outline > 0 ? mixed / outline : 0;
}

/** Keeps mixtures to the rim of the outline that they draw themselves: no bites inside, no crumbs outside. */
function settle(alpha: Uint8Array, width: number, height: number, rim: number): void {
  const solid = cells(alpha.length, (at) => alpha[at]! >= 128);
  const closed = erode(dilate(solid, width, height, rim), width, height, rim);
  const opened = dilate(erode(closed, width, height, 1), width, height, 1);
  const inside = erode(closed, width, height, rim);
  const around = dilate(opened, width, height, rim);
  for (let at = 0; at < alpha.length; at++) {
    if (inside[at] !== 0) alpha[at] = 255;
    else if (around[at] === 0) alpha[at] = 0;
  }
}

/**
 * How much of each pixel the product covers, 0–255, at the picture's own size; `factor` pixels lie in a cell. In a
 * band along the outline of the zones a pixel's colour C is read as a mixture of the product's colour F and the
 * background's B, both spread there from where they are pure: α = (C − B)·(F − B) / |F − B|². Where the two are
 * alike, or the ground is dark with shadow, the outline itself decides. Mixtures are then believed only within the
 * width that the outline has at full size.
 */
export function coverage(picture: Picture, working: Picture, factor: number, zones: Zones): Mask {
  const { width: cols, height: rows, zone, behind, lit } = zones;
  const product = cells(zone.length, (at) => zone[at] === Zone.product);
  const own = ownColours(working, product, behind);
  const prior = softened(product, cols, rows);
  const outer = dilate(product, cols, rows, bandOutside);
  const inner = erode(product, cols, rows, bandInside);
  const { width, height, data } = picture;
  const alpha = new Uint8Array(width * height);
  const f = new Float32Array(3);
  const b = new Float32Array(3);
  const soft = new Float32Array(3);
  const light = new Float32Array(3);
  const mixture = (x: number, y: number): number => {
    const cx = (x + 0.5) / factor - 0.5;
    const cy = (y + 0.5) / factor - 0.5;
    colourAt(own, cx, cy, f);
    colourAt(behind, cx, cy, b);
    colourAt(prior, cx, cy, soft);
    colourAt(lit, cx, cy, light);
    const at = (y * width + x) * 3;
    let dot = 0, span = 0;
    for (let c = 0; c < 3; c++) {
      const apart = f[c]! - b[c]!;
      dot += apart * (data[at + c]! - b[c]!);
      span += apart * apart;
    }
    const trust = clamp01((Math.sqrt(span) - indistinct) / (distinct - indistinct)) * clamp01((light[0]! - dark) / (bright - dark));
    const mixed = span > 0 ? clamp01(dot / span) : 0;
    const covered = trust * mixed + (1 - trust) * (soft[0]! / 255);
    return Math.round(255 * clamp01((covered - leastCoverage) / (mostCoverage - leastCoverage)));
  };
  for (let row = 0, cell = 0; row < rows; row++) {
    const bottom = Math.min(height, (row + 1) * factor);
    for (let col = 0; col < cols; col++, cell++) {
      if (outer[cell] === 0 && zone[cell] !== Zone.kept) continue;
      const whole = inner[cell] !== 0 || zone[cell] === Zone.kept;
      const right = Math.min(width, (col + 1) * factor);
      for (let y = row * factor; y < bottom; y++) {
        if (whole) alpha.fill(255, y * width + col * factor, y * width + right);
        else for (let x = col * factor; x < right; x++) alpha[y * width + x] = mixture(x, y);
      }
    }
  }
  const rim = Math.max(2, leastRim * factor, softness(alpha, width));
  settle(alpha, width, height, Math.round(Math.min(rim, bandOutside * factor)));
  return { width, height, data: alpha };
}
