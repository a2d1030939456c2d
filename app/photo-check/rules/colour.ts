import { declaredRegions, matchColours, nameOfColour } from '../colours/index.ts';
import type { Rule } from './rule.ts';

/** A colour of the product that is named in a finding. */
const namedShare = 0.15;

/**
 * The picture shows none of the colours its variant is declared to have: perhaps it is another variant's. A colour
 * that may be another light, or a word that is not known, is no breach.
 */
export const colourMismatch: Rule<'colour-mismatch'> = ({ measures, declaredColours }) => {
  const { productColours, productBox, maskConfidence } = measures;
  const declared = declaredRegions(declaredColours);
  if (declared === null || productColours === null) return null;
  const match = matchColours(productColours, declared);
  if (match === null || match.verdict !== 'mismatch') return null;
  const seen = productColours.filter(({ share }) => share >= namedShare).map(({ lab }) => nameOfColour(lab));
  return {
    measured: { value: [...new Set(seen)], unit: 'named-colours' },
    required: { value: [...declaredColours], unit: 'named-colours', bound: 'one-of' },
    boxes: productBox ? [productBox] : [],
    confidence: match.confidence * maskConfidence,
  };
};
