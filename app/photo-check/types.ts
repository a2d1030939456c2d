import { z } from 'zod';

/** Channels that come with the console, in the order they are listed in. Their names are in the locale files. */
export const builtInChannelIds = [
  'amazon-main',
  'google-merchant',
  'walmart',
  'ebay',
  'etsy',
  'shopify',
  'tmall',
  'jd',
  'pdd',
] as const;
export type BuiltInChannelId = (typeof builtInChannelIds)[number];

/**
 * Channel ids are stable: the store, the packs and the command line use the same ones. A shop may have channels of
 * its own. `all` means every channel, and `constructor` is what every object in JavaScript has: neither is one.
 */
export const ChannelId = z.string().regex(/^(?!(?:all|constructor)$)[a-z0-9][a-z0-9-]{0,39}$/);
export type ChannelId = z.infer<typeof ChannelId>;

/** One channel, or `all` of them together. */
export const ChannelChoice = z.union([z.literal('all'), ChannelId]);
export type ChannelChoice = z.infer<typeof ChannelChoice>;

const builtInPlace: ReadonlyMap<string, number> = new Map(builtInChannelIds.map((id, index) => [id, index]));

export const isBuiltIn = (id: ChannelId): id is BuiltInChannelId => builtInPlace.has(id);

const placeOf = (id: ChannelId): number => builtInPlace.get(id) ?? builtInChannelIds.length;
/** Channels in the order they are listed in: those that come with the console, then the shop's own by id. */
export const inChannelOrder = (ids: readonly ChannelId[]): ChannelId[] =>
  ids.toSorted((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : Number(a > b)));

const channelWords = z.string().trim().min(1).max(60);
/** What a channel of one's own is called: the same in every language, or a name for each. */
export const ChannelName = z.union([channelWords, z.object({ en: channelWords, 'zh-CN': channelWords })]);
export type ChannelName = z.infer<typeof ChannelName>;

/** Rule ids are stable and the same in every channel. */
export const ruleIds = [
  'background-not-white',
  'fill-too-small',
  'fill-too-large',
  'too-small',
  'too-large',
  'wrong-aspect',
  'file-too-big',
  'wrong-format',
  'extension-mismatch',
  'text-overlay',
  'watermark',
  'collage',
  'several-products',
  'placeholder',
  'nsfw',
  'clutter',
  'faces',
  'blurry',
  'too-dark',
  'too-bright',
  'border',
  'noise',
  'jpeg-artefacts',
  'colour-cast',
  'colour-space',
  'orientation',
  'low-resolution-upscaled',
  'cropped',
  'person',
  'duplicate',
  'near-duplicate',
] as const;
export const RuleId = z.enum(ruleIds);
export type RuleId = z.infer<typeof RuleId>;

export const Severity = z.enum(['warn', 'fail']);
export type Severity = z.infer<typeof Severity>;
export const Verdict = z.enum(['pass', 'warn', 'fail']);
export type Verdict = z.infer<typeof Verdict>;

export const imageFormats = ['jpeg', 'png', 'webp', 'gif', 'tiff', 'bmp', 'avif', 'heif'] as const;
export const ImageFormat = z.enum(imageFormats);
export type ImageFormat = z.infer<typeof ImageFormat>;

/** x, y = top-left; pixels of the upright picture at its own size. */
export const BoxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** An embedded colour profile: the name it goes by, and the working space that its numbers make it. */
export const ColourProfile = z.object({ name: z.string(), family: z.enum(['srgb', 'adobe-rgb', 'display-p3', 'prophoto', 'grey', 'other']) });
export type ColourProfile = z.infer<typeof ColourProfile>;

