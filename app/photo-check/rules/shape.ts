import type { Rule } from './rule.ts';

/** Fill is read off a working copy: half a percent is its error. */
export const fillError = 0.005;

export const backgroundNotWhite: Rule<'background-not-white'> = ({ measures }, { minShare }) => {
  const share = measures.backgroundWhiteShare;
  if (share === null || share >= minShare) return null;
  return {
    measured: { value: share, unit: 'share' },
    required: { value: minShare, unit: 'share', bound: 'min' },
    boxes: [],
    // Off-white pixels are counted, not guessed; only how much of them is product hangs on the mask.
    confidence: Math.max(0.6, measures.maskConfidence),
  };
};

export const fillTooSmall: Rule<'fill-too-small'> = ({ measures }, { min }) => {
  const { fill, productBox, maskConfidence } = measures;
  if (fill === null || productBox === null || fill + fillError >= min) return null;
  return {
    measured: { value: fill, unit: 'share' },
    required: { value: min, unit: 'share', bound: 'min' },
    boxes: [productBox],
    confidence: maskConfidence,
  };
};

export const fillTooLarge: Rule<'fill-too-large'> = ({ measures }, { max }) => {
  const { fill, productBox, maskConfidence } = measures;
  if (fill === null || productBox === null || fill - fillError <= max) return null;
  return {
    measured: { value: fill, unit: 'share' },
    required: { value: max, unit: 'share', bound: 'max' },
    boxes: [productBox],
    confidence: maskConfidence,
  };
};

export const cropped: Rule<'cropped'> = ({ measures }) => {
  const { croppedEdges, productBox, maskConfidence } = measures;
  if (croppedEdges.length === 0) return null;
  return {
    measured: { value: [...croppedEdges], unit: 'edges' },
    required: { value: [], unit: 'edges', bound: 'none' },
    boxes: productBox ? [productBox] : [],
    confidence: maskConfidence,
  };
};
