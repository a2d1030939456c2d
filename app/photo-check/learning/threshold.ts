import { hashOf, randomFrom } from '../../kernel/random.ts';
import type { ChannelPack, Requirement } from '../channels/pack.ts';
import { numberIn, tunables, type Tunable } from './readings.ts';
import { wordsOfModels, type PhotoGroup, type StaffWord } from './tally.ts';
import type { DraftRequirement, Suggestion } from './types.ts';

/** A word of staff with what the photo measures. */
export interface MeasuredWord extends StaffWord {
  readonly readings: Readonly<Record<string, number>>;
  /** what the finding said it measured, where there is one and it is a number */
  readonly measured: number | null;
}

export interface SuggestionInput {
  /** the packs in force that the shop sells by */
  readonly packs: readonly ChannelPack[];
  readonly words: readonly MeasuredWord[];
  /** what is checked today, and by which models */
  readonly groups: readonly Pick<PhotoGroup, 'models'>[];
  /** photo id → what it shows, see `groupPictures`; a photo that is not there shows something of its own */
  readonly products: ReadonlyMap<string, string>;
}

/** Fewer products than this on either side say nothing of where the line runs: copies of one picture are one opinion. */
export const fewestEachSide = 8;
const folds = 10;
const resamples = 2_000;

/** A photo as a threshold sees it: what it shows, its measure, and whether staff hold that the rule is broken. */
interface Told {
  readonly product: string;
  readonly value: number;
  readonly broken: boolean;
}

const breaks = ({ bound }: Pick<Tunable, 'bound'>, value: number, threshold: number): boolean => (bound === 'min' ? value < threshold : value >= threshold);

/** The number of the rule that a word is about: the one its finding measured; of a missed one the first. */
function fieldOf({ rule, readings, measured }: MeasuredWord): string | undefined {
  const own = tunables.filter((tunable) => tunable.rule === rule);
  return (own.find(({ field }) => measured !== null && readings[field] === measured) ?? own[0])?.field;
}

const productsIn = (told: readonly Told[]): number => new Set(told.map(({ product }) => product)).size;
const share = (told: readonly Told[], holds: (one: Told) => boolean): number => told.filter(holds).length / Math.max(1, told.length);

/** Every line that may be drawn: between two neighbouring measures, rounded to the tunable's step; and the one that is. */
function candidates(told: readonly Told[], tunable: Tunable, current: number): number[] {
  const values = [...new Set(told.map(({ value }) => value))].toSorted((a, b) => a - b);
  const between = values.slice(1).map((value, i) => (value + values[i]!) / 2);
  const ends = values.length === 0 ? [] : [values[0]! - tunable.step, values.at(-1)! + tunable.step];
  const rounded = [...between, ...ends].map((value) => Math.round(Math.max(0, value) / tunable.step) * tunable.step);
  const silentAndFine = productsIn(told.filter(({ broken, value }) => !broken && !breaks(tunable, value, current)));
  // Staff are shown what was found: of what was not they tell only what was missed. Without words on photos that are
  // fine and were not found, every stricter line would look better than it is.
  const allowed = silentAndFine >= fewestEachSide ? () => true : (line: number): boolean => (tunable.bound === 'min' ? line <= current : line >= current);
  return [...new Set([current, ...rounded.map((line) => Number(line.toPrecision(6)))])].filter((line) => line > 0 && allowed(line));
}

/** The line that agrees with most words; of equals the one nearest to today's. Words below every line are counted once, in order. */
function best(told: readonly Told[], tunable: Tunable, current: number): number {
  const order = told.toSorted((a, b) => a.value - b.value);
  const total = order.filter(({ broken }) => broken).length;
  let [chosen, most, passed, passedBroken] = [current, -1, 0, 0];
  for (const line of candidates(told, tunable, current).toSorted((a, b) => a - b)) {
    for (; passed < order.length && order[passed]!.value < line; passed++) passedBroken += Number(order[passed]!.broken);
    const fineBelow = passed - passedBroken;
    const agrees = tunable.bound === 'min' ? passedBroken + (order.length - total - fineBelow) : fineBelow + (total - passedBroken);
    const nearer = Math.abs(line - current) < Math.abs(chosen - current);
    if (agrees > most || (agrees === most && nearer)) [chosen, most] = [line, agrees];
  }
  return chosen;
}

/** What one product's photos gain together, and how many they are. */
interface Gain {
  readonly sum: number;
  readonly photos: number;
}

/**
 * How many more words a line chosen by nine tenths of the products agrees with on the tenth, product by product: a line
 * is never tried on what it was drawn by, nor on a copy of that. The same for the same words, in whatever order.
 */
function gains(told: readonly Told[], tunable: Tunable, current: number): Gain[] {
  const products = [...Map.groupBy(told, ({ product }) => product)].toSorted(([a], [b]) => hashOf(a) - hashOf(b) || (a < b ? -1 : 1)).map(([, photos]) => photos);
  const lines = Array.from({ length: folds }, (_, fold) => best(products.filter((_one, j) => j % folds !== fold).flat(), tunable, current));
  return products.map((photos, i) => ({
    photos: photos.length,
    sum: photos.reduce((sum, { value, broken }) => sum + Number(breaks(tunable, value, lines[i % folds]!) === broken) - Number(breaks(tunable, value, current) === broken), 0),
  }));
}

