import { describe, expect, it } from 'vitest';
import { allPacks, channelPacks } from './channels/index.ts';
import { ChannelPack, isVerified, packOn } from './channels/pack.ts';
import { judge, judgeAll } from './judge.ts';
import { requiredBy } from './rules/required.ts';
import { builtInChannelIds, type BuiltInChannelId, type DuplicateOf, type Measures, type PhotoFile, type RuleId } from './types.ts';

/** A photo that every channel passes. */
const photo: PhotoFile = {
  file: 'bottle.jpg',
  sha256: '0'.repeat(64),
  bytes: 400_000,
  width: 2400,
  height: 2400,
  format: 'jpeg',
  extension: 'jpg',
  colourSpace: 'srgb',
  bitDepth: 8,
  hasAlpha: false,
  frames: 1,
  orientation: 1,
  profile: null,
  jpegQuality: 92,
};

const box = { x: 1000, y: 200, width: 400, height: 2064 };
const measures: Measures = {
  backgroundWhiteShare: 1,
  backgroundColour: [255, 255, 255],
  fill: 0.86,
  areaShare: 0.3,
  productBox: box,
  maskSource: 'white-background',
  maskConfidence: 0.95,
  sharpness: 2.5,
  productBrightness: 0.5,
  peakBrightness: 1,
  floorBrightness: 0.2,
  highlightsClipped: 0,
  shadowsCrushed: 0,
  border: null,
  noise: 0.8,
  jpegArtefacts: 0.05,
  colourCast: null,
  trueScale: 1,
  croppedEdges: [],
  textOverlays: [],
  watermarks: [],
  collage: { panels: [], confidence: 0 },
  separateProducts: { boxes: [], likelySet: false, confidence: 0 },
  placeholder: null,
  moderation: null,
  clutter: { grade: 'none', share: 0, items: [], confidence: 1 },
  faces: [],
  productText: [],
  people: [],
};

interface Changes {
  readonly photo?: Partial<PhotoFile>;
  readonly measures?: Partial<Measures>;
  readonly duplicates?: readonly DuplicateOf[];
}

/** Severity that a rule reaches in a channel, or 'pass'. */
function severityOf(rule: RuleId, channel: BuiltInChannelId, changes: Changes): string {
  const analysis = { photo: { ...photo, ...changes.photo }, measures: { ...measures, ...changes.measures } };
  const { findings } = judge(analysis, changes.duplicates ?? [], channelPacks[channel]);
  return findings.find((finding) => finding.rule === rule)?.severity ?? 'pass';
}

const overlay = (confidence: number): Changes => ({ measures: { textOverlays: [{ box, text: 'SALE', confidence }] } });
const people = (confidence: number): Changes => ({ measures: { people: [{ box, confidence }] } });
const copy = (kind: DuplicateOf['kind']): Changes => ({ duplicates: [{ file: 'other.jpg', kind, similarity: 0.9 }] });

const framed = (width: number, confidence = 0.85): Changes => ({ measures: { border: { top: width, right: width, bottom: width, left: width, colour: [0, 0, 0], confidence } } });
const tinted = (chroma: number, confidence = 0.85): Changes => ({ measures: { colourCast: { chroma, hue: 'yellow', confidence } } });

