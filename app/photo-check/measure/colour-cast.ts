import { labOf, linearOf } from '../../kernel/colour.ts';
import { erode } from '../../kernel/morphology.ts';
import type { Picture } from '../../kernel/picture.ts';
import type { ColourCast } from '../types.ts';
import type { Survey } from './background.ts';
import { cellsOf, Part, type Cut } from './cut.ts';

type Rgb = readonly [number, number, number];

/** Every second pixel of every second row is looked at. */
const stride = 2;
/** Brighter is clipped; darker, a single level is a tint of its own. */
const brightest = 250;
const darkest = 48;
/** A pixel is neutral under a light where log R/G and log B/G lie this close to the light's. */
const neutralRadius = 0.07;
/** A light is never more coloured than this: what is, is a wall, a table or a cloth. */
const mostChroma = 32;
const darkestGround = 50;
/** A ground is plain where this share of the border is of its tint, within so much. */
const plainShare = 0.85;
const plainRadius = 0.1;
/** Below this chroma a ground is neutral, and so is the light. */
const neutralGround = 2.5;
/** The light has the ground's tint where that many of the product's pixels are neutral under it, in dark, middle or bright ones … */
const leastNeutral = 0.01;
const leastInBand = 0.002;
/** … and so many times more than are neutral as they are. */
const mostRival = 4;
/** Where the product says nothing, a bright ground was meant to be white if its tint is faint, and one that lights have: warm or cold. */
const brightGround = 90;
const mostMeantWhite = 13;
const lampHues: readonly ColourCast['hue'][] = ['orange', 'yellow', 'blue'];
/** On a scene there is no ground to ask: more must be neutral under the light, and next to nothing as it is. */
const leastNeutralInScene = 0.1;
const mostRivalInScene = 12;
/** Two ways of guessing a scene's light must agree this closely. */
const agreement = 0.12;

const logs = Float32Array.from({ length: 256 }, (_, value) => Math.log(linearOf(Math.max(1, value))));

/** Names of hues by where they end, in degrees of CIELAB. */
const hues: readonly (readonly [until: number, hue: ColourCast['hue']])[] = [
  [50, 'red'], [75, 'orange'], [112, 'yellow'], [170, 'green'], [235, 'cyan'], [300, 'blue'], [320, 'violet'], [345, 'magenta'], [360, 'red'],
];

/** A tint as log R/G and log B/G of linear light: under another light all of a picture moves by the same. */
type Tint = readonly [red: number, blue: number];
const tintOf = ([r, g, b]: Rgb): Tint => {
  const log = (value: number): number => Math.log(linearOf(Math.max(1, value)));
  return [log(r) - log(g), log(b) - log(g)];
};
const apart = (a: Tint, b: Tint): number => Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));

function castOf([r, g, b]: Rgb, confidence: number): ColourCast {
  const [, greenRed, blueYellow] = labOf(r, g, b);
  const angle = ((Math.atan2(blueYellow, greenRed) * 180) / Math.PI + 360) % 360;
  return { chroma: Math.hypot(greenRed, blueYellow), hue: hues.find(([until]) => angle <= until)?.[1] ?? 'red', confidence };
}

/** Pixels that are neutral as they are, and under a light; the latter also by brightness (dark, middle, bright). */
interface Neutrals {
  total: number;
  asIs: number;
  underLight: number;
  readonly bands: readonly [number, number, number];
}

function countNeutrals({ width, height, data }: Picture, inside: Uint8Array | null, light: Tint): Neutrals {
  let total = 0, asIs = 0, underLight = 0;
  const bands: [number, number, number] = [0, 0, 0];
  for (let y = 0; y < height; y += stride) {
    for (let x = 0, at = y * width; x < width; x += stride, at += stride) {
      if (inside !== null && inside[at] === 0) continue;
      const r = data[at * 3]!;
      const g = data[at * 3 + 1]!;
      const b = data[at * 3 + 2]!;
      if (Math.min(r, g, b) < darkest || Math.max(r, g, b) > brightest) continue;
      total += 1;
      const red = logs[r]! - logs[g]!;
      const blue = logs[b]! - logs[g]!;
      const own = Math.max(Math.abs(red), Math.abs(blue));
      const lit = Math.max(Math.abs(red - light[0]), Math.abs(blue - light[1]));
      if (own < lit && own <= neutralRadius) asIs += 1;
      else if (lit < own && lit <= neutralRadius) {
        underLight += 1;
        const band = g < 85 ? 0 : g < 170 ? 1 : 2;
        bands[band] += 1;
      }
    }
  }
  return { total, asIs, underLight, bands };
}

/** The product's inside, away from its outline, where it mixes with the ground; null where no product is known. */
function insideOf(cut: Cut): Uint8Array | null {
  if (cut.source === 'none' || cut.confidence < 0.3) return null;
  return erode(cellsOf(cut, Part.product), cut.width, cut.height, 3);
}

/** What differs clearly from a plain ground, away from it, and is no soft shade of it: stands in for a product that is not known. */
function foregroundOf({ width, height, luma }: Survey, { data }: Picture, [r, g, b]: Rgb): Uint8Array {
  const far = new Uint8Array(luma.length);
  for (let at = 0; at < far.length; at++) {
    if (Math.abs(data[at * 3]! - r) > 24 || Math.abs(data[at * 3 + 1]! - g) > 24 || Math.abs(data[at * 3 + 2]! - b) > 24) far[at] = 1;
  }
  const deep = erode(far, width, height, 3);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      if (deep[at] !== 0 && Math.abs(luma[at + 1]! - luma[at - 1]!) + Math.abs(luma[at + width]! - luma[at - width]!) < 14) deep[at] = 0;
    }
  }
  return deep;
}

