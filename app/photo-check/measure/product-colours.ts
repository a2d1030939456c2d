import { erode } from '../../kernel/morphology.ts';
import { deltaE2000, hueOf, labOf, type Lab } from '../../kernel/lab.ts';
import type { Picture } from '../../kernel/picture.ts';
import { Part, type Cut } from './cut.ts';

export interface MeasuredColour {
  readonly lab: [number, number, number];
  /** 0–1, of the product */
  readonly share: number;
}

/** The product's soft edge mixes with what lies behind it. */
const edge = 2;
const mostSamples = 12_000;
const clusters = 8;
const rounds = 8;
/** Clusters this near are one colour; of one hue, they are one colour in light and shade. */
const oneColour = 9;
const oneHue = 14;
const leastChroma = 12;
const leastShare = 0.03;
const mostColours = 6;

/** Pixels of the product's inside, evenly picked; all of the product where it is too thin to have one. */
function pick({ width, height, parts }: Cut): number[] {
  const product = parts.map((part) => (part === Part.product ? 1 : 0));
  const inside = erode(product, width, height, edge);
  const count = (cells: Uint8Array): number => cells.reduce((sum, cell) => sum + cell, 0);
  const [all, kept] = [count(product), count(inside)];
  const from = kept >= all * 0.2 ? inside : product;
  const step = Math.max(1, Math.floor((from === inside ? kept : all) / mostSamples));
  const picked: number[] = [];
  let nth = 0;
  for (let at = 0; at < from.length; at++) if (from[at] === 1 && nth++ % step === 0) picked.push(at);
  return picked;
}

/** Burnt-out lights and black shadows say nothing of a colour, unless most of the product is so: then it is white, or black. */
function withoutLightAndShade(labs: readonly Lab[]): readonly Lab[] {
  const kept = labs.filter(([L, a, b]) => !(L > 97 && Math.hypot(a, b) < 4) && L > 6);
  return kept.length >= labs.length * 0.4 ? kept : labs;
}

const squared = (a: Lab, b: Lab): number => (a[0] - b[0]) ** 2 * 0.5 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

interface Cluster {
  readonly lab: Lab;
  readonly count: number;
}

function nearest(centres: readonly Lab[], lab: Lab): number {
  let best = 0, least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < centres.length; i++) {
    const distance = squared(centres[i]!, lab);
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

/** k-means (S. Lloyd, 1982) from centres as far apart as can be (T. F. Gonzalez, 1985): the same ones every time. */
function cluster(labs: readonly Lab[]): Cluster[] {
  const centres: Lab[] = [labs[labs.length >> 1]!];
  const away = labs.map((lab) => squared(lab, centres[0]!));
  while (centres.length < Math.min(clusters, labs.length)) {
    let far = 0;
    for (let i = 1; i < labs.length; i++) if (away[i]! > away[far]!) far = i;
    const next = labs[far]!;
    centres.push(next);
    for (let i = 0; i < labs.length; i++) away[i] = Math.min(away[i]!, squared(labs[i]!, next));
  }
  let counts: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sums = centres.map(() => [0, 0, 0]);
    counts = centres.map(() => 0);
    for (const lab of labs) {
      const i = nearest(centres, lab);
      const sum = sums[i]!;
      for (let c = 0; c < 3; c++) sum[c] = sum[c]! + lab[c]!;
      counts[i] = counts[i]! + 1;
    }
    sums.forEach(([L = 0, a = 0, b = 0], i) => {
      const n = counts[i]!;
      if (n > 0) centres[i] = [L / n, a / n, b / n];
    });
  }
  return centres.map((lab, i) => ({ lab, count: counts[i]! })).filter(({ count }) => count > 0);
}

/** Whether two clusters are one colour, as an eye sees it on a thing with light and shade. */
function belong({ lab: x }: Cluster, { lab: y }: Cluster): boolean {
  if (deltaE2000(x, y) <= oneColour) return true;
  const [cx, cy] = [Math.hypot(x[1], x[2]), Math.hypot(y[1], y[2])];
  if (cx < leastChroma || cy < leastChroma) return false;
  const turn = Math.abs(((hueOf(x[1], x[2]) - hueOf(y[1], y[2]) + 540) % 360) - 180);
  // shade takes chroma in proportion to light
  return turn <= oneHue && Math.abs(cx / Math.max(10, x[0]) - cy / Math.max(10, y[0])) < 0.45;
}

/** The lighter half of a colour's shades is what a person calls its colour. */
function shown(parts: readonly Cluster[]): Lab {
  const byLight = parts.toSorted((a, b) => b.lab[0] - a.lab[0]);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const lab = [0, 0, 0];
  let taken = 0;
  for (const part of byLight) {
    if (taken >= total / 2) break;
    for (let c = 0; c < 3; c++) lab[c] = lab[c]! + part.lab[c]! * part.count;
    taken += part.count;
  }
  return [lab[0]! / taken, lab[1]! / taken, lab[2]! / taken];
}

/**
 * The colours a product is made of, the largest share first: CIE L*a*b* and share of the product, 0–1. Null where no
 * product was told from its background.
 */
export function measureProductColours({ data }: Picture, cut: Cut): MeasuredColour[] | null {
  const picked = pick(cut);
  if (picked.length === 0) return null;
  const labs = withoutLightAndShade(picked.map((at) => labOf(data[at * 3]!, data[at * 3 + 1]!, data[at * 3 + 2]!)));
  const groups: Cluster[][] = [];
  for (const one of cluster(labs).toSorted((a, b) => b.count - a.count)) {
    const group = groups.find((parts) => belong(parts[0]!, one));
    if (group) group.push(one);
    else groups.push([one]);
  }
  const round = (value: number): number => Math.round(value * 10) / 10;
  return groups
    .map((parts) => {
      const [L, a, b] = shown(parts);
      return { lab: [round(L), round(a), round(b)] as [number, number, number], share: parts.reduce((sum, { count }) => sum + count, 0) / labs.length };
    })
    .filter(({ share }) => share >= leastShare)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, mostColours);
}
