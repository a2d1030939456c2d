import type { Survey } from './background.ts';
import { Part, type Cut } from './cut.ts';

/** From this trust on, the cut by pixels stands and the mask model is not asked. */
const trusted = 0.5;
/** The model saw the same product where it covers this share of the cut by pixels. */
const covers = 0.85;
/** … and more of it where it is larger than the cut by pixels by this factor: a white product's missing body. */
const larger = 1.3;

/** True where the pixels alone do not give the product. */
export const needsModelMask = (survey: Survey, fromWhite: Cut | null): boolean =>
  !survey.whitish || fromWhite === null || fromWhite.confidence < trusted;

/** A sure model that sees this much less took the product, and the pixels its surroundings with it. */
const smaller = 0.8;
const sure = 0.6;

/**
 * The better of a doubtful cut by pixels and the model's: the model's where pixels found next to nothing, only a
 * part of what the model sees, or much beside it; else the pixels', which keep thin things that the model loses.
 */
export function chooseCut(fromWhite: Cut | null, byModel: Cut | null, none: Cut): Cut {
  if (fromWhite === null || fromWhite.confidence === 0) return byModel ?? none;
  if (byModel === null) return fromWhite;
  let pixels = 0, model = 0, both = 0;
  for (let at = 0; at < fromWhite.parts.length; at++) {
    const inPixels = fromWhite.parts[at] === Part.product;
    const inModel = byModel.parts[at] === Part.product;
    if (inPixels) pixels += 1;
    if (inModel) model += 1;
    if (inPixels && inModel) both += 1;
  }
  const missedBody = both >= covers * pixels && model >= larger * pixels;
  const tookScene = byModel.confidence >= sure && both >= covers * model && model <= smaller * pixels;
  return missedBody || tookScene ? byModel : fromWhite;
}