/** rule, channel, what is changed, what is expected: each rule passes, stands at its border, and breaks. */
const cases: readonly (readonly [RuleId, BuiltInChannelId, Changes, 'pass' | 'warn' | 'fail'])[] = [
  ['background-not-white', 'amazon-main', { measures: { backgroundWhiteShare: 0.995 } }, 'pass'],
  ['background-not-white', 'amazon-main', { measures: { backgroundWhiteShare: 0.985 } }, 'warn'],
  ['background-not-white', 'amazon-main', { measures: { backgroundWhiteShare: 0.94 } }, 'fail'],
  ['background-not-white', 'amazon-main', { measures: { backgroundWhiteShare: null } }, 'pass'],
  ['background-not-white', 'walmart', { measures: { backgroundWhiteShare: 0 } }, 'fail'],
  ['background-not-white', 'jd', { measures: { backgroundWhiteShare: 0 } }, 'warn'],
  ['background-not-white', 'etsy', { measures: { backgroundWhiteShare: 0 } }, 'pass'],
  ['fill-too-small', 'amazon-main', { measures: { fill: 0.85 } }, 'pass'],
  ['fill-too-small', 'amazon-main', { measures: { fill: 0.846 } }, 'pass'],
  ['fill-too-small', 'amazon-main', { measures: { fill: 0.6 } }, 'fail'],
  ['fill-too-small', 'amazon-main', { measures: { fill: 0.6, maskConfidence: 0.4 } }, 'warn'],
  ['fill-too-small', 'amazon-main', { measures: { fill: 0.6, maskConfidence: 0.1 } }, 'pass'],
  ['fill-too-small', 'google-merchant', { measures: { fill: 0.6 } }, 'warn'],
  ['fill-too-large', 'google-merchant', { measures: { fill: 0.9 } }, 'pass'],
  ['fill-too-large', 'google-merchant', { measures: { fill: 0.97 } }, 'warn'],
  ['too-small', 'amazon-main', { photo: { width: 1000, height: 600 } }, 'pass'],
  ['too-small', 'amazon-main', { photo: { width: 999, height: 999 } }, 'warn'],
  ['too-small', 'amazon-main', { photo: { width: 499, height: 300 } }, 'fail'],
  ['too-small', 'google-merchant', { photo: { width: 400, height: 400 } }, 'warn'],
  ['too-small', 'google-merchant', { photo: { width: 99, height: 99 } }, 'fail'],
  ['too-small', 'pdd', { photo: { width: 750, height: 352 } }, 'pass'],
  ['too-large', 'amazon-main', { photo: { width: 10_000, height: 10 } }, 'pass'],
  ['too-large', 'amazon-main', { photo: { width: 10_001, height: 10 } }, 'fail'],
  ['too-large', 'google-merchant', { photo: { width: 8000, height: 8000 } }, 'pass'],
  ['too-large', 'google-merchant', { photo: { width: 8100, height: 8000 } }, 'fail'],
  ['too-large', 'shopify', { photo: { width: 4700, height: 4000 } }, 'warn'],
  ['wrong-aspect', 'walmart', { photo: { width: 2400, height: 2390 } }, 'pass'],
  ['wrong-aspect', 'walmart', { photo: { width: 2400, height: 2300 } }, 'fail'],
  ['wrong-aspect', 'pdd', { photo: { width: 1500, height: 704 } }, 'pass'],
  ['wrong-aspect', 'pdd', { photo: { width: 1600, height: 900 } }, 'fail'],
  ['file-too-big', 'jd', { photo: { bytes: 1_000_000 } }, 'pass'],
  ['file-too-big', 'jd', { photo: { bytes: 1_000_001 } }, 'fail'],
  ['file-too-big', 'etsy', { photo: { bytes: 1_000_001 } }, 'warn'],
  ['wrong-format', 'amazon-main', { photo: { format: 'gif', extension: 'gif' } }, 'pass'],
  ['wrong-format', 'amazon-main', { photo: { format: 'gif', extension: 'gif', frames: 12 } }, 'fail'],
  ['wrong-format', 'amazon-main', { photo: { format: 'webp', extension: 'webp' } }, 'fail'],
  ['wrong-format', 'walmart', { photo: { format: 'bmp', extension: 'bmp' } }, 'pass'],
  ['wrong-format', 'walmart', { photo: { colourSpace: 'cmyk' } }, 'fail'],
  ['wrong-format', 'walmart', { photo: { format: 'png', bitDepth: 16, colourSpace: 'rgb16' } }, 'fail'],
  ['extension-mismatch', 'google-merchant', { photo: { extension: 'jpeg' } }, 'pass'],
  ['extension-mismatch', 'google-merchant', { photo: { extension: 'png' } }, 'fail'],
  ['extension-mismatch', 'google-merchant', { photo: { extension: '' } }, 'fail'],
  ['text-overlay', 'amazon-main', overlay(0.95), 'fail'],
  ['text-overlay', 'amazon-main', overlay(0.7), 'pass'],
  ['text-overlay', 'amazon-main', { measures: { productText: [{ box, text: 'COLA', confidence: 1 }] } }, 'pass'],
  ['text-overlay', 'etsy', overlay(0.95), 'pass'],
  ['blurry', 'amazon-main', { measures: { sharpness: 1 } }, 'pass'],
  ['blurry', 'amazon-main', { measures: { sharpness: 0.9 } }, 'warn'],
  ['blurry', 'amazon-main', { measures: { sharpness: 0.3 } }, 'fail'],
  ['blurry', 'amazon-main', { measures: { sharpness: null } }, 'pass'],
  ['too-dark', 'ebay', { measures: { peakBrightness: 0.4 } }, 'pass'],
  ['too-dark', 'ebay', { measures: { peakBrightness: 0.3 } }, 'warn'],
  ['too-dark', 'ebay', { measures: { productBrightness: 0.04, shadowsCrushed: 0.3 } }, 'pass'],
  ['too-dark', 'ebay', { measures: { productBrightness: 0.01, shadowsCrushed: 0.8 } }, 'warn'],
  ['too-bright', 'ebay', { measures: { floorBrightness: 0.8, highlightsClipped: 0.3 } }, 'pass'],
  ['too-bright', 'ebay', { measures: { floorBrightness: 0.97 } }, 'warn'],
  ['too-bright', 'ebay', { measures: { highlightsClipped: 0.7 } }, 'warn'],
  ['border', 'ebay', framed(60), 'fail'],
  ['border', 'ebay', framed(60, 0.4), 'warn'],
  ['border', 'ebay', framed(60, 0.2), 'pass'],
  ['border', 'ebay', framed(4), 'pass'],
  ['border', 'google-merchant', framed(6), 'fail'],
  ['border', 'tmall', framed(60), 'warn'],
  ['border', 'etsy', framed(60), 'pass'],
  ['noise', 'etsy', { measures: { noise: 6.5 } }, 'pass'],
  ['noise', 'etsy', { measures: { noise: 6.6 } }, 'warn'],
  ['noise', 'etsy', { measures: { noise: null } }, 'pass'],
  ['jpeg-artefacts', 'ebay', { measures: { jpegArtefacts: 0.6 } }, 'pass'],
  ['jpeg-artefacts', 'ebay', { measures: { jpegArtefacts: 0.7 } }, 'warn'],
  ['jpeg-artefacts', 'ebay', { photo: { jpegQuality: 20 }, measures: { jpegArtefacts: 0.2 } }, 'pass'],
  ['jpeg-artefacts', 'ebay', { photo: { format: 'png', jpegQuality: null }, measures: { jpegArtefacts: 1.5 } }, 'warn'],
  ['colour-cast', 'shopify', tinted(6), 'pass'],
  ['colour-cast', 'shopify', tinted(9), 'warn'],
  ['colour-cast', 'shopify', tinted(20, 0.2), 'pass'],
  ['colour-space', 'amazon-main', { photo: { profile: { name: 'sRGB built-in', family: 'srgb' } } }, 'pass'],
  ['colour-space', 'amazon-main', { photo: { profile: { name: 'Dot Gain 20%', family: 'grey' }, colourSpace: 'b-w' } }, 'pass'],
  ['colour-space', 'amazon-main', { photo: { profile: { name: 'Adobe RGB (1998)', family: 'adobe-rgb' } } }, 'warn'],
  ['colour-space', 'amazon-main', { photo: { profile: { name: '', family: 'other' } } }, 'warn'],
  ['colour-space', 'amazon-main', { photo: { colourSpace: 'cmyk', profile: { name: 'FOGRA39', family: 'other' } } }, 'warn'],
  ['colour-space', 'amazon-main', { photo: { format: 'png', bitDepth: 16, colourSpace: 'rgb16' } }, 'warn'],
  ['colour-space', 'walmart', { photo: { format: 'png', bitDepth: 16, colourSpace: 'rgb16' } }, 'pass'],
  ['colour-space', 'walmart', { photo: { colourSpace: 'cmyk', profile: { name: 'FOGRA39', family: 'other' } } }, 'pass'],
  ['colour-space', 'walmart', { photo: { profile: { name: 'Display P3', family: 'display-p3' } } }, 'warn'],
  ['orientation', 'jd', { photo: { orientation: 1 } }, 'pass'],
  ['orientation', 'jd', { photo: { orientation: 6 } }, 'warn'],
  ['low-resolution-upscaled', 'walmart', { measures: { trueScale: 0.67 } }, 'pass'],
  ['low-resolution-upscaled', 'walmart', { measures: { trueScale: 0.5 } }, 'warn'],
  ['low-resolution-upscaled', 'walmart', { measures: { trueScale: null } }, 'pass'],
  ['cropped', 'amazon-main', { measures: { croppedEdges: ['bottom'] } }, 'fail'],
  ['cropped', 'amazon-main', { measures: { croppedEdges: ['bottom'], maskConfidence: 0.4 } }, 'warn'],
  ['cropped', 'amazon-main', {}, 'pass'],
  ['person', 'amazon-main', people(0.9), 'warn'],
  ['person', 'amazon-main', people(0.6), 'pass'],
  ['duplicate', 'shopify', copy('exact'), 'warn'],
  ['duplicate', 'shopify', copy('near'), 'pass'],
  ['near-duplicate', 'shopify', copy('near'), 'warn'],
  ['near-duplicate', 'shopify', copy('exact'), 'pass'],
];

