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

/** A black product is not a dark photo: the brightest of the whole picture is asked, as cleanvision does. */
export const tooDark: Rule<'too-dark'> = ({ measures }, { minPeak }) => {
  const peak = measures.peakBrightness;
  if (peak === null || peak >= minPeak) return null;
  return { measured: { value: peak, unit: 'share' }, required: { value: minPeak, unit: 'share', bound: 'min' }, boxes: [], confidence: 0.9 };
};

/** A white product keeps its shading; an over-exposed one of any colour has lost it: no darker pixel, or most clipped. */
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
