import { labelComponents } from '../../kernel/components.ts';
import { scaleBox, type Box } from '../../kernel/geometry.ts';
import { dilate } from '../../kernel/morphology.ts';
import type { Picture } from '../../kernel/picture.ts';
import type { Measures, TextBox, Watermark } from '../types.ts';
import { Ground, type Survey } from './background.ts';
import { cellsOf, countCells, Part, type Cut } from './cut.ts';
import { plateUnder } from './plate.ts';

/** From this share of the frame, or this many separate items, what is laid over a picture is heavy. */
const heavyShare = 0.2;
const heavyCount = 4;
const heavyCountShare = 0.05;
/** Over a busy background less is heavy already. */
const busyShare = 0.08;
const busyEdges = 0.22;
/** Less than this is a maker's mark. */
const leastShare = 0.0015;
/** Items nearer to one another than this share of the frame are one block. */
const together = 0.02;
/** What is not surely laid over does not count. */
const sure = 0.55;
const edgeLevels = 16;

/** Share of the background's pixels at which the picture changes; 0 on a studio ground. */
function busyness({ width, height, luma, ground, whitish }: Survey, cut: Cut): number {
  if (whitish) return 0;
  let [edges, all] = [0, 0];
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1, at = y * width + 1; x < width - 1; x += 2, at += 2) {
      if (cut.parts[at] === Part.product || ground[at] === Ground.background) continue;
      all += 1;
      if (Math.abs(luma[at + 1]! - luma[at - 1]!) + Math.abs(luma[at + width]! - luma[at - width]!) >= edgeLevels) edges += 1;
    }
  }
  return all === 0 ? 0 : edges / all;
}

/** Marks the pixels of the working copy that a box of the original covers. */
function mark(cells: Uint8Array, width: number, height: number, box: Box, factor: number): void {
  const right = Math.min(width, Math.ceil((box.x + box.width) / factor));
  const bottom = Math.min(height, Math.ceil((box.y + box.height) / factor));
  for (let y = Math.max(0, Math.floor(box.y / factor)); y < bottom; y++) cells.fill(1, y * width + Math.max(0, Math.floor(box.x / factor)), y * width + right);
}

/** Stickers and banners are more than their words: the overlay parts of the cut that words stand on. */
function addBadges(cells: Uint8Array, cut: Cut): void {
  const { labels, list } = labelComponents(cellsOf(cut, Part.overlay), cut.width, cut.height);
  const worded = new Uint8Array(list.length + 1);
  for (let at = 0; at < cells.length; at++) if (cells[at] !== 0) worded[labels[at]!] = 1;
  worded[0] = 0;
  for (let at = 0; at < cells.length; at++) if (worded[labels[at]!] !== 0) cells[at] = 1;
}

interface LaidOver {
  readonly overlays: readonly TextBox[];
  readonly watermarks: readonly Watermark[];
}

/** How much was laid over the picture, by share of the frame and number of blocks; boxes in pixels of the original. */
export function measureClutter(working: Picture, survey: Survey, cut: Cut, factor: number, { overlays, watermarks }: LaidOver): Measures['clutter'] {
  const { width, height } = survey;
  const counted = [...overlays, ...watermarks].filter(({ confidence }) => confidence >= sure);
  if (counted.length === 0) return { grade: 'none', share: 0, items: [], confidence: 1 };
  const cells = new Uint8Array(width * height);
  const tiled = counted.some((item) => 'tiled' in item && item.tiled);
  const blocks = counted.filter((item) => !('tiled' in item && item.tiled));
  for (const { box } of blocks) mark(cells, width, height, box, factor);
  if (cut.source === 'white-background') addBadges(cells, cut);
  else for (const { box } of blocks) mark(cells, width, height, plateUnder(working, scaleBox(box, 1 / factor)), 1);
  const share = countCells(cells, 1) / cells.length;
  const reach = Math.max(1, Math.round((together * Math.max(width, height)) / 2));
  const { list } = labelComponents(dilate(cells, width, height, reach), width, height);
  const items = list.map(({ box }) => ({
    x: (box.x + reach) * factor,
    y: (box.y + reach) * factor,
    width: Math.max(1, box.width - 2 * reach) * factor,
    height: Math.max(1, box.height - 2 * reach) * factor,
  }));
  const heavy = share >= heavyShare || (list.length >= heavyCount && share >= heavyCountShare) || (share >= busyShare && busyness(survey, cut) >= busyEdges);
  const grade = share < leastShare && !tiled ? 'none' : heavy ? 'heavy' : 'slight';
  const trusts = counted.map(({ confidence }) => confidence).sort((a, b) => b - a);
  // a heavy grade rests on several items: on the middle one's trust, not on the best one's
  const confidence = trusts[grade === 'heavy' ? Math.floor(trusts.length / 2) : 0] ?? 0;
  return { grade, share, items: grade === 'none' ? [] : items, confidence: grade === 'none' ? 1 : confidence };
}
