import type { Quantity } from '../types.ts';
import type { Words } from './words.ts';

/** Width over height as people say it: 4:3 where it is that within half a percent, else 1.37:1. */
export function ratioText(ratio: number, words: Words): string {
  for (let height = 1; height <= 16; height++) {
    const width = Math.round(ratio * height);
    if (width > 0 && width <= 32 && Math.abs(width / height / ratio - 1) < 0.005) return `${width}:${height}`;
  }
  return `${words.format.number(ratio, 2)}:1`;
}

type Value = Quantity['value'];

/** '1600 × 1200' or '64 MP', as the rules write them, in the words of the language. */
function sizeText(value: Value, words: Words): string {
  const { say, format } = words;
  if (typeof value === 'number') return say('quantity.pixels', { value: format.number(value, 0) });
  const megapixels = typeof value === 'string' ? /^([\d.]+) MP$/.exec(value)?.[1] : undefined;
  if (megapixels) return say('quantity.megapixels', { value: format.number(Number(megapixels)) });
  const sides = (typeof value === 'string' ? value.split(/\s*[x×*]\s*/) : value).map(Number);
  const [width, height] = sides;
  if (width === undefined || height === undefined || sides.some((side) => Number.isNaN(side))) return String(value);
  return say('quantity.size', { width: format.number(width, 0), height: format.number(height, 0) });
}

/** 'jpeg' → JPEG; 'animated' and '16-bit' are said in words; no extension at all is "nothing". */
function formatText(name: string, { say }: Words): string {
  if (name === '') return say('quantity.nothing');
  if (name === 'animated') return say('quantity.animated');
  const bits = /^(\d+)-bit$/.exec(name)?.[1];
  return bits ? say('quantity.bits', { bits }) : name.toUpperCase();
}

/** A colour space by its own name; '16-bit' is said in words. */
function colourText(name: string, { say }: Words): string {
  const bits = /^(\d+)-bit$/.exec(name)?.[1];
  return bits ? say('quantity.bits', { bits }) : name;
}

/** 'yellow', '9.2' → yellow, chroma 9.2; the bare number where it is what is allowed. */
export function tintText(value: Value, { say, format }: Words): string {
  const [hue, chroma] = Array.isArray(value) ? value : [null, value];
  const strength = say('quantity.tint.strength', { value: format.number(Number(chroma), 1) });
  return hue ? say('quantity.tint.of', { hue: say(`quantity.tint.${hue}`), strength }) : strength;
}

/** Writing in quotes; '' is writing that nobody could read. */
export const textOrUnread = (text: string, { say }: Words): string => (text === '' ? say('quantity.unread') : say('quantity.quote', { text }));

/** What is written many times, or read once whole and elsewhere in part (a stamp all over a picture), is said once, whole. */
export function saidOnce(texts: readonly string[]): readonly string[] {
  const bare = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]/gu, '').toLowerCase();
  const longestFirst = [...new Set(texts)].toSorted((a, b) => bare(b).length - bare(a).length);
  const said = new Set<string>();
  for (const text of longestFirst) if (![...said].some((other) => bare(text) === '' ? other === text : bare(other).includes(bare(text)))) said.add(text);
  return texts.filter((text, index) => said.has(text) && texts.indexOf(text) === index);
}

const each = (value: Value, one: (item: string) => string): string[] => (Array.isArray(value) ? value : [String(value)]).map(one);

/** The bare value in words, without its bound; `digits` of a share or score. */
function valueText({ value, unit, bound }: Quantity, words: Words, digits: number): string {
  const join = (texts: readonly string[]): string => (bound === 'one-of' ? words.either(texts) : words.format.list(texts));
  const numeric = typeof value === 'number' ? value : Number(value);
  switch (unit) {
    case 'size':
      return sizeText(value, words);
    case 'format':
      return join(each(value, (name) => formatText(name, words)));
    case 'edges':
      return join(each(value, (edge) => words.say(`quantity.edge.${edge}`)));
    case 'colours':
      return join(each(value, (name) => colourText(name, words)));
    case 'named-colours':
      // what was measured is named by us, what is declared by the shop
      return join(each(value, (name) => (bound === undefined ? words.say(`colours:${name}`) : words.say('quantity.quote', { text: name }))));
    case 'turn':
      return join(each(value, (turn) => words.say(`quantity.turn.${turn}`)));
    case 'tint':
      return tintText(value, words);
    case 'text':
      return join(saidOnce(Array.isArray(value) ? value : [String(value)]).map((text) => textOrUnread(text, words)));
    case 'grade':
    case 'placeholder':
      return join(each(value, (name) => words.say(`quantity.${unit}.${name}`)));
    case 'ratio':
      return join(each(value, (ratio) => (Number.isNaN(Number(ratio)) ? ratio : ratioText(Number(ratio), words))));
    default:
      break;
  }
  if (Array.isArray(value) || Number.isNaN(numeric)) return join(each(value, String));
  if (unit === 'share' || unit === 'similarity') return words.format.percent(numeric, digits);
  if (unit === 'pixels') return words.say('quantity.pixels', { value: words.format.number(numeric, 0) });
  if (unit === 'levels') return words.say('quantity.levels', { value: words.format.number(numeric, digits + 1) });
  if (unit === 'bytes') return words.format.bytes(numeric);
  return words.format.number(numeric, unit === 'count' ? 0 : digits + 1);
}

/** A measured or required value in words: "85%", "at least 1,000 px", "JPEG, PNG or GIF". */
export function quantityText(quantity: Quantity, words: Words, digits = 1): string {
  if (quantity.bound === 'none') return words.say('quantity.none');
  const value = valueText(quantity, words, digits);
  return quantity.bound ? words.say(`quantity.${quantity.bound}`, { value }) : value;
}

/**
 * A measured value beside the required one. Rounding must not make them look equal ("85%; at least 85%"),
 * so digits are added until they differ.
 */
export function comparedTexts(measured: Quantity, required: Quantity, words: Words): { measured: string; required: string } {
  for (let digits = 0; digits < 4; digits++) {
    const left = valueText({ ...measured, bound: undefined } as Quantity, words, digits);
    const right = valueText({ ...required, bound: undefined } as Quantity, words, digits);
    if (left !== right || digits === 3) return { measured: left, required: quantityText(required, words, digits) };
  }
  return { measured: quantityText(measured, words), required: quantityText(required, words) };
}
