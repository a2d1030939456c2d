import { z } from 'zod';
import type { RuleId } from '../types.ts';
import { fieldUnits, Requirement } from './pack.ts';

/** One thing that a requirement may set, as read off its schema: all that an editor needs to show and bound it. */
export const RuleField = z.object({
  name: z.string(),
  /** `pairs`: two whole numbers each, as 750:352; `other`: of a shape that only JSON tells */
  kind: z.enum(['number', 'flag', 'choice', 'choices', 'pairs', 'other']),
  /** of a number; null where it has none */
  unit: z.enum(fieldUnits).nullable(),
  whole: z.boolean(),
  /** bounds of a number, or null; `above`: `min` itself is not allowed */
  min: z.number().nullable(),
  max: z.number().nullable(),
  above: z.boolean(),
  /** what stands for nothing: null, or leaving it out; 'never' where it must be there */
  empty: z.enum(['never', 'null', 'absent']),
  options: z.array(z.string()),
});
export type RuleField = z.infer<typeof RuleField>;

/** As much of a JSON Schema as requirements use. */
interface Node {
  readonly type?: string;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly items?: Node | boolean;
  readonly prefixItems?: readonly Node[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly unit?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
}

/** Fields that every requirement has; the editor knows them. */
const shared = new Set(['rule', 'severity', 'off', 'slot', 'source']);

function kindOf(node: Node): RuleField['kind'] {
  const items = typeof node.items === 'object' ? node.items : undefined;
  if (node.type === 'number' || node.type === 'integer') return 'number';
  if (node.type === 'boolean') return 'flag';
  if (node.type === 'string' && node.enum !== undefined) return 'choice';
  if (node.type === 'array' && items?.enum !== undefined) return 'choices';
  if (node.type === 'array' && items?.prefixItems?.length === 2 && items.prefixItems.every(({ type }) => type === 'integer')) return 'pairs';
  return 'other';
}

/** The largest whole number that JSON carries safely is zod's way to say that there is no bound. */
const boundOf = (maximum: number | undefined): number | null => (maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? null : maximum);

function fieldOf(name: string, node: Node, required: boolean): RuleField {
  const inner = node.anyOf?.find(({ type }) => type !== 'null') ?? node;
  const nullable = node.anyOf?.some(({ type }) => type === 'null') === true;
  const options = inner.enum ?? (typeof inner.items === 'object' ? inner.items.enum : undefined) ?? [];
  return {
    name,
    kind: kindOf(inner),
    unit: fieldUnits.find((unit) => unit === inner.unit) ?? null,
    whole: inner.type === 'integer',
    min: inner.exclusiveMinimum ?? inner.minimum ?? null,
    max: boundOf(inner.maximum),
    above: inner.exclusiveMinimum !== undefined,
    empty: nullable ? 'null' : required ? 'never' : 'absent',
    options: options.map(String),
  };
}

function readFields(schema: Node): RuleField[] {
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !shared.has(name))
    .map(([name, node]) => fieldOf(name, node, schema.required?.includes(name) === true));
}

const byRule: ReadonlyMap<RuleId, readonly RuleField[]> = new Map(
  Requirement.options.map((option) => [option.shape.rule.value, readFields(z.toJSONSchema(option) as Node)]),
);

/** What a requirement of a rule may set, in the order of its schema. */
export const fieldsOf = (rule: RuleId): readonly RuleField[] => byRule.get(rule) ?? [];
