import { labelComponents, type Component } from '../../kernel/components.ts';
import { area, intersectionArea, type Box } from '../../kernel/geometry.ts';
import type { Mask } from '../../kernel/picture.ts';
import { Ground, type Survey } from './background.ts';
import { findBanners, isBanner } from './banner.ts';
import { Part, type Cut } from './cut.ts';
import { fillPaleBody } from './pale-body.ts';
import { shadowRegions } from './shadow.ts';

/** Below this share of the frame a component is dust. */
const dustShare = 0.0002;
/** A component smaller than this share of the largest one is no part of the product. */
const strayShare = 0.02;
/** A component is lettering where text boxes hold this share of it, a badge where they hold `badgeShare`. */
const letteringShare = 0.7;
const badgeShare = 0.18;
const largestBadge = 0.35;
const plateSolidity = 0.9;
/** Less product than this share of the frame is a failed cut. */
const leastShare = 0.003;
/** A hole in the product stays open where it is larger than this share of the frame. */
const largestFilledHole = 0.002;

/** Share of a component's pixels that lie in any of the boxes. */
function shareInBoxes(component: Component, labels: Int32Array, width: number, boxes: readonly Box[]): number {
  let inside = 0;
  for (const box of boxes) {
    if (intersectionArea(box, component.box) === 0) continue;
    for (let y = Math.max(component.box.y, Math.floor(box.y)); y < Math.min(component.box.y + component.box.height, box.y + box.height); y++) {
      for (let x = Math.max(component.box.x, Math.floor(box.x)); x < Math.min(component.box.x + component.box.width, box.x + box.width); x++) {
        if (labels[y * width + x] === component.label) inside += 1;
      }
    }
  }
  return Math.min(1, inside / component.area);
}

/** A badge: a small patch of its own that carries text, e.g. a round "SALE". */
function isBadge(component: Component, largest: Component, boxes: readonly Box[]): boolean {
  if (component.area > largest.area * largestBadge) return false;
  const text = boxes.reduce((sum, box) => sum + intersectionArea(box, component.box), 0);
  return text >= badgeShare * area(component.box);
}

/** A plate: a banner that starts at the frame and ends within it. A carton cut off by the frame has no such even face. */
function isPlate(component: Component, survey: Survey, boxes: readonly Box[]): boolean {
  const { box } = component;
  const atFrame = box.x === 0 || box.y === 0 || box.x + box.width === survey.width || box.y + box.height === survey.height;
  if (!atFrame || component.area < plateSolidity * area(box)) return false;
  const text = boxes.reduce((sum, textBox) => sum + intersectionArea(textBox, box), 0);
  return text >= badgeShare * area(box) && isBanner(survey, box, boxes);
}

/** Enclosed background becomes product where the hole is small: print, gaps and highlights, not a ring's inside. */
function fillSmallHoles(parts: Uint8Array, width: number, height: number): void {
  const open = new Uint8Array(parts.length);
  for (let at = 0; at < parts.length; at++) if (parts[at] === Part.background || parts[at] === Part.shadow) open[at] = 1;
  const { labels, list } = labelComponents(open, width, height);
  const filled = new Uint8Array(list.length + 1);
  for (const hole of list) {
    const { x, y } = hole.box;
    const enclosed = x > 0 && y > 0 && x + hole.box.width < width && y + hole.box.height < height;
    if (enclosed && hole.area <= largestFilledHole * width * height) filled[hole.label] = 1;
  }
  for (let at = 0; at < parts.length; at++) if (filled[labels[at]!] !== 0) parts[at] = Part.product;
}

/**
 * Cuts the product out of a white background by its pixels. `textBoxes` are in pixels of the working copy: text
 * that stands free, badges, dust and cast shadows are left out. An empty product means the cut failed.
 */
export function cutFromWhite(survey: Survey, textBoxes: readonly Box[]): Cut {
  const { width, height, ground } = survey;
  const shadows = shadowRegions(survey);
  const solid = new Uint8Array(width * height);
  for (let at = 0; at < solid.length; at++) if (ground[at] !== Ground.background && shadows[at] === 0) solid[at] = 1;
  const banners = findBanners(survey, textBoxes);
  for (const { x, y, ...banner } of banners) {
    for (let row = y; row < y + banner.height; row++) solid.fill(0, row * width + x, row * width + x + banner.width);
  }
  const { labels, list } = labelComponents(solid, width, height);
  const frame = width * height;
  const lettering = new Set(list.filter((c) => shareInBoxes(c, labels, width, textBoxes) >= letteringShare));
  const bodies = list.filter((c) => !lettering.has(c) && c.area >= dustShare * frame);
  const products = bodies.filter((c) => !isPlate(c, survey, textBoxes));
  // A plate that is all there is must be the product.
  const plates = new Set(products.length > 0 ? bodies.filter((c) => !products.includes(c)) : []);
  const largest = bodies.reduce<Component | null>((best, c) => (plates.has(c) || (best && best.area >= c.area) ? best : c), null);
  const partOf = new Uint8Array(list.length + 1);
  for (const component of list) {
    const isProduct =
      largest !== null && !lettering.has(component) && !plates.has(component) && component.area >= largest.area * strayShare && !isBadge(component, largest, textBoxes);
    partOf[component.label] = isProduct ? Part.product : Part.overlay;
  }
  const parts = new Uint8Array(frame);
  for (let at = 0; at < frame; at++) {
    const label = labels[at]!;
    parts[at] = label > 0 ? partOf[label]! : shadows[at] !== 0 ? Part.shadow : Part.background;
  }
  const missing = fillPaleBody(survey, parts);
  fillSmallHoles(parts, width, height);
  for (const { x, y, ...banner } of banners) {
    for (let row = y; row < y + banner.height; row++) parts.fill(Part.overlay, row * width + x, row * width + x + banner.width);
  }
  return { width, height, parts, source: 'white-background', confidence: Math.min(missing ? doubtful : 1, confidenceOf(parts, survey)) };
}

/** A cut is doubtful where its product fills less than this of its own box (a broken cut, or a wiry product) … */
const leastSolidity = 0.12;
const doubtful = 0.4;
const sure = 0.95;
/** … or lies along this much of the frame, or three edges of it: it may be a scene with a bright wall. */
const longestContact = 0.22;

function confidenceOf(parts: Uint8Array, { width, height }: Survey): number {
  let count = 0, contact = 0;
  let left = width, right = 0, top = height, bottom = 0;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (parts[at] !== Part.product) continue;
      count += 1;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) contact += 1;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  if (count < leastShare * parts.length) return 0;
  const solidity = count / ((right - left + 1) * (bottom - top + 1));
  const edges = [left === 0, right === width - 1, top === 0, bottom === height - 1].filter(Boolean).length;
  const isDoubtful = solidity < leastSolidity || edges >= 3 || contact > longestContact * 2 * (width + height);
  return isDoubtful ? doubtful : sure;
}

/** The product alone, 255 inside and 0 outside. */
export function productOf({ width, height, parts }: Cut): Mask {
  const data = new Uint8Array(parts.length);
  for (let at = 0; at < parts.length; at++) if (parts[at] === Part.product) data[at] = 255;
  return { width, height, data };
}