describe('rules', () => {
  it.each(cases)('%s in %s with %j: %s', (rule, channel, changes, expected) => {
    expect(severityOf(rule, channel, changes)).toBe(expected);
  });

  it.each(cases.filter(([rule, , , expected]) => expected !== 'pass' && rule !== 'extension-mismatch'))('%s in %s with %j asks what the list of rules says', (rule, channel, changes) => {
    const analysis = { photo: { ...photo, ...changes.photo }, measures: { ...measures, ...changes.measures } };
    const pack = channelPacks[channel];
    const found = judge(analysis, changes.duplicates ?? [], pack).findings.find((finding) => finding.rule === rule);
    expect(pack.requirements.filter((one) => one.rule === rule).flatMap(requiredBy)).toContainEqual(found?.required);
  });

  it('every rule has a case that breaks it', () => {
    const broken = new Set(cases.filter(([, , , expected]) => expected !== 'pass').map(([rule]) => rule));
    const inPacks = new Set(allPacks.flatMap((pack) => pack.requirements.map(({ rule }) => rule)));
    expect([...inPacks].filter((rule) => !broken.has(rule))).toEqual([]);
    expect(inPacks.size).toBe(24);
  });
});

describe('what a finding says', () => {
  const finding = (changes: Changes) =>
    judge({ photo: { ...photo, ...changes.photo }, measures: { ...measures, ...changes.measures } }, [], channelPacks.ebay).findings[0];

  it('of a frame: its width and where it lies', () => {
    const found = finding({ measures: { border: { top: 240, right: 0, bottom: 240, left: 0, colour: [0, 0, 0], confidence: 0.9 } } });
    expect(found?.measured).toEqual({ value: 0.1, unit: 'share' });
    expect(found?.boxes).toEqual([{ x: 0, y: 0, width: 2400, height: 240 }, { x: 0, y: 2160, width: 2400, height: 240 }]);
  });

  it('of a tint: its hue and strength', () => {
    expect(finding(tinted(9.24))?.measured).toEqual({ value: ['yellow', '9.2'], unit: 'tint' });
  });

  it('of colours: names that people know', () => {
    const measured = (change: Partial<PhotoFile>): unknown => finding({ photo: change })?.measured.value;
    expect(measured({ profile: { name: 'sP3C', family: 'display-p3' } })).toEqual(['Display P3']);
    expect(measured({ profile: { name: 'eciRGB v2', family: 'other' } })).toEqual(['eciRGB v2']);
    expect(measured({ colourSpace: 'cmyk', profile: { name: 'FOGRA39', family: 'other' } })).toEqual(['CMYK']);
    expect(measured({ colourSpace: 'rgb16', bitDepth: 16, profile: { name: 'ProPhoto', family: 'prophoto' } })).toEqual(['16-bit', 'ProPhoto RGB']);
  });

  it.each([[2, 'mirrored'], [3, 'upside-down'], [6, 'left'], [8, 'right']])('of the EXIF note %i: shows %s', (note, turn) => {
    expect(finding({ photo: { orientation: note } })?.measured).toEqual({ value: turn, unit: 'turn' });
  });

  it('is surer, the further it lies beyond the threshold', () => {
    const trust = (noise: number): number => finding({ measures: { noise } })?.confidence ?? 0;
    expect(trust(7)).toBeLessThan(trust(9));
    expect(trust(9)).toBeLessThan(trust(13));
  });
});

