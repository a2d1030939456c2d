import type { Rule } from './rule.ts';

export const collage: Rule<'collage'> = ({ measures }, { minConfidence }) => {
  const { panels, confidence } = measures.collage;
  if (panels.length < 2 || confidence < minConfidence) return null;
  return {
    measured: { value: panels.length, unit: 'count' },
    required: { value: 1, unit: 'count', bound: 'max' },
    boxes: panels,
    confidence,
  };
};

/** What looks like a set is one product; the shop knows better than we do. */
export const severalProducts: Rule<'several-products'> = ({ measures }, { minConfidence }) => {
  const { boxes, likelySet, confidence } = measures.separateProducts;
  if (boxes.length < 2 || likelySet || confidence < minConfidence) return null;
  return {
    measured: { value: boxes.length, unit: 'count' },
    required: { value: 1, unit: 'count', bound: 'max' },
    boxes,
    confidence,
  };
};

export const placeholder: Rule<'placeholder'> = ({ measures }, { minConfidence }) => {
  const found = measures.placeholder;
  if (found === null || found.confidence < minConfidence) return null;
  return {
    measured: { value: found.kind, unit: 'placeholder' },
    required: { value: 0, unit: 'count', bound: 'none' },
    boxes: [],
    confidence: found.confidence,
  };
};

/**
 * The model was trained on people: of 260 product photos without any it takes a melon, an onion and four more for
 * indecent, two of them with .96. So it is heard only where somebody was seen.
 */
export const nsfw: Rule<'nsfw'> = ({ measures }, { maxExplicit, maxSuggestive }) => {
  if (measures.moderation === null || measures.people.length + measures.faces.length === 0) return null;
  const { porn, hentai, sexy } = measures.moderation;
  const explicit = porn + hentai;
  const kinds = [
    { probability: Math.min(1, explicit), most: maxExplicit },
    { probability: Math.min(1, explicit + sexy), most: maxSuggestive },
  ];
  const worst = kinds.find(({ probability, most }) => probability > most);
  if (worst === undefined) return null;
  return {
    measured: { value: worst.probability, unit: 'share' },
    required: { value: worst.most, unit: 'share', bound: 'max' },
    boxes: [],
    confidence: worst.probability,
  };
};

export const faces: Rule<'faces'> = ({ measures }, { minConfidence }) => {
  const found = measures.faces.filter(({ confidence }) => confidence >= minConfidence);
  if (found.length === 0) return null;
  return {
    measured: { value: found.length, unit: 'count' },
    required: { value: 0, unit: 'count', bound: 'none' },
    boxes: found.map(({ box }) => box),
    confidence: Math.max(...found.map(({ confidence }) => confidence)),
  };
};
