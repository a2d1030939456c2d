import { area, scaleBox, type Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';
import type { Reading } from '../../kernel/vision.ts';
import { measureLettering, type Lettering } from './lettering.ts';
import { countCells, Part, type Cut } from './cut.ts';
import { liesWithin, productHull } from './hull.ts';
import { promotionOf } from './vocabulary.ts';

/** A line of writing with all that tells how it got into the picture; its box in pixels of the original. */
export interface Writing {
  readonly box: Box;
  /** '' where it could not be read */
  readonly text: string;
  /** of the reader, 0–1; 0 where it could not be read */
  readonly confidence: number;
  readonly angle: number;
  readonly detection: number;
  /** share of its box that is product, and that is background or shadow, 0–1; all product where nothing was cut */
  readonly onProduct: number;
  readonly onGround: number;
  /** lies between parts of a product on white: where its body has burnt out to the ground's white, its print stands there */
  readonly betweenParts: boolean;
  readonly lettering: Lettering | null;
  readonly promotion: 0 | 1 | 2;
  /** height of the line over the longer side of the frame, 0–1 */
  readonly size: number;
  /** distance from the nearest edge of the frame over the longer side of the frame, 0–1 */
  readonly fromRim: number;
}

/** The letters of no more lines than this are looked at closely, the largest first: a newspaper has hundreds. */
const mostLines = 48;

/** Where a line is this much of what a mask model took for the product, it took a sticker for it. */
const mostOfProduct = 0.3;
const uncertain = 0.3;

/** Which parts a box (pixels of the original) holds. */
function partsIn(box: Box, { width, height, parts }: Cut, factor: number): { readonly product: number; readonly ground: number } {
  const left = Math.max(0, Math.floor(box.x / factor));
  const right = Math.min(width, Math.ceil((box.x + box.width) / factor));
  const top = Math.max(0, Math.floor(box.y / factor));
  const bottom = Math.min(height, Math.ceil((box.y + box.height) / factor));
  let [product, ground] = [0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const part = parts[y * width + x];
      if (part === Part.product) product += 1;
      else if (part === Part.background || part === Part.shadow) ground += 1;
    }
  }
  const all = Math.max(1, (right - left) * (bottom - top));
  return { product: product / all, ground: ground / all };
}

/** Everything written in a picture, largest first. */
export function surveyWriting(picture: Picture, { lines, unread }: Reading, cut: Cut, factor: number): readonly Writing[] {
  const found = [...lines, ...unread.map((region) => ({ ...region, text: '', confidence: 0 }))]
    .filter(({ box }) => area(box) > 0)
    .sort((a, b) => area(b.box) - area(a.box));
  const side = Math.max(picture.width, picture.height);
  const product = cut.source === 'model' ? countCells(cut.parts, Part.product) * factor * factor : Infinity;
  const hull = cut.source === 'white-background' && found.length > 0 ? productHull(cut) : [];
  return found.map(({ box, text, confidence, angle, detection }, i): Writing => {
    const inside = cut.source === 'none' ? { product: 1, ground: 0 } : partsIn(box, cut, factor);
    const said = text.trim();
    return {
      box,
      text: said,
      confidence: said === '' ? 0 : confidence,
      angle,
      detection,
      onProduct: area(box) > mostOfProduct * product ? uncertain : inside.product,
      onGround: inside.ground,
      betweenParts: liesWithin(scaleBox(box, 1 / factor), hull),
      lettering: i < mostLines ? measureLettering(picture, box) : null,
      promotion: promotionOf(said),
      size: Math.min(box.width, box.height) / side,
      fromRim: Math.max(0, Math.min(box.x, box.y, picture.width - box.x - box.width, picture.height - box.y - box.height)) / side,
    };
  });
}