describe('a verdict', () => {
  it('of a good photo is pass in every channel', () => {
    const verdicts = judgeAll({ photo, measures }, [], allPacks);
    expect(Object.values(verdicts).map(({ verdict }) => verdict)).toEqual(builtInChannelIds.map(() => 'pass'));
  });

  it('is the worst severity, with one finding a rule, worst first', () => {
    const { verdict, findings } = judge({ photo: { ...photo, width: 400, height: 400 }, measures: { ...measures, sharpness: 0.9 } }, [], channelPacks['amazon-main']);
    expect(verdict).toBe('fail');
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['too-small', 'fail'], ['blurry', 'warn']]);
    expect(findings[0]).toMatchObject({ measured: { value: 400, unit: 'pixels' }, required: { value: 500, unit: 'pixels', bound: 'min' } });
    expect(findings[0]?.source.url).toMatch(/^https:/);
  });
});

describe('the packs', () => {
  it('cover every channel, each valid and dated', () => {
    expect(allPacks.map(({ channel }) => channel)).toEqual([...builtInChannelIds]);
    for (const pack of allPacks) expect(ChannelPack.safeParse(pack).success).toBe(true);
  });

  it('say so where no official page was reached', () => {
    for (const id of ['tmall', 'jd', 'pdd'] as const) {
      expect(isVerified(channelPacks[id])).toBe(false);
      expect(channelPacks[id].requirements.some(({ source }) => source.official)).toBe(false);
    }
  });

  it('put a change in force on its day', () => {
    const pack = channelPacks['google-merchant'];
    const small = { photo: { ...photo, width: 450, height: 450 }, measures };
    expect(judge(small, [], packOn(pack, '2027-01-30')).verdict).toBe('warn');
    expect(judge(small, [], packOn(pack, '2027-01-31')).verdict).toBe('fail');
    expect(packOn(pack, '2027-01-31').upcoming).toEqual([]);
  });

  it('leave out what a shop switched off, also when its day has come', () => {
    const pack = channelPacks['google-merchant'];
    const off = { ...pack, requirements: pack.requirements.map((one) => ({ ...one, off: one.rule === 'too-small' })), upcoming: pack.upcoming.map((change) => ({ ...change, requirement: { ...change.requirement, off: true } })) };
    const small = { photo: { ...photo, width: 50, height: 50 }, measures };
    expect(judge(small, [], packOn(off, '2027-01-31')).verdict).toBe('pass');
    expect(packOn(off, '2027-01-30').upcoming).toEqual([]);
  });

  it('refuse a pack that is no pack', () => {
    expect(ChannelPack.safeParse({ ...channelPacks.ebay, version: 'yesterday' }).success).toBe(false);
    expect(ChannelPack.safeParse({ ...channelPacks.ebay, requirements: [{ rule: 'too-small', severity: 'fail' }] }).success).toBe(false);
  });
});
