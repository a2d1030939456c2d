import { lastSlot, mainSlot } from './types.ts';

/** A photo in a slot of a product; it may belong to one of its variants. */
export interface Placement {
  readonly slot: number;
  readonly photoId: string;
  readonly variantId: string | null;
}

/** Staff's word on a product's pictures, with what the source said when they gave it. */
export interface Arrangement {
  readonly pictures: readonly Placement[];
  readonly base: readonly Placement[];
}

const bySlot = (a: Placement, b: Placement): number => a.slot - b.slot;

/** The lowest slot that none of the placements takes; null where all are taken. */
export function freeSlot(placements: readonly Placement[]): number | null {
  const taken = new Set(placements.map(({ slot }) => slot));
  for (let slot = mainSlot; slot <= lastSlot; slot++) if (!taken.has(slot)) return slot;
  return null;
}

/**
 * The pictures as the views show them: staff's arrangement, plus what the source has brought since (at its slot where
 * that is free, else in the next free one), less what the source has taken away since and staff did not move.
 */
export function project(base: readonly Placement[], staff: Arrangement | null): Placement[] {
  if (staff === null) return base.toSorted(bySlot);
  const knownThen = new Set(staff.base.map(({ photoId }) => photoId));
  const known = new Set(base.map(({ photoId }) => photoId));
  const moved = (one: Placement): boolean => !staff.base.some((then) => then.photoId === one.photoId && then.slot === one.slot);
  const shown = staff.pictures.filter((one) => known.has(one.photoId) || !knownThen.has(one.photoId) || moved(one));
  for (const one of base) {
    if (knownThen.has(one.photoId) || shown.some(({ photoId }) => photoId === one.photoId)) continue;
    const slot = shown.some((other) => other.slot === one.slot) ? freeSlot(shown) : one.slot;
    if (slot !== null) shown.push({ ...one, slot });
  }
  return shown.toSorted(bySlot);
}

/** Puts photos in: the first at `slot` (null = the next free one), the others after it; what stood there moves on. */
export function assign(placements: readonly Placement[], photoIds: readonly string[], slot: number | null, variantId: string | null): Placement[] {
  const added = new Set(photoIds);
  let after = placements.filter(({ photoId }) => !added.has(photoId));
  photoIds.forEach((photoId, at) => {
    const wanted = slot === null ? freeSlot(after) : slot + at;
    if (wanted === null || wanted > lastSlot) return;
    after = [...pushedOn(after, wanted), { slot: wanted, photoId, variantId }];
  });
  return after.toSorted(bySlot);
}

/** Frees a slot: who stands there, and whoever stands right behind, moves one on. */
function pushedOn(placements: readonly Placement[], slot: number): Placement[] {
  let gap = slot;
  while (placements.some((one) => one.slot === gap)) gap += 1;
  return placements.flatMap((one) => (one.slot >= slot && one.slot < gap ? (one.slot + 1 > lastSlot ? [] : [{ ...one, slot: one.slot + 1 }]) : [one]));
}

/** Takes a photo to another slot; those between close up, as in a list. */
export function move(placements: readonly Placement[], photoId: string, to: number): Placement[] {
  const moving = placements.find((one) => one.photoId === photoId);
  if (moving === undefined || to < mainSlot || to > lastSlot || moving.slot === to) return placements.toSorted(bySlot);
  const rest = placements.filter((one) => one !== moving);
  const step = to > moving.slot ? -1 : 1;
  const between = (slot: number): boolean => (step === -1 ? slot > moving.slot && slot <= to : slot >= to && slot < moving.slot);
  if (!rest.some((one) => one.slot === to)) return [...rest, { ...moving, slot: to }].toSorted(bySlot);
  return [...rest.map((one) => (between(one.slot) ? { ...one, slot: one.slot + step } : one)), { ...moving, slot: to }].toSorted(bySlot);
}

/** Takes photos out; the slots of the others stay, so that an empty main slot shows as one. */
export const unassign = (placements: readonly Placement[], photoIds: readonly string[]): Placement[] =>
  placements.filter(({ photoId }) => !photoIds.includes(photoId)).toSorted(bySlot);

/** Empty slots up to the last one taken; the main slot where there is no picture at all. */
export function missingSlots(placements: readonly Pick<Placement, 'slot'>[]): number[] {
  const taken = new Set(placements.map(({ slot }) => slot));
  const last = Math.max(mainSlot, ...taken);
  return Array.from({ length: last }, (_, at) => at + 1).filter((slot) => !taken.has(slot));
}
