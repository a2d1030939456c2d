import type { Box } from '../../kernel/geometry.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Edge } from '../types.ts';
import { sideOf, type Limits } from './limits.ts';
import type { UnfixableReason } from './types.ts';

export interface FrameOrder {
  /** of the upright original, pixels */
  readonly width: number;
  readonly height: number;
  /** the product; null where it is not known well enough to cut near it */
  readonly product: Box | null;
  /** what must stay whole beside it, e.g. text that was laid over */
  readonly also: readonly Box[];
  /** edges that the product runs into: they stay where they are */
  readonly croppedEdges: readonly Edge[];
  readonly limits: Limits;
  /** true where the ground is white, or will be: the frame may then lie anywhere around the product */
  readonly white: boolean;
  /** the product is to fill the frame as the channel asks */
  readonly forFill: boolean;
  /** the frame is to have one of the channel's ratios */
  readonly forRatio: boolean;
  /** how many times the pixels may be enlarged afterwards, ≥ 1 */
  readonly enlarge: number;
}

export interface Frame {
  /** in pixels of the original; may reach beyond it */
  readonly rect: Box;
  readonly ratio: readonly [number, number] | null;
  /** the product's longer side over that side of the frame; null where the product is not known */
  readonly fill: number | null;
  readonly padded: boolean;
  readonly cut: boolean;
}

/** How much of a frame a product may fill at most, so that it does not touch its edges. */
export const fullest = 0.95;
/** Fill is measured on a small copy: this much is kept from the channel's limits. */
const reserve = 0.012;
/** The most that pixels may be enlarged. */
export const mostEnlarged = 1.5;
/** Free room that stays around a product where only the ratio is wrong, as a share of its longer side. */
const margin = 0.04;

interface Size {
  readonly width: number;
  readonly height: number;
}

export const fillOf = (box: Size, frame: Size): number => (box.width >= box.height ? box.width / frame.width : box.height / frame.height);

/** The smallest frame of a ratio in which the product fills `fill` of its longer side's direction and fits the other. */
function frameFor(box: Size, ratio: number, fill: number): Size {
  const wide = box.width >= box.height;
  const width = Math.max(box.width / (wide ? fill : fullest), (box.height / (wide ? fullest : fill)) * ratio);
  return { width, height: width / ratio };
}

/** Of the ratios asked for, the one nearest to the picture's own. */
function nearestRatio(ratios: Limits['ratios'], own: number): readonly [number, number] | null {
  const distance = ([w, h]: readonly [number, number]): number => Math.abs(Math.log(w / h / own));
  return ratios.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Frame around a product that fills it as asked, as large as its pixels allow without being enlarged where that is possible. */
function forFill({ width, height, limits, enlarge }: FrameOrder, product: Size, ratio: number): Result<Size, UnfixableReason> {
  const low = limits.leastFill ?? 0;
  const high = Math.min(fullest, limits.mostFill ?? fullest);
  const tightest = frameFor(product, ratio, (low + high) / 2);
  const loosest = frameFor(product, ratio, Math.min(high, low + reserve));
  if (fillOf(product, tightest) < low || fillOf(product, tightest) > high) return err('no-remedy');
  // What passes now must not become too small: at worst with its pixels enlarged.
  const met = limits.sides.filter((limit) => sideOf(limit, width, height) >= limit.min);
  const scaleTo = (factor: number): number =>
    Math.max(1, ...met.map((limit) => limit.min / factor / sideOf(limit, tightest.width, tightest.height)));
  const room = loosest.width / tightest.width;
  if (scaleTo(enlarge) > room) return err('too-few-pixels');
  const scale = Math.min(scaleTo(1), room);
  return ok({ width: tightest.width * scale, height: tightest.height * scale });
}

/** Frame of a ratio that keeps the product's size: cut from the picture where the product stays whole, else added to it. */
function forRatio({ width, height, white }: FrameOrder, content: Box | null, ratio: number): Size {
  const cutWidth = Math.min(width, height * ratio);
  const room = content === null ? Infinity : margin * Math.max(content.width, content.height);
  const fits = content !== null && content.width + 2 * room <= cutWidth && content.height + 2 * room <= cutWidth / ratio;
  const w = fits ? cutWidth : Math.max(width, height * ratio);
  // On white nothing is lost by leaving empty ground away.
  if (!fits && white && content !== null) {
    const enough = Math.max(content.width + 2 * room, (content.height + 2 * room) * ratio, cutWidth);
    return { width: Math.min(w, enough), height: Math.min(w, enough) / ratio };
  }
  return { width: w, height: w / ratio };
}

/** Where a frame of a length begins along one side of the picture, so that the product is in its middle. */
function place(length: number, side: number, from: number, size: number, held: readonly [start: boolean, end: boolean], free: boolean): number | null {
  const [atStart, atEnd] = held;
  if (atStart && atEnd) return Math.abs(length - side) <= 1 ? 0 : null;
  if (atStart) return 0;
  if (atEnd) return side - length;
  const centred = from + size / 2 - length / 2;
  if (free) return centred;
  return length <= side ? Math.max(0, Math.min(side - length, centred)) : (side - length) / 2;
}

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 1 && inner.y >= outer.y - 1 && inner.x + inner.width <= outer.x + outer.width + 1 && inner.y + inner.height <= outer.y + outer.height + 1;

function union(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

/** The frame that mends fill and ratio, or why there is none. The product is never cut, nor what stands beside it. */
export function planFrame(order: FrameOrder): Result<Frame, UnfixableReason> {
  const { width, height, product, also, croppedEdges, limits, white } = order;
  const asked = limits.ratios.length > 0 ? nearestRatio(limits.ratios, width / height) : null;
  const ratio = asked === null ? width / height : asked[0] / asked[1];
  if (order.forFill && product === null) return err('no-product');
  if (order.forFill && croppedEdges.length > 0) return err('cut-off');
  const content = product === null ? null : union([product, ...also]);
  const wantsFill = order.forFill || (product !== null && croppedEdges.length === 0 && (limits.leastFill !== null || limits.mostFill !== null));
  let size = wantsFill && product !== null ? forFill(order, product, ratio) : ok(forRatio(order, content, ratio));
  if (!size.ok && !order.forFill) size = ok(forRatio(order, content, ratio));
  if (!size.ok) return size;
  const has = (edge: Edge): boolean => croppedEdges.includes(edge);
  const w = Math.round(size.value.width);
  const h = Math.round(size.value.width / ratio);
  const middle = product ?? { x: 0, y: 0, width, height };
  const x = place(w, width, middle.x, middle.width, [has('left'), has('right')], white);
  const y = place(h, height, middle.y, middle.height, [has('top'), has('bottom')], white);
  if (x === null || y === null) return err('cut-off');
  const rect = { x: Math.round(x), y: Math.round(y), width: w, height: h };
  if (product !== null && !contains(rect, product)) return err('cut-off');
  if (content !== null && !contains(rect, content)) return err('text-on-picture');
  const whole = { x: 0, y: 0, width, height };
  return ok({
    rect,
    ratio: order.forRatio ? asked : null,
    fill: product === null ? null : Math.min(1, fillOf(product, rect)),
    padded: !contains(whole, rect),
    cut: !contains(rect, whole),
  });
}
