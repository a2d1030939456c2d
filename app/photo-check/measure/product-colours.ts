import { erode } from '../../kernel/morphology.ts';
import { deltaE2000, hueOf, labOf, type Lab } from '../../kernel/lab.ts';
import type { Picture } from '../../kernel/picture.ts';
import { cellsOf, countCells, Part, type Cut } from './cut.ts';

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
/** Colours nearer than this are one in clustering: cells of L, a and b, and how many lie side by side. */
const cellSide = 2;
const cellsASide = 128;
const lightestCell = 50;
/** Clusters this near are one colour; of one hue, they are one colour in light and shade. */
const oneColour = 9;
const oneHue = 14;
const leastChroma = 12;
const leastShare = 0.03;
const mostColours = 6;

/** A colour and how many pixels have it. */
interface Cluster {
  readonly lab: Lab;
  readonly count: number;
}

/** Pixels of the product's inside, evenly picked; all of the product where it is too thin to have one. */
function pick(cut: Cut): Uint32Array {
  const product = cellsOf(cut, Part.product);
  const inside = erode(product, cut.width, cut.height, edge);
  const [all, kept] = [countCells(product, 1), countCells(inside, 1)];
  const [from, count] = kept >= all * 0.2 ? [inside, kept] : [product, all];
  const step = Math.max(1, Math.floor(count / mostSamples));
  const picked = new Uint32Array(Math.ceil(count / step));
  let nth = 0;
  for (let at = 0; at < from.length; at++) {
    if (from[at] === 0) continue;
    if (nth % step === 0) picked[nth / step] = at;
    nth += 1;
  }
  return picked;
}

/** L, a and b of some pixels, one after the other. */
function labsOf({ data }: Picture, pixels: Uint32Array): Float32Array {
  const labs = new Float32Array(pixels.length * 3);
  for (let i = 0; i < pixels.length; i++) {
    const at = pixels[i]! * 3;
    const lab = labOf(data[at]!, data[at + 1]!, data[at + 2]!);
    labs[i * 3] = lab[0];
    labs[i * 3 + 1] = lab[1];
    labs[i * 3 + 2] = lab[2];
  }
  return labs;
}

/** Burnt-out lights and black shadows say nothing of a colour, unless most of the product is so: then it is white, or black. */
function withoutLightAndShade(labs: Float32Array): Float32Array {
  const kept = new Float32Array(labs.length);
  let size = 0;
  for (let i = 0; i < labs.length; i += 3) {
    const L = labs[i]!;
    if (L <= 6 || (L > 97 && Math.hypot(labs[i + 1]!, labs[i + 2]!) < 4)) continue;
    kept[size] = L;
    kept[size + 1] = labs[i + 1]!;
    kept[size + 2] = labs[i + 2]!;
    size += 3;
  }
  return size >= labs.length * 0.4 ? kept.subarray(0, size) : labs;
}

/** Square of the distance between a colour of one list and a colour of another, by their places. */
function squared(one: Float32Array, i: number, other: Float32Array, j: number): number {
  const L = one[i]! - other[j]!;
  const a = one[i + 1]! - other[j + 1]!;
  const b = one[i + 2]! - other[j + 2]!;
  return L * L * 0.5 + a * a + b * b;
}

/** Colours as far apart as can be (T. F. Gonzalez, 1985): the same ones every time. */
function farApart(labs: Float32Array): Float32Array {
  const centres = new Float32Array(3 * Math.min(clusters, labs.length / 3));
  const away = new Float32Array(labs.length / 3).fill(Infinity);
  for (let n = 0, far = (labs.length / 3) >> 1; n < centres.length; n += 3) {
    centres.set(labs.subarray(far * 3, far * 3 + 3), n);
    far = 0;
    for (let i = 0; i < away.length; i++) {
      const distance = squared(labs, i * 3, centres, n);
      if (distance < away[i]!) away[i] = distance;
      if (away[i]! > away[far]!) far = i;
    }
  }
  return centres;
}

const cellOf = (value: number): number => Math.floor(value / cellSide);

/** Many colours as few: the mean of those in each cell of L, a and b, and how many they are. */
function thinned(labs: Float32Array): { readonly labs: Float32Array; readonly counts: Uint32Array } {
  const places = new Uint16Array((lightestCell + 1) * cellsASide ** 2);
  const means = new Float32Array(labs.length);
  const counts = new Uint32Array(labs.length / 3);
  let used = 0;
  for (let i = 0; i < labs.length; i += 3) {
    const cell = (cellOf(labs[i]!) * cellsASide + cellOf(labs[i + 1]! + 128)) * cellsASide + cellOf(labs[i + 2]! + 128);
    if (places[cell] === 0) places[cell] = ++used;
    const to = (places[cell]! - 1) * 3;
    for (let c = 0; c < 3; c++) means[to + c] = means[to + c]! + labs[i + c]!;
    counts[to / 3] = counts[to / 3]! + 1;
  }
  for (let i = 0; i < used * 3; i++) means[i] = means[i]! / counts[Math.floor(i / 3)]!;
  return { labs: means.subarray(0, used * 3), counts: counts.subarray(0, used) };
}

/** k-means (S. Lloyd, 1982) from centres as far apart as can be. */
function cluster(all: Float32Array): Cluster[] {
  const centres = farApart(all);
  const { labs, counts } = thinned(all);
  const sums = new Float64Array(centres.length);
  const sizes = new Float64Array(centres.length / 3);
  for (let round = 0; round < rounds; round++) {
    sums.fill(0);
    sizes.fill(0);
    for (let i = 0; i < counts.length; i++) {
      let best = 0;
      for (let n = 3, least = squared(labs, i * 3, centres, 0); n < centres.length; n += 3) {
        const distance = squared(labs, i * 3, centres, n);
        if (distance >= least) continue;
        best = n;
        least = distance;
      }
      for (let c = 0; c < 3; c++) sums[best + c] = sums[best + c]! + labs[i * 3 + c]! * counts[i]!;
      sizes[best / 3] = sizes[best / 3]! + counts[i]!;
    }
    for (let n = 0; n < centres.length; n++) {
      const size = sizes[Math.floor(n / 3)]!;
      if (size > 0) centres[n] = sums[n]! / size;
    }
  }
  const found = Array.from(sizes, (count, i): Cluster => ({ lab: [centres[i * 3]!, centres[i * 3 + 1]!, centres[i * 3 + 2]!], count }));
  return found.filter(({ count }) => count > 0);
}

const countOf = (parts: readonly Cluster[]): number => parts.reduce((sum, { count }) => sum + count, 0);

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
  const total = countOf(parts);
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
export function measureProductColours(picture: Picture, cut: Cut): MeasuredColour[] | null {
  const picked = pick(cut);
  if (picked.length === 0) return null;
  const labs = withoutLightAndShade(labsOf(picture, picked));
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
      return { lab: [round(L), round(a), round(b)] as [number, number, number], share: (3 * countOf(parts)) / labs.length };
    })
    .filter(({ share }) => share >= leastShare)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, mostColours);
}
