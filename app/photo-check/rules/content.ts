import type { DuplicateOf } from '../types.ts';
import type { Breach, Rule } from './rule.ts';

export const person: Rule<'person'> = ({ measures }, { minConfidence }) => {
  const people = measures.people.filter(({ confidence }) => confidence >= minConfidence);
  if (people.length === 0) return null;
  return {
    measured: { value: people.length, unit: 'count' },
    required: { value: 0, unit: 'count', bound: 'none' },
    boxes: people.map(({ box }) => box),
    confidence: Math.max(...people.map(({ confidence }) => confidence)),
  };
};

function sameAs(duplicates: readonly DuplicateOf[], kind: DuplicateOf['kind']): Breach | null {
  const found = duplicates.filter((duplicate) => duplicate.kind === kind);
  if (found.length === 0) return null;
  return {
    measured: { value: Math.max(...found.map(({ similarity }) => similarity)), unit: 'similarity' },
    required: { value: 0, unit: 'count', bound: 'none' },
    boxes: [],
    confidence: kind === 'exact' ? 1 : 0.8,
  };
}

export const duplicate: Rule<'duplicate'> = ({ duplicates }) => sameAs(duplicates, 'exact');
export const nearDuplicate: Rule<'near-duplicate'> = ({ duplicates }) => sameAs(duplicates, 'near');
