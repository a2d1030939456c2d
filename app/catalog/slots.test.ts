import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, missingSlots, move, project, unassign, type Placement } from './slots.ts';

const at = (slot: number, photoId: string): Placement => ({ slot, photoId, variantId: null });
const shown = (placements: readonly Placement[]): string => placements.map(({ slot, photoId }) => `${slot}${photoId}`).join(' ');
const three = [at(1, 'a'), at(2, 'b'), at(3, 'c')];

describe('slots', () => {
  it.each<[string, Placement[], string]>([
    ['a photo goes into the next free slot', assign(three, ['x'], null, null), '1a 2b 3c 4x'],
    ['into a gap first', assign([at(2, 'b')], ['x', 'y'], null, null), '1x 2b 3y'],
    ['or before others, which move on', assign(three, ['x'], 1, null), '1x 2a 3b 4c'],
    ['but no further than the next gap', assign([at(1, 'a'), at(3, 'c')], ['x'], 1, null), '1x 2a 3c'],
    ['one that is there already moves', assign(three, ['c'], 1, null), '1c 2a 3b'],
    ['moving up closes up behind', move(three, 'c', 1), '1c 2a 3b'],
    ['moving down as well', move(three, 'a', 3), '1b 2c 3a'],
    ['moving into a gap leaves one', move([at(1, 'a'), at(3, 'c')], 'a', 2), '2a 3c'],
    ['taking one out leaves its slot empty', unassign(three, ['a']), '2b 3c'],
  ])('%s', (_, placements, expected) => expect(shown(placements)).toBe(expected));

  it('that are empty up to the last, and the main one of a product without pictures', () => {
    expect(missingSlots([at(2, 'b'), at(4, 'd')])).toEqual([1, 3]);
    expect(missingSlots(three)).toEqual([]);
    expect(missingSlots([])).toEqual([1]);
  });
});

describe("staff's arrangement over the source's", () => {
  const staff = { base: three, pictures: [at(1, 'c'), at(2, 'a'), at(3, 'b')] };

  it.each<[string, Placement[], string]>([
    ['stands while the source says the same', three, '1c 2a 3b'],
    ['takes in what the source brings later', [...three, at(4, 'd')], '1c 2a 3b 4d'],
    ['in the next free slot where its own is taken', [at(1, 'n'), at(2, 'a'), at(3, 'b'), at(4, 'c')], '1c 2a 3b 4n'],
  ])('%s', (_, base, expected) => expect(shown(project(base, staff))).toBe(expected));

  it('gives up what the source took away and staff left where it was', () => {
    expect(shown(project([at(1, 'a')], { base: three, pictures: three }))).toBe('1a');
    expect(shown(project([at(1, 'a')], { base: three, pictures: [at(1, 'b'), at(2, 'a'), at(3, 'c')] }))).toBe('1b 2a');
  });

  it('never shows two photos in a slot, nor one photo twice', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
    const list = ids.chain((photos) => fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: photos.length, maxLength: photos.length }).map((slots) => photos.map((photo, i) => at(slots[i]!, photo))));
    const step = fc.tuple(fc.constantFrom('a', 'b', 'c', 'x', 'y'), fc.integer({ min: 1, max: 8 }), fc.constantFrom('assign', 'move', 'unassign'));
    fc.assert(
      fc.property(list, list, fc.array(step, { maxLength: 8 }), (base, later, steps) => {
        const pictures = steps.reduce<Placement[]>((now, [photo, slot, what]) => (what === 'assign' ? assign(now, [photo], slot, null) : what === 'move' ? move(now, photo, slot) : unassign(now, [photo])), base);
        const result = project(later, { base, pictures });
        expect(new Set(result.map(({ slot }) => slot)).size).toBe(result.length);
        expect(new Set(result.map(({ photoId }) => photoId)).size).toBe(result.length);
      }),
    );
  });
});