/** Share of the frame's outline that bears a tint. */
function plainness({ width, height, data }: Picture, tint: Tint): number {
  let alike = 0, total = 0;
  const look = (at: number): void => {
    total += 1;
    if (apart(tintOf([data[at * 3]!, data[at * 3 + 1]!, data[at * 3 + 2]!]), tint) <= plainRadius) alike += 1;
  };
  for (let x = 0; x < width; x += 4) {
    look(2 * width + x);
    look((height - 3) * width + x);
  }
  for (let y = 0; y < height; y += 4) {
    look(y * width + 2);
    look(y * width + width - 3);
  }
  return alike / Math.max(1, total);
}

/** A tinted ground: the light's tint where the product bears it too, else the ground's own. */
function castOnGround(picture: Picture, survey: Survey, cut: Cut): ColourCast | null {
  const light = castOf(survey.colour, 0.5);
  if (light.chroma < neutralGround) return { ...light, confidence: 1 };
  const inside = insideOf(cut) ?? foregroundOf(survey, picture, survey.colour);
  const { total, asIs, underLight, bands } = countNeutrals(picture, inside, tintOf(survey.colour));
  const enough = underLight >= leastNeutral * total && underLight >= mostRival * asIs;
  if (total > 200 && enough && bands.filter((count) => count >= leastInBand * total).length >= 2) return { ...light, confidence: 0.85 };
  if (asIs > underLight && asIs >= leastNeutral * total && total > 200) return null;
  if (survey.whitish) return light;
  const meantWhite = labOf(...survey.colour)[0] >= brightGround && light.chroma <= mostMeantWhite && lampHues.includes(light.hue);
  return meantWhite ? { ...light, confidence: 0.4 } : null;
}

/** The scene's light by its edges (J. van de Weijer and others, "Edge-based color constancy", TIP 16, 2007) and by its brightest parts. */
function guessesOf({ width, height, data }: Picture): readonly [Rgb, Rgb] | null {
  const edges: [number, number, number] = [0, 0, 0];
  const greens = new Uint32Array(256);
  for (let y = 1; y < height - 1; y += stride) {
    for (let x = 1, at = (y * width + 1) * 3; x < width - 1; x += stride, at += 3 * stride) {
      const highest = Math.max(data[at]!, data[at + 1]!, data[at + 2]!);
      if (highest > brightest) continue;
      greens[data[at + 1]!] = greens[data[at + 1]!]! + 1;
      for (let c = 0; c < 3; c++) {
        const step = Math.abs(data[at + c + 3]! - data[at + c - 3]!) + Math.abs(data[at + c + 3 * width]! - data[at + c - 3 * width]!);
        edges[c] = edges[c]! + step * step;
      }
    }
  }
  const total = greens.reduce((sum, count) => sum + count, 0);
  let limit = 255;
  for (let seen = 0; limit > 0 && seen < 0.03 * total; limit--) seen += greens[limit]!;
  const sums: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 3 * stride) {
    if (data[at + 1]! < limit || Math.max(data[at]!, data[at + 1]!, data[at + 2]!) > brightest) continue;
    for (let c = 0; c < 3; c++) sums[c] = sums[c]! + data[at + c]!;
  }
  const scaled = (values: readonly [number, number, number]): Rgb | null => {
    const most = Math.max(...values);
    return most > 0 ? [(215 * values[0]) / most, (215 * values[1]) / most, (215 * values[2]) / most] : null;
  };
  const byEdges = scaled([Math.sqrt(edges[0]), Math.sqrt(edges[1]), Math.sqrt(edges[2])]);
  const byBrightest = scaled(sums);
  return byEdges && byBrightest ? [byEdges, byBrightest] : null;
}

/** A scene: both guesses must agree, and the picture must be neutral under them from dark to bright, and nowhere as it is. */
function castOfScene(picture: Picture): ColourCast | null {
  const guesses = guessesOf(picture);
  if (!guesses) return null;
  const [edges, brights] = guesses;
  const light = castOf(brights, 0.6);
  const { total, asIs, underLight, bands } = countNeutrals(picture, null, tintOf(brights));
  if (total === 0 || asIs >= leastNeutral * total || light.chroma > mostChroma || apart(tintOf(edges), tintOf(brights)) > agreement) return null;
  const everywhere = bands.every((count) => count >= leastInBand * total);
  return everywhere && underLight >= leastNeutralInScene * total && underLight >= mostRivalInScene * asIs ? light : null;
}

/**
 * The tint that the light left on what should be neutral. On a plain ground it is the ground's, unless the product
 * shows that the ground alone is coloured: whatever is neutral there tells the light from the backdrop. Null where
 * nothing in the picture could tell, as on a wooden table, or a backdrop behind a product of one colour.
 */
export function measureColourCast(picture: Picture, survey: Survey, cut: Cut): ColourCast | null {
  const [lightness, a, b] = labOf(...survey.colour);
  const chroma = Math.hypot(a, b);
  if (survey.whitish || (lightness >= darkestGround && plainness(picture, tintOf(survey.colour)) >= plainShare)) {
    return chroma > mostChroma ? null : castOnGround(picture, survey, cut);
  }
  return castOfScene(picture);
}
