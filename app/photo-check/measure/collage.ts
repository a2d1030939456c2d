import { area, intersectionArea, type Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';
import type { Measures } from '../types.ts';
import { findInset } from './inset.ts';
import { findSeams, type Seam } from './seams.ts';

/** Panels are split again at most this often. */
const deepest = 3;
/** In a smaller picture too few pixels meet a seam. */
const leastSide = 240;
/** Share of a seam along which the picture must change; less is texture. */
const leastStrength = 0.7;
/** Things on both sides go on across a table's edge or a shelf; across a seam hardly ever. Of 250 single photos none has a stronger line with less than .25. */
const mostCrossing = 0.22;
/** Edges per 100 pixels that must meet the line on both sides for that to be told. */
const leastStructure = 1.8;
/** Where nothing meets it, a seam must be this strong, and both panels must show something: a wall and a table do not. */
const strengthUnmet = 0.93;
const leastContent = 0.005;
/** A gap with the same on both sides is a cord, a wire or a joint between tiles. */
const mostSameness = 0.6;
const contentStep = 14;
/** A strip of less than this share with at least so much writing on it is a banner laid over one picture. */
const widestBanner = 0.36;
const bannerText = 0.07;
/** A small picture in a corner shows more than a sticker does. */
const insetContent = 0.04;
const insetTrust = 0.65;

/** Share of a panel's pixels, away from its rim, at which it changes. */
function contentOf({ data, width }: Picture, { x, y, width: wide, height }: Box): number {
  let [changes, all] = [0, 0];
  for (let py = y + 6; py < y + height - 6; py += 2) {
    for (let px = x + 6; px < x + wide - 6; px += 2) {
      const at = (py * width + px) * 3 + 1;
      all += 1;
      if (Math.abs(data[at]! - data[at - 3]!) + Math.abs(data[at]! - data[at - width * 3]!) >= contentStep) changes += 1;
    }
  }
  return all === 0 ? 0 : changes / all;
}

function split(panel: Box, { axis, from, to }: Seam): [Box, Box] {
  if (axis === 'x') return [{ ...panel, width: from - panel.x }, { ...panel, x: to, width: panel.x + panel.width - to }];
  return [{ ...panel, height: from - panel.y }, { ...panel, y: to, height: panel.y + panel.height - to }];
}

const isBannerOf = (panel: Box, part: Box, texts: readonly Box[]): boolean =>
  area(part) <= widestBanner * area(panel) && texts.reduce((sum, text) => sum + intersectionArea(text, part), 0) >= bannerText * area(part);

/** How sure it is that two pictures meet at a seam, 0–1; 0 for none. */
function trustOf(picture: Picture, panel: Box, seam: Seam, texts: readonly Box[]): number {
  const { strength, crossing, structure, sameness } = seam;
  if (crossing > mostCrossing || sameness > mostSameness) return 0;
  if (split(panel, seam).some((part) => isBannerOf(panel, part, texts))) return 0;
  const beyond = 0.5 + (strength - leastStrength) * 1.3;
  if (structure >= leastStructure) return Math.min(0.97, beyond + 0.08 + (mostCrossing - crossing) * 0.5);
  if (strength < strengthUnmet || split(panel, seam).some((part) => contentOf(picture, part) < leastContent)) return 0;
  return seam.to > seam.from ? 0.85 : 0.7;
}

interface Found {
  readonly panels: readonly Box[];
  readonly confidence: number;
}

function panelsOf(picture: Picture, panel: Box, texts: readonly Box[], depth: number): Found {
  if (depth === deepest || Math.min(panel.width, panel.height) < leastSide / 2) return { panels: [panel], confidence: 0 };
  for (const seam of findSeams(picture, panel, leastStrength)) {
    const trust = trustOf(picture, panel, seam, texts);
    if (trust === 0) continue;
    const parts = split(panel, seam).map((part) => panelsOf(picture, part, texts, depth + 1));
    return { panels: parts.flatMap(({ panels }) => panels), confidence: Math.max(trust, ...parts.map(({ confidence }) => confidence)) };
  }
  return { panels: [panel], confidence: 0 };
}

/** The pictures that a working copy was put together of; boxes, also those of its writing, in its pixels. */
export function measureCollage(picture: Picture, texts: readonly Box[]): Measures['collage'] {
  const { width, height } = picture;
  if (Math.min(width, height) < leastSide) return { panels: [], confidence: 0 };
  const { panels, confidence } = panelsOf(picture, { x: 0, y: 0, width, height }, texts, 0);
  if (panels.length > 1) return { panels: [...panels], confidence };
  const inset = findInset(picture);
  if (inset === null || contentOf(picture, inset) < insetContent || isBannerOf({ x: 0, y: 0, width, height }, inset, texts)) return { panels: [], confidence: 0 };
  return { panels: [{ x: 0, y: 0, width, height }, inset], confidence: insetTrust };
}
