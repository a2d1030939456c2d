import type { RuleId } from '../types.ts';
import { fieldsOf, type RuleField } from './fields.ts';
import { allPacks } from './index.ts';
import { Requirement, type Source } from './pack.ts';

/** A value within the bounds of a field, for rules that no pack of the console asks for. */
function withinBounds({ kind, options, min, max, whole }: RuleField): unknown {
  switch (kind) {
    case 'flag': return false;
    case 'choice': return options[0];
    case 'choices': return options;
    case 'pairs': return [[1, 1]];
    case 'number': {
      const middle = ((min ?? 0) + (max ?? (min ?? 0) + 2)) / 2;
      return whole ? Math.ceil(middle) : middle;
    }
    case 'other': return null;
  }
}

/** A requirement of a rule to begin with: as the first pack of the console asks it, with the given source. */
export function starterOf(rule: RuleId, source: Source): Requirement {
  const known = allPacks.flatMap(({ requirements }) => requirements).find((requirement) => requirement.rule === rule);
  if (known !== undefined) return { ...known, severity: 'warn', source };
  const thresholds = Object.fromEntries(fieldsOf(rule).map((field) => [field.name, withinBounds(field)]));
  return Requirement.parse({ rule, severity: 'warn', ...thresholds, source });
}
