import type { Box } from '../../kernel/geometry.ts';
import type { Writing } from './writing.ts';

/** Lines of one pattern have slopes and sizes this near to one another: radians, and a logarithm. */
const sameSlope = (6 * Math.PI) / 180;
const sameSize = 0.45;
/** The same words this often, apart from each other, are a pattern. */
const leastLines = 3;
const leastLikeness = 0.6;
/** So many lines of one slope and size, read or not, all over the frame, are one too. */
const leastAlike = 7;
const leastSpread = 0.5;

const squeezed = (text: string): string => text.replaceAll(/[^\p{L}\p{N}©]/gu, '').toLowerCase();

/** Share of the pairs of neighbouring characters that two texts have in common (L. R. Dice, Ecology 26, 1945), 0–1. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  const [left, right] = [pairs(a), pairs(b)];
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
}

/** Whether a line says the same thing again and again, as a row of a pattern does that was read in one. */
export function repeatsItself(text: string): boolean {
  const said = Array.from(squeezed(text));
  for (let period = 2; period * 2.2 <= said.length; period++) {
    let same = 0;
    for (let i = period; i < said.length; i++) if (said[i] === said[i - period]) same += 1;
    if (same >= 0.72 * (said.length - period)) return new Set(said.slice(0, period)).size > 1;
  }
  return false;
}

const areAligned = (a: Writing, b: Writing): boolean => Math.abs(a.angle - b.angle) <= sameSlope && Math.abs(Math.log(a.size / b.size)) <= sameSize;

function saysTheSame(a: Writing, b: Writing): boolean {
  const [one, other] = [squeezed(a.text), squeezed(b.text)];
  if (one.length < 2 || other.length < 2) return false;
  return likeness(one, other) >= leastLikeness || one.includes(other) || other.includes(one);
}

/** The smallest box round some boxes. */
export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

function groupsOf(lines: readonly Writing[], belong: (a: Writing, b: Writing) => boolean): Writing[][] {
  const groups: Writing[][] = [];
  for (const line of lines) {
    const group = groups.find(([first]) => first !== undefined && areAligned(first, line) && belong(first, line));
    if (group) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Lines that make a pattern over a frame of width × height pixels: the same words at least three times, or many alike all over it. */
export function findPatterns(lines: readonly Writing[], width: number, height: number): readonly (readonly Writing[])[] {
  const worded = groupsOf(lines.filter(({ text }) => text !== ''), saysTheSame).filter(({ length }) => length >= leastLines);
  const taken = new Set(worded.flat());
  const spread = (group: readonly Writing[]): boolean => {
    const box = boxAround(group.map((line) => line.box));
    return box.width >= leastSpread * width && box.height >= leastSpread * height;
  };
  const alike = groupsOf(lines.filter((line) => !taken.has(line)), () => true).filter((group) => group.length >= leastAlike && spread(group));
  return [...worded, ...alike].sort((a, b) => b.length - a.length);
}
