import type { RequirementOf } from '../channels/pack.ts';
import type { Box } from '../../kernel/geometry.ts';
import type { DuplicateOf, Measures, PhotoFile, Quantity, RuleId } from '../types.ts';

/** All that a rule may look at. */
export interface Evidence {
  readonly photo: PhotoFile;
  readonly measures: Measures;
  readonly duplicates: readonly DuplicateOf[];
  /** colours that the product or variant is declared to have, as its source writes them */
  readonly declaredColours: readonly string[];
}

/** A requirement that is not met; severity and source are those of the requirement. */
export interface Breach {
  readonly measured: Quantity;
  readonly required: Quantity;
  /** pixels of the original */
  readonly boxes: readonly Box[];
  /** 0–1 */
  readonly confidence: number;
}

/** Null where the requirement is met, or where what it needs could not be measured. */
export type Rule<R extends RuleId> = (evidence: Evidence, requirement: RequirementOf<R>) => Breach | null;
