import type { Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';

/** A plate is of one colour to this many levels, along this share of each line. */
const sameLevels = 16;
const sameShare = 0.72;
/** What grows beyond this share of the frame is a wall, not a sticker. */
const largest = 0.4;

/** The commonest colour on a box's rim, in bins of 4 bits a channel; its mean. */
function rimColour({ data, width }: Picture, { x, y, width: wide, height: high }: Box): readonly [number, number, number] {
  const bins = new Map<number, [number, number, number, number]>();
  const look = (px: number, py: number): void => {
    const at = (py * width + px) * 3;
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
    const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4);
    const bin = bins.get(key) ?? [0, 0, 0, 0];
    bins.set(key, [bin[0] + 1, bin[1] + r, bin[2] + g, bin[3] + b]);
  };
  for (let px = x; px < x + wide; px++) {
    look(px, y);
    look(px, y + high - 1);
  }
  for (let py = y; py < y + high; py++) {
    look(x, py);
    look(x + wide - 1, py);
  }
  const [count, r, g, b] = [...bins.values()].reduce((best, bin) => (bin[0] > best[0] ? bin : best), [1, 0, 0, 0]);
  return [r / count, g / count, b / count];
}

/**
 * The sticker or banner that a line of writing stands on: its box, grown as long as what it grows over has the colour of
 * its rim. In whole pixels of the working copy; the box itself where there is none.
 */
export function plateUnder(picture: Picture, box: Box): Box {
  const { data, width, height } = picture;
  let left = Math.max(0, Math.floor(box.x));
  let top = Math.max(0, Math.floor(box.y));
  let right = Math.min(width - 1, Math.ceil(box.x + box.width) - 1);
  let bottom = Math.min(height - 1, Math.ceil(box.y + box.height) - 1);
  if (right <= left || bottom <= top) return box;
  const bare: Box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  const [r, g, b] = rimColour(picture, bare);
  const isPlate = (x: number, y: number): boolean => {
    const at = (y * width + x) * 3;
    return Math.abs(data[at]! - r) <= sameLevels && Math.abs(data[at + 1]! - g) <= sameLevels && Math.abs(data[at + 2]! - b) <= sameLevels;
  };
  const row = (y: number): boolean => {
    let same = 0;
    for (let x = left; x <= right; x++) if (isPlate(x, y)) same += 1;
    return same >= sameShare * (right - left + 1);
  };
  const column = (x: number): boolean => {
    let same = 0;
    for (let y = top; y <= bottom; y++) if (isPlate(x, y)) same += 1;
    return same >= sameShare * (bottom - top + 1);
  };
  for (let grown = true; grown; ) {
    grown = false;
    if (top > 0 && row(top - 1)) [top, grown] = [top - 1, true];
    if (bottom < height - 1 && row(bottom + 1)) [bottom, grown] = [bottom + 1, true];
    if (left > 0 && column(left - 1)) [left, grown] = [left - 1, true];
    if (right < width - 1 && column(right + 1)) [right, grown] = [right + 1, true];
    if ((right - left + 1) * (bottom - top + 1) > largest * width * height) return bare;
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
