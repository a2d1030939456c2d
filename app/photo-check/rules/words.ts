import type { Requirement } from '../channels/pack.ts';
import type { RuleId } from '../types.ts';

/** What a rule looks at, and what it is known to get wrong. */
export interface RuleWords {
  readonly measures: string;
  readonly mistakes: string;
}

/** The English words of docs/rules.md and of the command line; a rule without them does not compile. */
export const ruleWords: Readonly<Record<RuleId, RuleWords>> = {
  'background-not-white': {
    measures: 'The share of background pixels that are exactly 255, 255, 255. The product, stickers and the rim that JPEG leaves round the product do not count; a shadow does.',
    mistakes: 'A product that is itself white is told from its ground by a shading of one level in 255; where a part of it has burnt out to the ground\'s own white, that part counts as background. On a busy scene the background is what the mask model leaves over. Below about 400 px a side, a soft shadow can be taken for product, so that it does not count.',
  },
  'fill-too-small': {
    measures: 'Fill: the longer side of the box round the product, over that side of the frame.',
    mistakes: 'Only as good as the mask: half a percent on white, several percent where the mask comes from the model. Several things in one picture are measured as one. Below about 400 px a side, a soft shadow can be taken for product.',
  },
  'fill-too-large': { measures: 'The same fill, against the largest share that is accepted.', mistakes: 'As for fill-too-small. A cropped product also fills too much.' },
  'too-small': { measures: 'The longer or the shorter side in pixels, after EXIF orientation.', mistakes: 'None known. A picture that was scaled up passes this rule and is left to low-resolution-upscaled.' },
  'too-large': { measures: 'The longer side and the number of pixels.', mistakes: 'None known.' },
  'wrong-aspect': { measures: 'Width over height, against the ratios that are accepted.', mistakes: 'None known.' },
  'file-too-big': { measures: 'The size of the file; a megabyte is 1,000,000 bytes.', mistakes: 'Where a channel means 1,048,576 bytes, a file in between is refused here.' },
  'wrong-format': { measures: 'The format by the first bytes of the file, and whether it moves; where asked, 8-bit RGB.', mistakes: 'None known.' },
  'extension-mismatch': { measures: 'The format by its bytes against the end of the name.', mistakes: 'None known.' },
  'text-overlay': {
    measures: 'Text found by the text models, and how it got there: whether it stands on the product or runs over its outline, whether its letters and their ground have one flat colour where the rest of the picture is shaded, its slope, its size, whether other print stands by, and what it says (offers, prices). Writing that the reader does not know (Cyrillic, Arabic, kana, Hangul) is judged by all but its words.',
    mistakes: 'Of 138 texts laid over photos in six scripts 8 in 10 are found, of those in Latin and Chinese letters 9 in 10; of 260 photos without any, 7 are warned about and none fails. Without an offer, text right on a product is at most a warning; where the product is itself drawn flat (a book cover, a render) it passes as print. Text of no more than 2 % of the frame, and unread writing that stands askew, mostly passes.',
  },
  watermark: {
    measures: 'Writing that the picture shines through (its edges keep to one mixture of ink and ground), that is faint for its size, that claims the picture (©, SAMPLE, 版权, a stock agency) or names a shop, or that comes again and again over the frame.',
    mistakes: 'Patterns are found from 12 % opacity on in 7 of 10 cases, single marks of 50 % in 4 of 10, of 25 % in 2 of 10; single marks of 12 % hardly ever. Logos without letters are missed. Of 260 photos without any, one is warned about. A maker\'s © or the word SAMPLE printed on the product is warned about.',
  },
  collage: {
    measures: 'Straight lines or gaps across the picture, exact to the pixel, at which it changes and nothing goes on from one side to the other; and a smaller picture set into a corner.',
    mistakes: 'Pictures put together on one white ground show no line and are left to several-products. Half of the insets are missed. A product whose straight edge runs right across the frame before another ground may be taken for a line; of 260 single photos none was.',
  },
  'several-products': {
    measures: 'Things that stand apart on a white ground (or, on a scene, objects of different kinds) and are of comparable size. Things alike in size and in colour or outline are taken for a set and pass.',
    mistakes: 'A set of unlike things (a jacket with its trousers, a pot with its cup) is warned about. Things that touch or overlap are one. A heap or more than eight things pass.',
  },
  placeholder: {
    measures: 'Nothing but one colour; words that say there is no picture; a drawn sign, grey on grey, or little more than words on one colour.',
    mistakes: 'A poster, a card or a label photographed flat may be taken for a notice (a warning). Signs in colour pass.',
  },
  nsfw: {
    measures: 'The probabilities that the moderation model gives to indecent and to suggestive pictures, where a person or a face was seen. It is asked together with the near duplicates and costs nothing more.',
    mistakes: 'Never tested on indecent pictures, since the project has none. By others\' accounts it errs on lingerie, swimwear and skin-coloured goods; without anybody in the picture it is not heard at all, since it takes melons and onions for indecent (up to 96 %). Close-ups without a person to be seen pass.',
  },
  clutter: {
    measures: 'The share of the frame that texts, stickers and banners laid over it cover, and in how many blocks: slight from one on; heavy (牛皮癣) from 20 % of the frame, or four blocks and 5 %, or 8 % on a busy scene.',
    mistakes: 'The grades are this console\'s own. It counts what text-overlay and watermark find: stickers without words are not seen, nor, on a scene, how far a sticker reaches beyond its words.',
  },
  faces: {
    measures: 'Faces found by the face model in the whole picture and close round the heads of people; whose they are is never asked. Where neither a person nor skin is to be seen, none is looked for.',
    mistakes: 'Painted faces, dolls and masks count. Profiles, faces looking down and faces below about 30 px are missed. Outside of people a face must be of the colour of skin, so that black-and-white ones may be missed.',
  },
  blurry: {
    measures: 'One over the blur of the sharpest edges inside the product, in pixels of a copy of at most 2048 a side. 4 is sharp to the pixel, 1 a blur of one pixel.',
    mistakes: 'Things without hard edges (fur, smooth glaze, brushed metal) measure softer than they are. Motion blur along one direction leaves the edges in that direction sharp and passes, as do soft pictures with one sharp edge.',
  },
  'too-dark': {
    measures: 'The 99th percentile of brightness over the whole picture, and how much of the product is crushed to black.',
    mistakes: 'An under-exposed product on a ground that stayed white passes while half of it keeps some detail.',
  },
  'too-bright': {
    measures: 'Whether the product has no darker pixel left (5th percentile of brightness), or most of it is clipped.',
    mistakes: 'On a white background what is clipped looks like background and is not seen as product.',
  },
  border: {
    measures: 'Bands of one colour along all four edges, or along two opposite ones, that end in a straight step at the same depth. Corners may be round.',
    mistakes: 'A box that stands square to the camera, equally far from all edges, looks like a framed picture: such a finding is of little confidence. Frames of several colours, with a gradient, or white ones round a photo on white are missed.',
  },
  noise: {
    measures: 'The standard deviation of noise on the flattest parts of product and background that are neither clipped nor black, in 8-bit levels.',
    mistakes: 'JPEG smooths noise away: what is measured is what is left of it. Coarse weave or hide that fills the picture can measure up to 5. Noise behind print or knit that fills the picture is not told.',
  },
  'jpeg-artefacts': {
    measures: 'The mean height of the seams between the blocks of JPEG that stand out between smooth sides, in 8-bit levels; the grid may be shifted, the file of any format.',
    mistakes: 'Ringing round letters is not measured by itself. A picture scaled after it was spoilt no longer has the grid, and passes.',
  },
  'colour-cast': {
    measures: 'The tint of the light as chroma in CIELAB: that of a plain ground, where the product bears it too or the ground was meant to be white; on scenes only where all that is near neutral has one tint.',
    mistakes: 'A cream or pale blue backdrop behind a product without anything neutral is taken for a cast. A cast is missed on most scenes, under a coloured product on strongly tinted white, and where the ground was made white afterwards.',
  },
  'colour-space': {
    measures: 'The embedded profile by its primaries and tone curve, whatever its name; CMYK, Lab and more than 8 bits a channel, unless the formats of the channel already exclude them. No profile counts as sRGB.',
    mistakes: 'Adobe RGB that is noted in EXIF alone, without a profile, counts as sRGB.',
  },
  orientation: { measures: 'The orientation noted in EXIF, which many channels ignore.', mistakes: 'Where a channel does turn the picture, the warning is needless.' },
  'low-resolution-upscaled': {
    measures: 'The size at which the picture was taken over its own, by the ripple that enlarging leaves in its derivatives, where the detail is as coarse as that enlargement leaves it.',
    mistakes: 'A soft picture whose ripple JPEG has wiped out is left to blurry. Enlargements that were sharpened afterwards, by between 1.6 and 2.7 at JPEG qualities below 80, or by a model, are missed. Where detail is coarse, 1.5 times and 3 times can be confused.',
  },
  cropped: { measures: 'The edges of the frame that the product runs into.', mistakes: 'A thing that is meant to leave the frame, as a cord does, counts where it is wider than 2 % of that edge.' },
  person: { measures: 'People found by the object model.', mistakes: 'Mannequins, dolls and printed people may be found; hands and feet alone are often missed.' },
  duplicate: { measures: 'The same bytes, or the same pixels in another file.', mistakes: 'None known.' },
  'near-duplicate': {
    measures: 'Two pictures whose embeddings are alike and that are laid out alike, as a whole or inside the box round the product.',
    mistakes: 'Of 500 altered copies 84 % were found: all that were recompressed, 4 in 5 that were halved or cropped by 10 %, 2 in 3 turned by 3° or padded by 10 %. Of 209 different products no two were taken for one another; variants of one colour that differ only in small print may be. Mirrored copies are missed.',
  },
};