/** What the file says of itself; width and height are those of the upright picture. */
export const PhotoFile = z.object({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().nonnegative(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** by its bytes, never by its name */
  format: ImageFormat,
  /** as written in the name: lower case, no dot; '' where there is none */
  extension: z.string(),
  /** sharp's name, e.g. 'srgb', 'cmyk', 'b-w' */
  colourSpace: z.string(),
  bitDepth: z.number().int(),
  hasAlpha: z.boolean(),
  /** frames of an animated GIF/WebP; 1 for a still */
  frames: z.number().int().positive(),
  /** EXIF orientation 1–8, 1 where absent */
  orientation: z.number().int().min(1).max(8),
  /** null where none is embedded: sRGB is then assumed */
  profile: ColourProfile.nullable(),
  /** 1–100, estimated from the quantisation table; null where the file is no JPEG */
  jpegQuality: z.number().int().min(1).max(100).nullable(),
});
export type PhotoFile = z.infer<typeof PhotoFile>;

const probability = z.number().min(0).max(1);

/** A line of writing; `text` is '' where it could not be read. */
export const TextBox = z.object({
  box: BoxSchema,
  text: z.string(),
  /** how sure we are of what was said of it: for an overlay that it is one, for print that it was read right */
  confidence: probability,
});
export type TextBox = z.infer<typeof TextBox>;

export const Watermark = z.object({
  box: BoxSchema,
  /** '' where it is no writing or could not be read */
  text: z.string(),
  /** how much of the picture below it hides; null where the ground is too even to tell */
  opacity: probability.nullable(),
  /** repeated over the picture; `box` then holds all of it */
  tiled: z.boolean(),
  confidence: probability,
});
export type Watermark = z.infer<typeof Watermark>;

const boxed = z.object({ box: BoxSchema, confidence: probability });

/** How much was laid over a picture, from nothing to what Chinese sellers call psoriasis (牛皮癣). */
export const clutterGrades = ['none', 'slight', 'heavy'] as const;
export const ClutterGrade = z.enum(clutterGrades);
export type ClutterGrade = z.infer<typeof ClutterGrade>;

/** Nothing but one colour; words that say there is no picture; a sign in place of one. */
export const placeholderKinds = ['blank', 'notice', 'icon'] as const;

export const Edge = z.enum(['top', 'right', 'bottom', 'left']);
export type Edge = z.infer<typeof Edge>;

/** A frame laid round the picture, or bars along two of its sides. */
export const Border = z.object({
  /** width along each edge in pixels of the original, 0 where there is none */
  top: z.number().nonnegative(),
  right: z.number().nonnegative(),
  bottom: z.number().nonnegative(),
  left: z.number().nonnegative(),
  /** R, G, B of its widest side, 0–255 */
  colour: z.tuple([z.number(), z.number(), z.number()]),
  /** 0–1: how surely it is laid on, and no ground that the product stands on */
  confidence: z.number().min(0).max(1),
});
export type Border = z.infer<typeof Border>;

export const castHues = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'violet', 'magenta'] as const;
/** The tint of what should be neutral. */
export const ColourCast = z.object({
  /** ≥ 0: chroma √(a² + b²) of the light in CIELAB; 0 = neutral */
  chroma: z.number().nonnegative(),
  hue: z.enum(castHues),
  /** 0–1: how much of the picture bears it out */
  confidence: z.number().min(0).max(1),
});
export type ColourCast = z.infer<typeof ColourCast>;

/** Every number a rule may read. Ranges in the comments; null = could not be measured, and the rule then stays silent. */
export const Measures = z.object({
  /** 0–1: share of background pixels (outside product, overlays and the JPEG halo) that are exactly 255,255,255 */
  backgroundWhiteShare: z.number().min(0).max(1).nullable(),
  /** median R, G, B of the background, 0–255 */
  backgroundColour: z.tuple([z.number(), z.number(), z.number()]).nullable(),
  /** 0–1: longer side of the product's box over that side of the frame */
  fill: z.number().min(0).max(1).nullable(),
  /** 0–1: product pixels over all pixels */
  areaShare: z.number().min(0).max(1).nullable(),
  productBox: BoxSchema.nullable(),
  /** how the product was told from its background */
  maskSource: z.enum(['white-background', 'model', 'none']),
  /** 0–1: how much the mask is to be trusted */
  maskConfidence: z.number().min(0).max(1),
  /** ≥ 0: edge sharpness inside the product; higher is sharper */
  sharpness: z.number().min(0).nullable(),
  /** 0–1: mean luma (Rec. 709) inside the product */
  productBrightness: z.number().min(0).max(1).nullable(),
  /** 0–1: 99th percentile of perceived brightness over the whole picture; a dark photo has no bright pixel at all */
  peakBrightness: z.number().min(0).max(1).nullable(),
  /** 0–1: 5th percentile of perceived brightness inside the product; an over-exposed one has no dark pixel left */
  floorBrightness: z.number().min(0).max(1).nullable(),
  /** 0–1: share of product pixels clipped to white / crushed to black */
  highlightsClipped: z.number().min(0).max(1).nullable(),
  shadowsCrushed: z.number().min(0).max(1).nullable(),
  /** null where no frame is laid round the picture */
  border: Border.nullable(),
  /** ≥ 0: standard deviation of the noise on flat parts, in 8-bit levels */
  noise: z.number().nonnegative().nullable(),
  /** ≥ 0: how far the seams of the JPEG grid and the ringing beside edges stand out, in 8-bit levels */
  jpegArtefacts: z.number().nonnegative().nullable(),
  colourCast: ColourCast.nullable(),
  /** 0–1: size at which the picture was taken over its own; 1 = never enlarged, .5 = enlarged to twice its size */
  trueScale: z.number().min(0).max(1).nullable(),
  /** edges of the frame that the product runs into */
  croppedEdges: z.array(Edge),
  textOverlays: z.array(TextBox),
  watermarks: z.array(Watermark),
  /** the pictures that this one was put together of, and how sure that is; none for a single picture */
  collage: z.object({ panels: z.array(BoxSchema), confidence: probability }),
  /** things that stand apart; fewer than two where there is one product. `likelySet`: alike, as a pair of shoes is */
  separateProducts: z.object({ boxes: z.array(BoxSchema), likelySet: z.boolean(), confidence: probability }),
  /** what stands in place of a photo; null for a photo */
  placeholder: z.object({ kind: z.enum(placeholderKinds), confidence: probability }).nullable(),
  /** probabilities of the moderation model's classes; they sum to 1 */
  moderation: z
    .object({ drawing: probability, hentai: probability, neutral: probability, porn: probability, sexy: probability })
    .nullable(),
  /** stickers, banners, words and marks laid over the picture; `share` of the frame they cover, 0–1 */
  clutter: z.object({ grade: ClutterGrade, share: probability, items: z.array(BoxSchema), confidence: probability }),
  /** that there are faces, never whose */
  faces: z.array(boxed),
  /** text that sits on the product itself (packaging, print) */
  productText: z.array(TextBox),
  people: z.array(boxed),
});
export type Measures = z.infer<typeof Measures>;

