import type { Mask, Picture } from '../../kernel/picture.ts';
import type { DetectedObject, TextLine } from '../../kernel/vision.ts';
import type { Measures } from '../types.ts';
import type { Survey } from './background.ts';
import { measureBorder } from './border.ts';
import { measureColourCast } from './colour-cast.ts';
import { measureProductColours } from './product-colours.ts';
import { measureExposure } from './exposure.ts';
import { measureJpegArtefacts } from './jpeg-artefacts.ts';
import { measureNoise } from './noise.ts';
import { measureProductBox } from './product-box.ts';
import type { Cut } from './product-mask.ts';
import { sampleLines } from './sampled-lines.ts';
import { measureSharpness } from './sharpness.ts';
import { sortText } from './text.ts';
import { measureTrueScale } from './true-scale.ts';
import { measureWhiteness } from './whiteness.ts';

export { occupiedBox, surveyBackground, type Survey } from './background.ts';
export { chooseCut, needsModelMask } from './choose-cut.ts';
export { differenceHash, hamming, meanChroma } from './dhash.ts';
export { cutByModel, noCut } from './model-mask.ts';
export { cutFromWhite, productOf, type Cut } from './product-mask.ts';

/** Raised when a measurement changes its meaning. */
export const analysisVersion = 3;

/** Longest side of the working copy on which shapes and colours are measured. */
export const workingSide = 720;

export interface MeasureInput {
  /** full size: whiteness and sharpness are measured on it */
  readonly picture: Picture;
  readonly working: Picture;
  /** pixels of `picture` in one of `working` */
  readonly factor: number;
  readonly survey: Survey;
  readonly cut: Cut;
  /** boxes of text and people in pixels of `picture` */
  readonly text: readonly TextLine[];
  readonly objects: readonly DetectedObject[];
}

export interface Measured {
  readonly measures: Measures;
  /** 255 where the background is not white, at the size of the working copy */
  readonly offWhite: Mask;
}

/** A person must be this sure: hands and mannequins are none. */
const leastPersonConfidence = 0.5;

/** What is read off the signal itself, whatever the picture shows. */
function measureSignal(picture: Picture, working: Picture, survey: Survey, cut: Cut): Pick<Measures, 'border' | 'noise' | 'jpegArtefacts' | 'colourCast' | 'trueScale'> {
  const lines = sampleLines(picture);
  return {
    border: measureBorder(picture),
    noise: measureNoise(picture),
    jpegArtefacts: measureJpegArtefacts(lines),
    colourCast: measureColourCast(working, survey, cut),
    trueScale: measureTrueScale(lines),
  };
}

/** Everything the rules may ask of one picture. */
export function measure({ picture, working, factor, survey, cut, text, objects }: MeasureInput): Measured {
  const frame = { width: picture.width, height: picture.height };
  const { overlays, printed } = sortText(text, cut, factor);
  const product = measureProductBox(cut, frame, factor);
  const whiteness = measureWhiteness(picture, survey, cut, factor);
  const sharpness = product ? measureSharpness(picture, cut, product.box, factor, overlays.map(({ box }) => box)) : null;
  const people = objects.filter(({ label, confidence }) => label === 'person' && confidence >= leastPersonConfidence);
  const measures: Measures = {
    backgroundWhiteShare: whiteness.share,
    backgroundColour: [...survey.colour],
    fill: product?.fill ?? null,
    areaShare: product?.areaShare ?? null,
    productBox: product?.box ?? null,
    maskSource: cut.source,
    maskConfidence: cut.confidence,
    sharpness,
    ...measureExposure(working, cut),
    ...measureSignal(picture, working, survey, cut),
    croppedEdges: [...(product?.croppedEdges ?? [])],
    textOverlays: [...overlays],
    productText: [...printed],
    people: people.map(({ box, confidence }) => ({ box, confidence })),
    productColours: measureProductColours(working, cut),
  };
  return { measures, offWhite: whiteness.offWhite };
}
