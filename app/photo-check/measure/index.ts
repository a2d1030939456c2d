import { scaleBox } from '../../kernel/geometry.ts';
import type { Mask, Picture } from '../../kernel/picture.ts';
import type { DetectedFace, DetectedObject, Moderation, Reading } from '../../kernel/vision.ts';
import type { Measures } from '../types.ts';
import type { Survey } from './background.ts';
import { measureBorder } from './border.ts';
import { measureClutter } from './clutter.ts';
import { measureCollage } from './collage.ts';
import { measureColourCast } from './colour-cast.ts';
import type { Cut } from './cut.ts';
import { measureProductColours } from './product-colours.ts';
import { measureExposure } from './exposure.ts';
import { sortFaces } from './faces.ts';
import { measureJpegArtefacts } from './jpeg-artefacts.ts';
import { measureMotionBlur } from './motion-blur.ts';
import { measureNoise } from './noise.ts';
import { measurePlaceholder } from './placeholder.ts';
import { measureProductBox } from './product-box.ts';
import { sampleLines, type SampledLines } from './sampled-lines.ts';
import { measureSeparateProducts } from './separate-products.ts';
import { measureSharpness, pixelSharpSide } from './sharpness.ts';
import { sortText } from './text.ts';
import { measureTrueScale } from './true-scale.ts';
import { findWatermarks } from './watermark.ts';
import { measureWhiteness } from './whiteness.ts';
import { surveyWriting } from './writing.ts';

export { occupiedBox, surveyBackground, type Survey } from './background.ts';
export { chooseCut, needsModelMask } from './choose-cut.ts';
export { differenceHash, hamming, meanChroma } from './dhash.ts';
export { whereFacesMayBe } from './faces.ts';
export { cutByModel, noCut } from './model-mask.ts';
export type { Cut } from './cut.ts';
export { cutFromWhite, productOf } from './product-mask.ts';

/** Raised when a measurement changes its meaning. */
export const analysisVersion = 5;

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
  /** boxes of text, objects and faces in pixels of `picture` */
  readonly reading: Reading;
  readonly objects: readonly DetectedObject[];
  readonly faces: readonly DetectedFace[];
  readonly moderation: Moderation | null;
}

export interface Measured {
  readonly measures: Measures;
  /** 255 where the background is not white, at the size of the working copy */
  readonly offWhite: Mask;
}

/** A person must be this sure: hands and mannequins are none. */
const leastPersonConfidence = 0.5;

type Lines = readonly [SampledLines, SampledLines];
type Signal = Pick<Measures, 'border' | 'noise' | 'jpegArtefacts' | 'colourCast' | 'trueScale'>;

/** What is read off the signal itself, whatever the picture shows. */
function measureSignal(picture: Picture, lines: Lines, working: Picture, survey: Survey, cut: Cut): Signal {
  return {
    border: measureBorder(picture),
    noise: measureNoise(picture),
    jpegArtefacts: measureJpegArtefacts(lines),
    colourCast: measureColourCast(working, survey, cut),
    trueScale: measureTrueScale(lines),
  };
}

/** The sharpness that motion leaves, where there was any: its blur is that of the direction it ran in. */
function sharpnessInMotion(sharpness: number | null, picture: Picture, lines: Lines): number | null {
  const blur = measureMotionBlur(lines);
  if (sharpness === null || blur === 0) return sharpness;
  return Math.min(sharpness, Math.max(1, Math.max(picture.width, picture.height) / pixelSharpSide) / blur);
}

/** Everything the rules may ask of one picture. */
export function measure({ picture, working, factor, survey, cut, reading, objects, faces, moderation }: MeasureInput): Measured {
  const frame = { width: picture.width, height: picture.height };
  const writing = surveyWriting(picture, reading, cut, factor);
  const { overlays, printed } = sortText(writing, picture, cut, factor);
  const watermarks = findWatermarks(writing, cut, frame);
  const collage = measureCollage(working, writing.map(({ box }) => scaleBox(box, 1 / factor)));
  const product = measureProductBox(cut, frame, factor);
  const whiteness = measureWhiteness(picture, survey, cut, factor);
  const sharpness = product ? measureSharpness(picture, cut, product.box, factor, overlays.map(({ box }) => box)) : null;
  const lines = sampleLines(picture);
  const people = objects.filter(({ label, confidence }) => label === 'person' && confidence >= leastPersonConfidence);
  const measures: Measures = {
    backgroundWhiteShare: whiteness.share,
    backgroundColour: [...survey.colour],
    fill: product?.fill ?? null,
    areaShare: product?.areaShare ?? null,
    productBox: product?.box ?? null,
    maskSource: cut.source,
    maskConfidence: cut.confidence,
    sharpness: sharpnessInMotion(sharpness, picture, lines),
    ...measureExposure(working, cut),
    ...measureSignal(picture, lines, working, survey, cut),
    croppedEdges: [...(product?.croppedEdges ?? [])],
    textOverlays: [...overlays],
    watermarks: [...watermarks],
    collage: { ...collage, panels: collage.panels.map((panel) => scaleBox(panel, factor)) },
    separateProducts: measureSeparateProducts(working, factor, cut, objects),
    placeholder: measurePlaceholder(working, factor, writing),
    moderation,
    clutter: measureClutter(working, survey, cut, factor, { overlays, watermarks }),
    faces: sortFaces(faces, objects, working, factor),
    productText: [...printed],
    people: people.map(({ box, confidence }) => ({ box, confidence })),
    productColours: measureProductColours(working, cut),
  };
  return { measures, offWhite: whiteness.offWhite };
}
