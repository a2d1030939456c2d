import type { ChannelPack, Requirement } from '../channels/pack.ts';
import { fillError } from '../rules/shape.ts';
import type { Measures, RuleId } from '../types.ts';

/** A number of a requirement that staff's answers can speak about, and the measure that it bounds. */
export interface Tunable {
  readonly rule: RuleId;
  /** its name in the requirement */
  readonly field: string;
  /** 'min' = a photo whose measure is below it breaks the rule, 'max' = above it */
  readonly bound: 'min' | 'max';
  /** whole numbers and shares are rounded differently */
  readonly step: number;
  /** true where the picture has it or has not, whatever channel asks: words of all channels count */
  readonly everywhere: boolean;
  /** what is measured, as the rule compares it; null where it could not be measured */
  readonly read: (measures: Measures) => number | null;
}

/** The rule is broken at this confidence and above: what a rule reads where nothing was seen is no confidence at all. */
const highest = (found: readonly { readonly confidence: number }[]): number => Math.max(0, ...found.map(({ confidence }) => confidence));

/**
 * Thresholds that are this console's own reading of a picture. Sizes, formats and ratios are not among them: those are
 * measured exactly, and a word against them is one against the channel's own page.
 */
export const tunables: readonly Tunable[] = [
  { rule: 'background-not-white', field: 'minShare', bound: 'min', step: 0.001, everywhere: false, read: (measures) => measures.backgroundWhiteShare },
  { rule: 'fill-too-small', field: 'min', bound: 'min', step: 0.005, everywhere: false, read: ({ fill }) => (fill === null ? null : fill + fillError) },
  { rule: 'fill-too-large', field: 'max', bound: 'max', step: 0.005, everywhere: false, read: ({ fill }) => (fill === null ? null : fill - fillError) },
  { rule: 'text-overlay', field: 'minConfidence', bound: 'max', step: 0.01, everywhere: true, read: (measures) => highest(measures.textOverlays) },
  { rule: 'watermark', field: 'minConfidence', bound: 'max', step: 0.01, everywhere: true, read: (measures) => highest(measures.watermarks) },
  { rule: 'collage', field: 'minConfidence', bound: 'max', step: 0.01, everywhere: true, read: ({ collage }) => collage.confidence },
  { rule: 'faces', field: 'minConfidence', bound: 'max', step: 0.01, everywhere: true, read: (measures) => highest(measures.faces) },
  { rule: 'blurry', field: 'min', bound: 'min', step: 0.01, everywhere: true, read: (measures) => measures.sharpness },
  { rule: 'too-dark', field: 'minPeak', bound: 'min', step: 0.01, everywhere: true, read: (measures) => measures.peakBrightness },
  { rule: 'too-dark', field: 'maxCrushed', bound: 'max', step: 0.01, everywhere: true, read: (measures) => measures.shadowsCrushed },
  { rule: 'too-bright', field: 'maxFloor', bound: 'max', step: 0.01, everywhere: true, read: (measures) => measures.floorBrightness },
  { rule: 'too-bright', field: 'maxClipped', bound: 'max', step: 0.01, everywhere: true, read: (measures) => measures.highlightsClipped },
  { rule: 'person', field: 'minConfidence', bound: 'max', step: 0.01, everywhere: true, read: (measures) => highest(measures.people) },
];

/** What a photo measures for each tunable number of a rule, by the number's name. Kept with every word of staff. */
export function readingsOf(rule: RuleId, measures: Measures): Readonly<Record<string, number>> {
  const read = tunables.filter((tunable) => tunable.rule === rule).map(({ field, read: of }) => [field, of(measures)] as const);
  return Object.fromEntries(read.filter((entry): entry is readonly [string, number] => entry[1] !== null));
}

/**
 * What a pack asks by one rule, as a text that is the same for the same demands. A word of staff is about these: a new
 * version of the pack that asks the same leaves it standing.
 */
export function demandsOf({ requirements }: Pick<ChannelPack, 'requirements'>, rule: RuleId): string {
  const demands = requirements
    .filter((requirement) => requirement.rule === rule && requirement.off !== true)
    .map(({ source: _, ...demand }) => JSON.stringify(Object.entries(demand).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  return JSON.stringify(demands.toSorted());
}

/** The value of a named number of a requirement; null where it has none of that name. */
export function numberIn(requirement: Requirement, field: string): number | null {
  const value: unknown = (requirement as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'number' ? value : null;
}
