import type { RuleForm } from '../../../../app/contract/packs.ts';

export type RuleField = RuleForm['fields'][number];
type Unit = NonNullable<RuleField['unit']>;

/** How a person writes a number that the pack holds: a share in per cent, bytes in megabytes of a million. */
const scales: Readonly<Record<Unit, { readonly factor: number; readonly step: number }>> = {
  share: { factor: 100, step: 1 },
  pixels: { factor: 1, step: 50 },
  area: { factor: 1 / 1_000_000, step: 1 },
  bytes: { factor: 1 / 1_000_000, step: 0.5 },
  score: { factor: 1, step: 0.1 },
};
const plain = { factor: 1, step: 1 };

export const scaleOf = (field: Pick<RuleField, 'unit'> | undefined): { readonly factor: number; readonly step: number } =>
  field?.unit ? scales[field.unit] : plain;

/** Without the dust that multiplying by 100 leaves behind. */
const clean = (value: number): number => Number(value.toPrecision(12));

export const toShown = (value: number, field: Pick<RuleField, 'unit'> | undefined): number => clean(value * scaleOf(field).factor);
/** Whole numbers stay whole: 1.2 MP are 1,200,000 pixels. */
export const fromShown = (shown: number, field: Pick<RuleField, 'unit' | 'whole'>): number => {
  const value = clean(shown / scaleOf(field).factor);
  return field.whole ? Math.round(value) : value;
};

/** 1:1, 750:352 → [[1, 1], [750, 352]]; null where that is not what it says. */
export function readPairs(text: string): [number, number][] | null {
  const parts = text.split(/[,，;；]/).map((part) => part.trim()).filter((part) => part !== '');
  const pairs = parts.map((part) => /^(\d+)\s*[:：×x]\s*(\d+)$/.exec(part));
  if (pairs.length === 0 || pairs.includes(null)) return null;
  return pairs.map((match): [number, number] => [Number(match?.[1]), Number(match?.[2])]);
}

/** [[1, 1], [750, 352]] → 1:1, 750:352; a text stays as it was typed. */
export function pairsText(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map((pair) => (Array.isArray(pair) ? pair.join(':') : String(pair))).join(', ') : '';
}
