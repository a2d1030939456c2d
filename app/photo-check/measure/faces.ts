import { area, intersectionArea, scaleBox, type Box } from '../../kernel/geometry.ts';
import type { Picture } from '../../kernel/picture.ts';
import type { DetectedFace, DetectedObject } from '../../kernel/vision.ts';
import type { Measures } from '../types.ts';
import { skinShare } from './skin.ts';

/** Without anything like a person and less skin than this, no face is looked for. */
const leastSkin = 0.05;
/** Faces are looked for closely on no more people than this, the largest first. */
const mostPeople = 6;
/** Outside of people the detector sees faces in things: such a face must show skin. */
const leastFaceSkin = 0.4;
const strangerTrust = 0.85;

/** Where the head of somebody standing, sitting or cut off by the frame is: the upper end of the box, as wide as it is. */
function headOf({ x, y, width, height }: Box): Box {
  return { x: x - width * 0.05, y: y - width * 0.05, width: width * 1.1, height: Math.min(height * 1.05, width * 1.1) };
}

const peopleAmong = (objects: readonly DetectedObject[]): readonly DetectedObject[] => objects.filter(({ label }) => label === 'person');

/**
 * Parts of a picture in which faces are to be looked for, besides the whole of it; null where looking is in vain. All
 * boxes in pixels of `picture`.
 */
export function whereFacesMayBe(picture: Picture, objects: readonly DetectedObject[]): readonly Box[] | null {
  const people = peopleAmong(objects);
  if (people.length > 0) {
    return [...people].sort((a, b) => area(b.box) - area(a.box)).slice(0, mostPeople).map(({ box }) => headOf(box));
  }
  const frame = { x: 0, y: 0, width: picture.width, height: picture.height };
  return skinShare(picture, frame, 4) >= leastSkin ? [] : null;
}

/** Faces that are likely some: on somebody, or of the colour of skin. `working` is the picture `factor` times smaller. */
export function sortFaces(faces: readonly DetectedFace[], objects: readonly DetectedObject[], working: Picture, factor: number): Measures['faces'] {
  const people = peopleAmong(objects);
  return faces.flatMap(({ box, confidence }) => {
    if (people.some((person) => intersectionArea(person.box, box) >= 0.5 * area(box))) return [{ box, confidence }];
    return skinShare(working, scaleBox(box, 1 / factor), 1) >= leastFaceSkin ? [{ box, confidence: confidence * strangerTrust }] : [];
  });
}
