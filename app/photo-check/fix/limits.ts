import type { ChannelPack, Requirement, RequirementOf } from '../channels/pack.ts';
import type { RuleId } from '../types.ts';

export interface SideLimit {
  readonly side: 'longer' | 'shorter';
  /** pixels */
  readonly min: number;
}

/** What a pack asks of a picture's shape and file, warnings and refusals together: a fixed copy is to satisfy both. */
export interface Limits {
  /** true where the background is asked to be white */
  readonly white: boolean;
  /** shares; null where nothing is asked */
  readonly leastFill: number | null;
  readonly mostFill: number | null;
  /** widest first */
  readonly ratios: readonly (readonly [number, number])[];
  /** largest first */
  readonly sides: readonly SideLimit[];
  readonly maxSide: number | null;
  readonly maxPixels: number | null;
  readonly maxBytes: number | null;
}

const least = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** The strictest of what the pack's requirements say. */
export function limitsOf({ requirements }: ChannelPack): Limits {
  const of = <R extends RuleId>(rule: R): RequirementOf<R>[] =>
    requirements.filter((requirement: Requirement): requirement is RequirementOf<R> => requirement.rule === rule);
  const fills = of('fill-too-small').map(({ min }) => min);
  return {
    white: of('background-not-white').length > 0,
    leastFill: fills.length === 0 ? null : Math.max(...fills),
    mostFill: least(of('fill-too-large').map(({ max }) => max)),
    ratios: of('wrong-aspect').flatMap(({ ratios }) => ratios).toSorted((a, b) => b[0] / b[1] - a[0] / a[1]),
    sides: of('too-small').map(({ side, min }) => ({ side, min })).toSorted((a, b) => b.min - a.min),
    maxSide: least(of('too-large').map(({ maxSide }) => maxSide)),
    maxPixels: least(of('too-large').map(({ maxPixels }) => maxPixels)),
    maxBytes: least(of('file-too-big').map(({ maxBytes }) => maxBytes)),
  };
}

/** The side of a size that a limit is on, in pixels. */
export const sideOf = (limit: SideLimit, width: number, height: number): number =>
  limit.side === 'longer' ? Math.max(width, height) : Math.min(width, height);