export const ModelStampSchema = z.object({
  id: z.string(),
  version: z.string(),
  runtime: z.string(),
  device: z.string(),
});

/** A measured or required value, ready to be shown: never a sentence, so that every language can write its own. */
export const Quantity = z.object({
  value: z.union([z.number(), z.string(), z.array(z.string())]),
  unit: z.enum(['share', 'pixels', 'size', 'bytes', 'ratio', 'format', 'count', 'score', 'similarity', 'edges', 'text', 'grade', 'placeholder', 'levels', 'tint', 'colours', 'turn']),
  /** how `value` bounds the measured one; absent on the measured side */
  bound: z.enum(['min', 'max', 'exactly', 'one-of', 'none']).optional(),
});
export type Quantity = z.infer<typeof Quantity>;

export const Finding = z.object({
  rule: RuleId,
  severity: Severity,
  measured: Quantity,
  required: Quantity,
  /** where in the picture; empty where the whole file is meant */
  boxes: z.array(BoxSchema),
  /** page the requirement is written on, with the day it was read and whether that page was an official one */
  source: z.object({ url: z.string(), title: z.string(), read: z.string(), official: z.boolean() }),
  /** 0–1: how sure we are of the measurement */
  confidence: z.number().min(0).max(1),
});
export type Finding = z.infer<typeof Finding>;

export const DuplicateOf = z.object({
  /** photo id in the console, path on the command line */
  file: z.string(),
  kind: z.enum(['exact', 'near']),
  /** cosine of the embeddings, or 1 for the same bytes or pixels */
  similarity: z.number().min(0).max(1),
});
export type DuplicateOf = z.infer<typeof DuplicateOf>;

export const ChannelVerdict = z.object({
  verdict: Verdict,
  /** version of the pack that judged, e.g. '2026-11-23' */
  pack: z.string(),
  findings: z.array(Finding),
});
export type ChannelVerdict = z.infer<typeof ChannelVerdict>;

/** Why a file could not be judged; `code` picks the sentence and the remedy in the locale files. */
export const photoErrorCodes = [
  'not-found',
  'not-readable',
  'not-a-file',
  'empty-file',
  'not-a-picture',
  'format-unsupported',
  'truncated',
  'too-many-pixels',
  'file-too-large',
  'decode-timeout',
  'decode-failed',
  'link-loop',
  'model-unavailable',
  'worker-crashed',
  'engine-stopped-on-it',
  'disk-full',
] as const;
export const PhotoErrorCode = z.enum(photoErrorCodes);
export type PhotoErrorCode = z.infer<typeof PhotoErrorCode>;
export const PhotoError = z.object({ file: z.string(), code: PhotoErrorCode, message: z.string() });
export type PhotoError = z.infer<typeof PhotoError>;

/** What models are asked of a photo. */
export const modelTasks = ['mask', 'text', 'objects', 'faces', 'embedding', 'moderation'] as const;
export const ModelTask = z.enum(modelTasks);
export type ModelTask = z.infer<typeof ModelTask>;

/** Everything one look at one file yields; verdicts and duplicates are judged from it later, without the pixels. */
export const PhotoAnalysis = z.object({
  /** raised when a measurement changes its meaning, so that stored ones are taken again */
  analysisVersion: z.number().int(),
  photo: PhotoFile,
  measures: Measures,
  models: z.array(ModelStampSchema),
  /** 64-bit dHash of the upright picture, 16 hex digits; behind it, where there is a product, that of its box and its mean Cb and Cr */
  dhash: z.string().regex(/^[0-9a-f]{16}(?:[0-9a-f]{20})?$/),
  /** sha-256 of the decoded upright pixels: equal for the same picture in another container */
  pixelSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** L2-normalised image embedding (1792-d); null where its model is unavailable */
  embedding: z.instanceof(Float32Array).nullable(),
  /** model tasks that could not run, e.g. ['text']; their rules are silent and the console says so */
  unavailable: z.array(ModelTask),
  /** milliseconds per stage */
  timings: z.record(z.string(), z.number()),
});
export type PhotoAnalysis = z.infer<typeof PhotoAnalysis>;
