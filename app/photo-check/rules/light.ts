import type { Rule } from './rule.ts';

export const blurry: Rule<'blurry'> = ({ measures }, { min }) => {
  const { sharpness, productBox } = measures;
  if (sharpness === null || sharpness >= min) return null;
  return {
    measured: { value: sharpness, unit: 'score' },
    required: { value: min, unit: 'score', bound: 'min' },
    boxes: productBox ? [productBox] : [],
    confidence: Math.min(1, 0.5 + (min - sharpness) / min),
  };
};

/**
 * A black product is not a dark photo: the brightest of the whole picture is asked, as cleanvision does. On a ground
 * that stayed white the product's own shading is: a lit black product keeps it, a crushed one has none. Of 208 photos
 * no well exposed one is darker than .82 at its brightest or has more than 7 % of its product crushed.
 */
export const tooDark: Rule<'too-dark'> = ({ measures }, { minPeak, maxCrushed }) => {
  const { peakBrightness: peak, shadowsCrushed: crushed, productBox, maskConfidence } = measures;
  if (peak !== null && peak < minPeak) {
    return { measured: { value: peak, unit: 'share' }, required: { value: minPeak, unit: 'share', bound: 'min' }, boxes: [], confidence: 0.9 };
  }
  if (crushed === null || crushed <= maxCrushed) return null;
  const boxes = productBox ? [productBox] : [];
  return { measured: { value: crushed, unit: 'share' }, required: { value: maxCrushed, unit: 'share', bound: 'max' }, boxes, confidence: maskConfidence };
};

/**
 * A white product keeps its shading; an over-exposed one of any colour has lost it: no darker pixel, or many clipped.
 * Of 208 well exposed photos none has a floor above .74 (a white shirt) or more than 15 % clipped.
 */
export const tooBright: Rule<'too-bright'> = ({ measures }, { maxFloor, maxClipped }) => {
  const { floorBrightness, highlightsClipped, productBox, maskConfidence } = measures;
  if (floorBrightness === null || highlightsClipped === null) return null;
  const boxes = productBox ? [productBox] : [];
  if (floorBrightness > maxFloor) {
    return { measured: { value: floorBrightness, unit: 'share' }, required: { value: maxFloor, unit: 'share', bound: 'max' }, boxes, confidence: maskConfidence };
  }
  if (highlightsClipped <= maxClipped) return null;
  return { measured: { value: highlightsClipped, unit: 'share' }, required: { value: maxClipped, unit: 'share', bound: 'max' }, boxes, confidence: maskConfidence };
};
