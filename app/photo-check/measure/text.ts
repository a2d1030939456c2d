import { area, type Box } from '../../kernel/geometry.ts';
import type { TextLine } from '../../kernel/vision.ts';
import type { TextBox } from '../types.ts';
import { Part, type Cut } from './product-mask.ts';

/** A line belongs to the product where the product fills at least this share of its box. */
const onProductShare = 0.5;

/**
 * On a white background free text can only have been laid there. Anywhere else it may stand on a price tag, a sign
 * or another product of the scene, so more is asked of it: a sure mask, a sure reading, words rather than a number,
 * lettering of some size, and none of it on the product.
 */
const sureMask = 0.6;
const sureReading = 0.9;
const leastHeightShare = 0.025;
const isWord = (text: string): boolean => (text.match(/\p{L}/gu) ?? []).length >= 3 || /\p{Script=Han}{2}/u.test(text);

/** Share of a box (pixels of the original) that the product covers, 0–1. */
function productShare(box: Box, { width, height, parts }: Cut, factor: number): number {
  const left = Math.max(0, Math.floor(box.x / factor));
  const right = Math.min(width, Math.ceil((box.x + box.width) / factor));
  const top = Math.max(0, Math.floor(box.y / factor));
  const bottom = Math.min(height, Math.ceil((box.y + box.height) / factor));
  let inside = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (parts[y * width + x] === Part.product) inside += 1;
  const all = Math.max(0, right - left) * Math.max(0, bottom - top);
  return all > 0 ? inside / all : 0;
}

function isLaidOverScene(line: TextLine, share: number, cut: Cut, factor: number): boolean {
  const tall = line.box.height >= leastHeightShare * cut.height * factor;
  return cut.confidence >= sureMask && line.confidence >= sureReading && share === 0 && tall && isWord(line.text);
}

export interface SortedText {
  /** laid over the picture */
  readonly overlays: readonly TextBox[];
  /** printed on the product */
  readonly printed: readonly TextBox[];
}

/** Tells text laid over the photo from text printed on the product; boxes in pixels of the original. */
export function sortText(lines: readonly TextLine[], cut: Cut, factor: number): SortedText {
  const overlays: TextBox[] = [];
  const printed: TextBox[] = [];
  for (const { box, text, confidence } of lines) {
    if (area(box) === 0 || text.trim() === '') continue;
    const line = { box, text, confidence };
    const share = cut.source === 'none' ? 1 : productShare(line.box, cut, factor);
    if (share >= onProductShare) printed.push(line);
    else if (cut.source === 'white-background' || isLaidOverScene(line, share, cut, factor)) overlays.push(line);
  }
  return { overlays, printed };
}
