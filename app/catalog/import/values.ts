import type { Price } from '../types.ts';

/** A cell without the spaces of all widths and the invisible signs that copying brings along. */
export const clean = (text: string): string => text.replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();

const han = /\p{Script=Han}/u;
export const isChinese = (text: string): boolean => han.test(text);

const currencies: readonly (readonly [RegExp, string])[] = [
  [/元|rmb|cny|人民币/i, 'CNY'], [/€|eur/i, 'EUR'], [/£|gbp/i, 'GBP'], [/us\$|usd/i, 'USD'], [/jpy|円/i, 'JPY'], [/hk\$|hkd/i, 'HKD'],
];

/**
 * A price as people and programs write it: '1,299.00', '1.299,00 €', '¥59.9', '59元'. The last of two different signs
 * separates the fraction; a single one does where one or two digits follow it. Null where it is no price.
 */
export function parsePrice(text: string): Price | null {
  const folded = clean(text.normalize('NFKC'));
  const digits = /^[^\d-]*(\d[\d.,' \u00a0]*)[^\d]*$/.exec(folded)?.[1];
  if (digits === undefined) return null;
  const bare = digits.replaceAll(/[' \u00a0]/g, '').replace(/[.,]$/, '');
  const fraction = /[.,](\d{1,2})$/.exec(bare) ?? (/^\d+[.](\d{3,})$/.exec(bare) && /[.](\d+)$/.exec(bare));
  const whole = (fraction ? bare.slice(0, -fraction[0].length) : bare).replaceAll(/[.,]/g, '');
  const minor = Math.round(Number(`${whole}.${fraction?.[1] ?? '0'}`) * 100);
  if (!Number.isSafeInteger(minor)) return null;
  return { minor, currency: currencies.find(([sign]) => sign.test(folded))?.[1] ?? null };
}

const pad = (part: string | undefined): string => (part ?? '').padStart(2, '0');
const dayShapes: readonly (readonly [RegExp, (parts: RegExpExecArray) => string])[] = [
  [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/, ([, year, month, day]) => `${year}-${pad(month)}-${pad(day)}`],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, year, month, day]) => `${year}-${month}-${day}`],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})/, ([, day, month, year]) => `${year}-${pad(month)}-${pad(day)}`],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, ([, month, day, year]) => (Number(month) > 12 ? `${year}-${pad(day)}-${pad(month)}` : `${year}-${pad(month)}-${pad(day)}`)],
];

/** The ISO day that a cell names, of any of the usual shapes; null where it names none. */
export function parseDay(text: string): string | null {
  const folded = clean(text.normalize('NFKC'));
  for (const [shape, write] of dayShapes) {
    const parts = shape.exec(folded);
    if (parts === null) continue;
    const day = write(parts);
    const date = new Date(`${day}T00:00:00Z`);
    return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : day;
  }
  return null;
}

/** Excel's own way of spoiling long numbers: '6.9012E+12'. */
export const isShortenedNumber = (text: string): boolean => /^\d(?:[.,]\d+)?E\+\d{2,}$/i.test(text);

/** The colours that one cell declares, e.g. 'red / white', '红色、白色'. */
export const splitColours = (text: string): string[] =>
  text.split(/[,;/|、，；\n]+/u).map(clean).filter((part) => part !== '');

const isAddress = (text: string): boolean => /^(?:https?:)?\/\/|^data:/i.test(text);
const namesFile = (text: string): boolean => isAddress(text) || /\.[a-z0-9]{2,5}$/i.test(text);

export interface PictureName {
  readonly kind: 'file' | 'url';
  readonly ref: string;
}

/** Taobao's assistant writes 'hash:1:0:|address;': the file lies beside the table as hash.tbi. */
const assistant = /^([\w-]+):\d+:\d+:\|?(.*)$/;

function nameOf(part: string): PictureName {
  const ofAssistant = isAddress(part) ? null : assistant.exec(part);
  if (ofAssistant) return { kind: 'file', ref: `${ofAssistant[1]}.tbi` };
  return { kind: isAddress(part) ? 'url' : 'file', ref: part };
}

/** The pictures that one cell names, in order; a comma only separates where what stands around it are names of files. */
export function splitPictures(text: string): PictureName[] {
  const separators = assistant.test(clean(text)) ? /;/u : /[\n;|；]+/u;
  const whole = text.split(separators).map(clean).filter((part) => part !== '');
  return whole.flatMap((part) => {
    const pieces = part.split(/[,，]/u).map(clean).filter((piece) => piece !== '');
    return pieces.length > 1 && pieces.every(namesFile) ? pieces : [part];
  }).map(nameOf);
}