/** A requirement in a few words, e.g. `≥ 1,500 px (shorter side)`. */
export function thresholdText(requirement: Requirement): string {
  const number = new Intl.NumberFormat('en');
  const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
  switch (requirement.rule) {
    case 'background-not-white':
      return `≥ ${percent.format(requirement.minShare)} exactly white`;
    case 'fill-too-small':
      return `≥ ${percent.format(requirement.min)}`;
    case 'fill-too-large':
      return `≤ ${percent.format(requirement.max)}`;
    case 'too-small':
      return `≥ ${number.format(requirement.min)} px (${requirement.side} side)`;
    case 'too-large':
      return [
        requirement.maxSide === null ? null : `≤ ${number.format(requirement.maxSide)} px`,
        requirement.maxPixels === null ? null : `≤ ${number.format(requirement.maxPixels / 1_000_000)} MP`,
      ].filter((part) => part !== null).join(', ');
    case 'wrong-aspect':
      return requirement.ratios.map(([width, height]) => `${width}:${height}`).join(' or ');
    case 'file-too-big':
      return `≤ ${number.format(requirement.maxBytes / 1_000_000)} MB`;
    case 'wrong-format':
      return `${requirement.formats.join(', ')}${requirement.animated ? '' : '; not animated'}${requirement.rgb8Only ? '; 8-bit RGB' : ''}`;
    case 'nsfw':
      return `explicit ≤ ${percent.format(requirement.maxExplicit)}, suggestive ≤ ${percent.format(requirement.maxSuggestive)}`;
    case 'clutter':
      return `at most ${requirement.most}`;
    case 'text-overlay':
    case 'watermark':
    case 'collage':
    case 'several-products':
    case 'placeholder':
    case 'faces':
    case 'person':
      return `none seen with confidence ≥ ${percent.format(requirement.minConfidence)}`;
    case 'blurry':
      return `≥ ${requirement.min}`;
    case 'too-dark':
      return `brightest part ≥ ${percent.format(requirement.minPeak)}, crushed to black ≤ ${percent.format(requirement.maxCrushed)}`;
    case 'too-bright':
      return `darkest part ≤ ${percent.format(requirement.maxFloor)}, clipped ≤ ${percent.format(requirement.maxClipped)}`;
    case 'border':
      return `none wider than ${percent.format(requirement.maxShare)} of the side`;
    case 'noise':
    case 'jpeg-artefacts':
      return `≤ ${requirement.max} levels`;
    case 'colour-cast':
      return `chroma ≤ ${requirement.maxChroma}`;
    case 'colour-space':
      return requirement.profilesOnly ? 'no other profile than sRGB' : 'sRGB, 8 bits a channel';
    case 'orientation':
      return 'upright without a note';
    case 'low-resolution-upscaled':
      return `≥ ${percent.format(requirement.min)} of its size`;
    case 'extension-mismatch':
      return 'must match';
    case 'cropped':
    case 'duplicate':
    case 'near-duplicate':
      return 'none';
  }
}
