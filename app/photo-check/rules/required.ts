import { fieldsOf, type RuleField } from '../channels/fields.ts';
import type { Requirement } from '../channels/pack.ts';
import type { Quantity, RuleId } from '../types.ts';

type Unit = Quantity['unit'];

/** Rules that want none of something say of what; the others count. */
const forbidden: Readonly<Partial<Record<RuleId, Unit>>> = { 'text-overlay': 'text', watermark: 'text', cropped: 'edges', 'extension-mismatch': 'format', orientation: 'turn' };
/** Rules whose scores count something of their own. */
const ownUnits: Readonly<Partial<Record<RuleId, Unit>>> = { noise: 'levels', 'jpeg-artefacts': 'levels', 'colour-cast': 'tint' };
/** Rules that want one thing, whatever the pack says. */
const wanted: Readonly<Partial<Record<RuleId, Quantity>>> = {
  'colour-space': { value: 'sRGB', unit: 'colours', bound: 'one-of' },
  collage: { value: 1, unit: 'count', bound: 'max' },
  'several-products': { value: 1, unit: 'count', bound: 'max' },
};
/** The worst grade that is let pass; the best is none at all. */
const gradeOf = (most: string): Quantity => ({ value: most, unit: 'grade', bound: most === 'none' ? 'none' : 'max' });
/** Lists of what is allowed, by the kind of their field. */
const allowed: Readonly<Partial<Record<RuleField['kind'], Unit>>> = { choices: 'format', pairs: 'ratio' };
const directions = [['min', /^min(?!Confidence$)/], ['max', /^max/]] as const;

/** Numbers as findings tell them: an area in megapixels. */
function bounded(value: number, rule: RuleId, field: RuleField, bound: 'min' | 'max'): Quantity {
  if (field.unit === 'area') return { value: `${value / 1_000_000} MP`, unit: 'size', bound };
  return { value, unit: ownUnits[rule] ?? field.unit ?? 'count', bound };
}

function quantityOf(rule: RuleId, field: RuleField, value: unknown): Quantity | null {
  const direction = directions.find(([, name]) => name.test(field.name))?.[0];
  if (typeof value === 'number') return direction === undefined ? null : bounded(value, rule, field, direction);
  if (rule === 'clutter' && typeof value === 'string') return gradeOf(value);
  const unit = allowed[field.kind];
  if (unit === undefined || !Array.isArray(value)) return null;
  return { value: value.map((one) => (Array.isArray(one) ? one.join(':') : String(one))), unit, bound: 'one-of' };
}

/**
 * What a requirement asks, as its findings say it: each of its thresholds, or that there be none of something. How
 * sure a model must be and how exact a measurement is are no thresholds.
 */
export function requiredBy(requirement: Requirement): readonly Quantity[] {
  const asked = fieldsOf(requirement.rule).flatMap((field) => quantityOf(requirement.rule, field, requirement[field.name]) ?? []);
  if (asked.length > 0) return asked;
  const one = wanted[requirement.rule];
  if (one !== undefined) return [one];
  const unit = forbidden[requirement.rule];
  return [unit === undefined ? { value: 0, unit: 'count', bound: 'none' } : { value: [], unit, bound: 'none' }];
}
