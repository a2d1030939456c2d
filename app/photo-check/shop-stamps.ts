import { iou, type Box } from '../kernel/geometry.ts';
import type { Measures, PhotoAnalysis, TextBox } from './types.ts';

/** What of an analysis is compared; `key` names the photo. */
export interface StampedPhoto {
  readonly key: string;
  readonly photo: Pick<PhotoAnalysis['photo'], 'width' | 'height'>;
  readonly pixelSha256: string;
  readonly measures: Pick<Measures, 'productText' | 'textOverlays' | 'productBox'>;
}

/** A stamp is seen on at least so many other pictures. */
const leastOthers = 2;
/** Where it stands and how high it is may differ by this much: shares of the frame, and a factor. */
const samePlace = 0.015;
const sameHeight = 1.15;
/** Where the products fill the same box, print on them stands at the same place too. */
const sameProduct = 0.85;
const shortest = 2;
const trust = 0.8;

interface Line {
  readonly said: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly line: TextBox;
}

interface Sheet {
  readonly pixelSha256: string;
  /** of the product, as shares of the frame */
  readonly product: Box | null;
  readonly lines: readonly Line[];
}

const squeezed = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();

function sheetOf({ photo: { width, height }, pixelSha256, measures }: StampedPhoto): Sheet {
  const lines = [...measures.productText, ...measures.textOverlays].flatMap((line): Line[] => {
    const said = squeezed(line.text);
    if (said.length < shortest) return [];
    const { box } = line;
    return [{ said, x: (box.x + box.width / 2) / width, y: (box.y + box.height / 2) / height, height: box.height / height, line }];
  });
  const box = measures.productBox;
  const product = box && { x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height };
  return { pixelSha256, product, lines };
}

const isSame = (a: Line, b: Line): boolean =>
  a.said === b.said && Math.abs(a.x - b.x) <= samePlace && Math.abs(a.y - b.y) <= samePlace && Math.max(a.height / b.height, b.height / a.height) <= sameHeight;

const areDifferent = (a: Sheet, b: Sheet): boolean =>
  a.pixelSha256 !== b.pixelSha256 && (a.product === null || b.product === null || iou(a.product, b.product) < sameProduct);

/** Names the cell of a line's place, or one beside it: what stands at the same place lies in one of the nine. */
const cellOf = ({ said, x, y }: Line, dx = 0, dy = 0): string => `${said} ${Math.floor(x / samePlace) + dx} ${Math.floor(y / samePlace) + dy}`;
const cellsAround = (line: Line): string[] => [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => cellOf(line, dx, dy)));

/** So many of a cell are looked at: a shop that stamps thousands of photos has its others among the first of them. */
const mostLookedAt = 64;

/**
 * Lines that were read as print on the product and yet stand at the same place of other products' pictures: a shop
 * stamps them on all of its photos. By photo key; photos without any are left out. The order of the photos does not
 * matter unless more than 64 pictures say the same at the same place; the time grows with the number of lines.
 */
export function findShopStamps(photos: readonly StampedPhoto[]): ReadonlyMap<string, readonly TextBox[]> {
  const sheets = photos.map(sheetOf);
  const byCell = new Map<string, { readonly sheet: Sheet; readonly line: Line }[]>();
  for (const sheet of sheets) {
    for (const line of sheet.lines) {
      const cell = cellOf(line);
      const known = byCell.get(cell);
      if (known) known.push({ sheet, line });
      else byCell.set(cell, [{ sheet, line }]);
    }
  }
  const standsElsewhere = (sheet: Sheet, line: Line): boolean => {
    const others = new Set<string>();
    for (const cell of cellsAround(line)) {
      for (const other of (byCell.get(cell) ?? []).slice(0, mostLookedAt)) {
        if (other.sheet === sheet || others.has(other.sheet.pixelSha256) || !isSame(other.line, line) || !areDifferent(other.sheet, sheet)) continue;
        others.add(other.sheet.pixelSha256);
        if (others.size >= leastOthers) return true;
      }
    }
    return false;
  };
  const stamps = new Map<string, TextBox[]>();
  for (const [i, { key, measures }] of photos.entries()) {
    const sheet = sheets[i]!;
    const printed = new Set(measures.productText);
    const found = sheet.lines.filter((line) => printed.has(line.line) && standsElsewhere(sheet, line));
    if (found.length > 0) stamps.set(key, found.map(({ line }) => line));
  }
  return stamps;
}

/** The same line, though read from the store at another time. */
const isSameBox = (a: TextBox, b: TextBox): boolean => a.text === b.text && a.box.x === b.box.x && a.box.y === b.box.y && a.box.width === b.box.width && a.box.height === b.box.height;

/** The measures of a photo on which a batch has shown some lines to be stamps. */
export function withStamps<M extends Pick<Measures, 'textOverlays' | 'productText'>>(measures: M, stamps: readonly TextBox[]): M {
  if (stamps.length === 0) return measures;
  return {
    ...measures,
    textOverlays: [...measures.textOverlays, ...stamps.map((line) => ({ ...line, confidence: Math.min(trust, line.confidence) }))],
    productText: measures.productText.filter((line) => !stamps.some((stamp) => isSameBox(stamp, line))),
  };
}