/** The mean a photo with its 95 % percentile interval (B. Efron, 1979), by resampling products. */
function bootstrap(all: readonly Gain[], seed: number): { share: number; low: number; high: number } {
  const random = randomFrom(seed);
  const means = Array.from({ length: resamples }, () => {
    let [sum, photos] = [0, 0];
    for (let i = 0; i < all.length; i++) {
      const drawn = all[Math.floor(random() * all.length)]!;
      sum += drawn.sum;
      photos += drawn.photos;
    }
    return sum / photos;
  }).toSorted((a, b) => a - b);
  const at = (quantile: number): number => means[Math.min(resamples - 1, Math.floor(quantile * resamples))]!;
  const total = (of: keyof Gain): number => all.reduce((sum, gain) => sum + gain[of], 0);
  return { share: total('sum') / total('photos'), low: at(0.025), high: at(0.975) };
}

/** The requirement of a rule in a pack that speaks first: its threshold decides whether anything is found at all. */
export function firstToSpeak(pack: ChannelPack, { rule, field, bound }: Pick<Tunable, 'rule' | 'field' | 'bound'>): { readonly requirement: Requirement; readonly value: number } | null {
  const all = pack.requirements.flatMap((requirement) => {
    const value = requirement.rule === rule && requirement.off !== true ? numberIn(requirement, field) : null;
    return value === null ? [] : [{ requirement, value }];
  });
  return all.toSorted((a, b) => (bound === 'min' ? b.value - a.value : a.value - b.value))[0] ?? null;
}

function suggestion(pack: ChannelPack, tunable: Tunable, words: readonly MeasuredWord[], products: SuggestionInput['products']): Suggestion | null {
  const speaks = firstToSpeak(pack, tunable);
  if (speaks === null) return null;
  const last = new Map<string, MeasuredWord>();
  for (const word of words) {
    if (word.rule !== tunable.rule || fieldOf(word) !== tunable.field || (!tunable.everywhere && word.channel !== pack.channel)) continue;
    const known = last.get(word.photoId);
    if (known === undefined || known.at <= word.at) last.set(word.photoId, word);
  }
  const told = [...last.values()].flatMap(({ photoId, word, readings }): Told[] => {
    const value = readings[tunable.field];
    return value === undefined ? [] : [{ product: products.get(photoId) ?? photoId, value, broken: word !== 'wrong' }];
  });
  if (told.length === 0) return null;
  const current = speaks.value;
  const [broken, fine] = [true, false].map((side) => productsIn(told.filter((one) => one.broken === side))) as [number, number];
  const base = { rule: tunable.rule, channel: pack.channel, pack: pack.version, field: tunable.field, bound: tunable.bound, current, official: speaks.requirement.source.official, broken, fine };
  if (broken < fewestEachSide || fine < fewestEachSide) return { ...base, state: 'too-few', value: null, agreesNow: null, agreesThen: null, gain: null };
  const value = best(told, tunable, current);
  const agreement = (line: number): number => share(told, (one) => breaks(tunable, one.value, line) === one.broken);
  const gain = bootstrap(gains(told, tunable, current), hashOf(`${tunable.rule} ${tunable.field}`));
  const better = value !== current && gain.low > 0;
  return { ...base, state: better ? 'better' : 'no-gain', value: better ? value : null, agreesNow: agreement(current), agreesThen: better ? agreement(value) : null, gain };
}

/**
 * For every threshold that staff have spoken about: where the line had better run, or why that cannot be said. Words about
 * what an earlier model measured are left out; what a pack asked does not matter, since it is the measures that are compared.
 */
export function suggestThresholds({ packs, words, groups, products }: SuggestionInput): Suggestion[] {
  const today = words.filter(wordsOfModels(groups));
  return packs.flatMap((pack) => tunables.flatMap((tunable) => suggestion(pack, tunable, today, products) ?? []));
}

/**
 * A copy of the pack with the threshold moved. Where it becomes laxer, stricter lines of the same rule move with it, or
 * they would still find what staff called fine; where it becomes stricter, only the one that speaks first moves.
 */
export function withDraft(pack: ChannelPack, { rule, field, value }: DraftRequirement): ChannelPack {
  const tunable = tunables.find((one) => one.rule === rule && one.field === field);
  const speaks = tunable && firstToSpeak(pack, tunable);
  if (!tunable || !speaks) return pack;
  const laxer = tunable.bound === 'min' ? value < speaks.value : value > speaks.value;
  const moves = (requirement: Requirement): boolean => {
    const own = requirement.rule === rule && requirement.off !== true ? numberIn(requirement, field) : null;
    if (own === null) return false;
    return laxer ? (tunable.bound === 'min' ? own > value : own < value) : requirement === speaks.requirement;
  };
  return { ...pack, requirements: pack.requirements.map((requirement) => (moves(requirement) ? ({ ...requirement, [field]: value } as Requirement) : requirement)) };
}
