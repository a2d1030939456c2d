import { area, type Box } from '../../kernel/geometry.ts';
import type { Border, ColourProfile, PhotoFile } from '../types.ts';
import { rgbSpaces } from './file.ts';
import type { Rule } from './rule.ts';

/** Trust in a measurement that lies `excess` of its threshold beyond it: even at the threshold, nearly sure at twice of it. */
const trustBeyond = (excess: number): number => Math.min(0.95, 0.5 + 0.45 * excess);

/** The bands of a frame, as boxes along the edges of the picture. */
function bandsOf({ width, height }: PhotoFile, { top, right, bottom, left }: Border): readonly Box[] {
  const bands = [
    { x: 0, y: 0, width, height: top },
    { x: width - right, y: 0, width: right, height },
    { x: 0, y: height - bottom, width, height: bottom },
    { x: 0, y: 0, width: left, height },
  ];
  return bands.filter((band) => area(band) > 0);
}

export const border: Rule<'border'> = ({ photo, measures }, { maxShare }) => {
  const frame = measures.border;
  if (frame === null) return null;
  const share = Math.max(Math.max(frame.top, frame.bottom) / photo.height, Math.max(frame.left, frame.right) / photo.width);
  if (share <= maxShare) return null;
  return {
    measured: { value: share, unit: 'share' },
    required: { value: maxShare, unit: 'share', bound: 'max' },
    boxes: bandsOf(photo, frame),
    confidence: frame.confidence,
  };
};

/** Of 318 real photos the noisiest measures 5.2, a cushion of coarse linen; σ 8 measures 8, and 6.2 after JPEG at quality 80. */
export const noise: Rule<'noise'> = ({ measures }, { max }) => {
  const sigma = measures.noise;
  if (sigma === null || sigma <= max) return null;
  return { measured: { value: sigma, unit: 'levels' }, required: { value: max, unit: 'levels', bound: 'max' }, boxes: [], confidence: trustBeyond((sigma - max) / max) };
};

/**
 * What is seen decides, not the file's quality; a poor one only adds to the trust. Of 318 real photos one measures more
 * than .6, and looks it. Of ten photos saved at quality 75 none did, at 20 nearly all.
 */
export const jpegArtefacts: Rule<'jpeg-artefacts'> = ({ photo, measures }, { max }) => {
  const seams = measures.jpegArtefacts;
  if (seams === null || seams <= max) return null;
  const poor = photo.jpegQuality !== null && photo.jpegQuality < 60 ? 0.2 : 0;
  return {
    measured: { value: seams, unit: 'levels' },
    required: { value: max, unit: 'levels', bound: 'max' },
    boxes: [],
    confidence: Math.min(0.95, trustBeyond((seams - max) / max) + poor),
  };
};

export const colourCast: Rule<'colour-cast'> = ({ measures }, { maxChroma }) => {
  const cast = measures.colourCast;
  if (cast === null || cast.chroma <= maxChroma) return null;
  return {
    measured: { value: [cast.hue, cast.chroma.toFixed(1)], unit: 'tint' },
    required: { value: maxChroma, unit: 'tint', bound: 'max' },
    boxes: [],
    confidence: cast.confidence,
  };
};

/** Names of working spaces are the same in every language; null for those that count as sRGB. */
const familyNames: Readonly<Record<ColourProfile['family'], string | null>> = {
  srgb: null,
  grey: null,
  'adobe-rgb': 'Adobe RGB',
  'display-p3': 'Display P3',
  prophoto: 'ProPhoto RGB',
  other: '',
};

export const colourSpace: Rule<'colour-space'> = ({ photo }, { profilesOnly }) => {
  const { bitDepth, profile } = photo;
  const isRgb = rgbSpaces.has(photo.colourSpace) || bitDepth > 8;
  const told: string[] = [];
  if (!profilesOnly && bitDepth > 8) told.push(`${bitDepth}-bit`);
  if (!profilesOnly && !isRgb) told.push(photo.colourSpace.toUpperCase());
  // A profile of CMYK says nothing that its colour space has not said.
  const family = profile === null || !isRgb ? null : familyNames[profile.family];
  if (family !== null) told.push(family || profile?.name || photo.colourSpace.toUpperCase());
  if (told.length === 0) return null;
  return { measured: { value: told, unit: 'colours' }, required: { value: 'sRGB', unit: 'colours', bound: 'one-of' }, boxes: [], confidence: 1 };
};

/** How a picture shows where its EXIF note is ignored, by that note: 2–8. */
const turns = ['mirrored', 'upside-down', 'mirrored-upside-down', 'mirrored-sideways', 'left', 'mirrored-sideways', 'right'] as const;

export const orientation: Rule<'orientation'> = ({ photo }) => {
  const turn = turns[photo.orientation - 2];
  return turn === undefined
    ? null
    : { measured: { value: turn, unit: 'turn' }, required: { value: [], unit: 'turn', bound: 'none' }, boxes: [], confidence: 1 };
};

/** Of 318 real photos 16 were taken for enlarged: those that are, to twice their size by repeating pixels. */
export const lowResolutionUpscaled: Rule<'low-resolution-upscaled'> = ({ measures }, { min }) => {
  const scale = measures.trueScale;
  if (scale === null || scale >= min) return null;
  return { measured: { value: scale, unit: 'share' }, required: { value: min, unit: 'share', bound: 'min' }, boxes: [], confidence: 0.8 };
};
