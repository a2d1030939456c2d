import { area, intersectionArea, type Box } from '../../kernel/geometry.ts';
import { histogramOf, percentileOf } from '../../kernel/statistics.ts';
import { Ground, type Survey } from './background.ts';

/** A line across the frame belongs to a band where this share of it is no background. */
const acrossShare = 0.97;
/** Bands thinner than this share of the frame are lines, thicker ones are products that run off both sides. */
const thinnest = 0.03;
const thickest = 0.34;
/** A banner carries text on at least this share of it … */
const leastText = 0.08;
/** … and is of one colour elsewhere: this share of it lies within so many levels of its median. */
const flatShare = 0.75;
const flatLevels = 10;

/** Where lines lie and where pixels lie within them: rows first, then columns. */
interface Direction {
  readonly lines: number;
  readonly length: number;
  readonly boxOf: (from: number, to: number) => Box;
  readonly at: (line: number, along: number) => number;
}

const directions = ({ width, height }: Survey): readonly Direction[] => [
  { lines: height, length: width, boxOf: (from, to) => ({ x: 0, y: from, width, height: to - from }), at: (line, along) => line * width + along },
  { lines: width, length: height, boxOf: (from, to) => ({ x: from, y: 0, width: to - from, height }), at: (line, along) => along * width + line },
];

function isAcross({ ground }: Survey, { length, at }: Direction, line: number): boolean {
  let open = 0;
  const most = (1 - acrossShare) * length;
  for (let along = 0; along < length; along++) if (ground[at(line, along)] === Ground.background && ++open > most) return false;
  return true;
}

/** True where a band carries text on one colour, as a banner does and a product that fills the frame does not. */
export function isBanner({ luma, width }: Survey, band: Box, textBoxes: readonly Box[]): boolean {
  const texts = textBoxes.filter((box) => intersectionArea(box, band) >= 0.6 * area(box));
  if (texts.reduce((sum, box) => sum + intersectionArea(box, band), 0) < leastText * area(band)) return false;
  const plain: number[] = [];
  for (let y = band.y; y < band.y + band.height; y++) {
    for (let x = band.x; x < band.x + band.width; x++) {
      if (!texts.some((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height)) plain.push(luma[y * width + x]!);
    }
  }
  const median = percentileOf(histogramOf(plain), 0.5);
  return plain.filter((level) => Math.abs(level - median) <= flatLevels).length >= flatShare * plain.length;
}

/**
 * Banners that run across the whole frame, in pixels of the working copy, whether they touch the product or not.
 * `textBoxes` as for the cut.
 */
export function findBanners(survey: Survey, textBoxes: readonly Box[]): readonly Box[] {
  if (textBoxes.length === 0) return [];
  const banners: Box[] = [];
  for (const direction of directions(survey)) {
    let from = -1;
    for (let line = 0; line <= direction.lines; line++) {
      if (line < direction.lines && isAcross(survey, direction, line)) {
        if (from < 0) from = line;
        continue;
      }
      const share = from < 0 ? 0 : (line - from) / direction.lines;
      if (share >= thinnest && share <= thickest) {
        const band = direction.boxOf(from, line);
        if (isBanner(survey, band, textBoxes)) banners.push(band);
      }
      from = -1;
    }
  }
  return banners;
}
