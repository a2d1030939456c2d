import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelPacks, judge, ruleIds, type BuiltInChannelId, type Measures, type PhotoFile } from '../index.ts';
import { mostEnlarged } from './frame.ts';
import { planFix } from './plan.ts';
import { remedies } from './remedies.ts';
import type { FixPlan, FixStepOf, FixStep } from './types.ts';

const file: PhotoFile = {
  file: 'mug.jpg', sha256: 'a'.repeat(64), bytes: 400_000, width: 2400, height: 2400, format: 'jpeg', extension: 'jpg',
  colourSpace: 'srgb', bitDepth: 8, hasAlpha: false, frames: 1, orientation: 1, profile: null, jpegQuality: 95,
};
const good: Measures = {
  backgroundWhiteShare: 1, backgroundColour: [255, 255, 255], fill: 0.88, areaShare: 0.5, productBox: { x: 144, y: 144, width: 2112, height: 2112 },
  maskSource: 'white-background', maskConfidence: 0.95, sharpness: 3, productBrightness: 0.5, peakBrightness: 1, floorBrightness: 0.2,
  highlightsClipped: 0, shadowsCrushed: 0, border: null, noise: 0, jpegArtefacts: 0, colourCast: null, trueScale: 1, croppedEdges: [], textOverlays: [], watermarks: [],
  collage: { panels: [], confidence: 0 }, separateProducts: { boxes: [], likelySet: false, confidence: 0 }, placeholder: null, moderation: null,
  clutter: { grade: 'none', share: 0, items: [], confidence: 1 }, faces: [], productText: [], people: [], productColours: null,
};

function plan(channel: BuiltInChannelId, photo: Partial<PhotoFile>, measures: Partial<Measures>): FixPlan {
  const subject = { photo: { ...file, ...photo }, measures: { ...good, ...measures } };
  const pack = channelPacks[channel];
  return planFix({ ...subject, verdict: judge(subject, [], pack), pack });
}
const stepOf = <K extends FixStep['kind']>({ steps }: FixPlan, kind: K): FixStepOf<K> | undefined => steps.find((step): step is FixStepOf<K> => step.kind === kind);
const kinds = ({ steps }: FixPlan): string[] => steps.map(({ kind }) => kind);
const small = { fill: 0.5, productBox: { x: 600, y: 700, width: 1200, height: 900 } };

describe('a plan', () => {
  it('is nothing where the channel has no objection', () => {
    expect(plan('amazon-main', {}, {})).toMatchObject({ fixable: 'nothing', steps: [], unfixable: [] });
  });

  it('replaces a background that is not white, and says what it mends', () => {
    const made = plan('amazon-main', {}, { backgroundWhiteShare: 0.2, backgroundColour: [225, 226, 228] });
    expect(made).toMatchObject({ fixable: 'yes', mends: ['background-not-white'] });
    expect(kinds(made)).toEqual(['background', 'encode', 'metadata']);
  });

  it('does its steps in a sound order', () => {
    const made = plan('walmart', { orientation: 6, colourSpace: 'cmyk', bitDepth: 8, frames: 1, format: 'tiff', extension: 'tif', width: 1800, height: 1300 }, { ...small, productBox: { x: 400, y: 200, width: 700, height: 900 }, backgroundWhiteShare: 0.1 });
    expect(kinds(made)).toEqual(['upright', 'colour', 'background', 'frame', 'resize', 'encode', 'metadata']);
  });

  it.each([
    ['no product', { maskSource: 'none', productBox: null, fill: null }, 'no-product'],
    ['an unsure mask', { maskConfidence: 0.4 }, 'mask-unsure'],
  ] as const)('leaves the background with %s, and says why', (_, measures, reason) => {
    const made = plan('walmart', {}, { backgroundWhiteShare: 0.1, ...measures });
    expect(made.unfixable).toContainEqual({ rule: 'background-not-white', reason });
    expect(kinds(made)).not.toContain('background');
  });

  it.each([
    ['blurry', { sharpness: 0.3 }, 'blurred'],
    ['cropped', { croppedEdges: ['bottom'] }, 'cut-off'],
    ['text-overlay', { textOverlays: [{ box: { x: 0, y: 0, width: 500, height: 90 }, text: 'SALE', confidence: 0.99 }] }, 'text-on-picture'],
    ['person', { people: [{ box: { x: 0, y: 0, width: 500, height: 900 }, confidence: 0.95 }] }, 'person-in-picture'],
    ['too-bright', { floorBrightness: 0.95 }, 'detail-lost'],
  ] as const)('cannot mend %s', (rule, measures, reason) => {
    const made = plan('amazon-main', {}, measures as Partial<Measures>);
    expect(made).toMatchObject({ fixable: 'no', steps: [] });
    expect(made.unfixable).toContainEqual({ rule, reason });
  });

  it('keeps text that was laid over, also where it replaces the background', () => {
    const made = plan('amazon-main', {}, { backgroundWhiteShare: 0.1, textOverlays: [{ box: { x: 0, y: 0, width: 500, height: 90 }, text: 'SALE', confidence: 0.99 }] });
    expect(made.fixable).toBe('partly');
    expect(stepOf(made, 'background')).toMatchObject({ keepOverlays: true });
  });

  it('corrects the light only where the ground is known to be white', () => {
    const dark = { backgroundWhiteShare: 0, peakBrightness: 0.39, backgroundColour: [140, 140, 140] as [number, number, number], maskSource: 'model' as const };
    expect(stepOf(plan('amazon-main', {}, dark), 'tone')?.gain[0]).toBeGreaterThan(2);
    expect(plan('ebay', {}, dark).unfixable).toContainEqual({ rule: 'too-dark', reason: 'light-unknown' });
    expect(plan('amazon-main', {}, { ...dark, backgroundColour: [60, 60, 60] }).unfixable).toContainEqual({ rule: 'too-dark', reason: 'detail-lost' });
    expect(plan('amazon-main', {}, { backgroundWhiteShare: 0.1, backgroundColour: [225, 225, 225] }).steps.map(({ kind }) => kind)).not.toContain('tone');
  });

  it('takes a shadow on white paper out where a new frame would cut it', () => {
    const made = plan('google-merchant', {}, { ...small, backgroundWhiteShare: 0.95 });
    expect(stepOf(made, 'background')).toMatchObject({ for: [] });
  });

  it('gives up what the pixels refused, and plans the rest', () => {
    const subject = { photo: { ...file, format: 'webp' as const, extension: 'webp' }, measures: { ...good, backgroundWhiteShare: 0.2 } };
    const pack = channelPacks['amazon-main'];
    const made = planFix({ ...subject, verdict: judge(subject, [], pack), pack, refused: { background: 'edges-unsure' } });
    expect(made).toMatchObject({ fixable: 'partly', mends: ['wrong-format'], unfixable: [{ rule: 'background-not-white', reason: 'edges-unsure' }] });
    expect(kinds(made)).toEqual(['encode', 'metadata']);
  });

  it('cuts a frame off before all else that it does to pixels', () => {
    const made = plan('ebay', {}, { border: { top: 40, right: 40, bottom: 40, left: 40, colour: [200, 0, 0], confidence: 0.9 } });
    expect(made).toMatchObject({ fixable: 'yes', mends: ['border'] });
    expect(made.steps[0]).toEqual({ kind: 'border', rect: { x: 42, y: 42, width: 2316, height: 2316 }, for: ['border'] });
  });

  it('takes a cast off the light only where the ground is known to be white', () => {
    const cast = { colourCast: { chroma: 14, hue: 'yellow' as const, confidence: 0.9 }, backgroundColour: [235, 228, 205] as [number, number, number] };
    const [red, green, blue] = stepOf(plan('amazon-main', {}, cast), 'tone')?.gain ?? [0, 0, 0];
    expect(red < green && green < blue).toBe(true);
    expect(plan('ebay', {}, { ...cast, maskSource: 'model' }).unfixable).toContainEqual({ rule: 'colour-cast', reason: 'light-unknown' });
  });

  it.each([['noise', { noise: 30 }, 'noisy'], ['jpeg-artefacts', { jpegArtefacts: 9 }, 'lost-to-compression'], ['low-resolution-upscaled', { trueScale: 0.3 }, 'blurred']] as const)('cannot bring back what %s has taken', (rule, measures, reason) => {
    expect(plan('ebay', {}, measures).unfixable).toContainEqual({ rule, reason });
  });

  it('names the rules of profile and orientation at the steps that mend them', () => {
    const made = plan('ebay', { orientation: 6, profile: { name: 'Display P3', family: 'display-p3' } }, {});
    expect(stepOf(made, 'upright')?.for).toEqual(['orientation']);
    expect(stepOf(made, 'colour')).toMatchObject({ from: 'Display P3', for: ['colour-space'] });
  });

  it('has a remedy, or a reason, for every rule', () => {
    expect(Object.keys(remedies).toSorted()).toEqual([...ruleIds].toSorted());
  });
});

describe('a frame', () => {
  it('brings the product between the channel’s limits, in the middle', () => {
    const step = stepOf(plan('google-merchant', {}, small), 'frame');
    expect(step?.fill?.after).toBeGreaterThan(0.75);
    expect(step?.fill?.after).toBeLessThan(0.9);
    expect(Math.abs((step?.rect.x ?? 0) + (step?.rect.width ?? 0) / 2 - 1200)).toBeLessThanOrEqual(1);
    expect(Math.abs((step?.rect.y ?? 0) + (step?.rect.height ?? 0) / 2 - 1150)).toBeLessThanOrEqual(1);
  });

  it('pads with white to the ratio asked for', () => {
    const step = stepOf(plan('walmart', { width: 2400, height: 3600 }, { productBox: { x: 200, y: 200, width: 2000, height: 3200 }, fill: 0.89 }), 'frame');
    expect(step).toMatchObject({ ratio: [1, 1], pad: 'white', padded: true });
    expect(step?.rect.width).toBe(step?.rect.height);
  });

  it('goes on with the ground’s own colour where that is not white', () => {
    const step = stepOf(plan('pdd', { width: 2400, height: 3000 }, { maskSource: 'model', backgroundWhiteShare: 0, backgroundColour: [200, 180, 160], productBox: { x: 100, y: 100, width: 2200, height: 2800 }, fill: 0.93 }), 'frame');
    expect(step).toMatchObject({ pad: 'own-colour', padded: true });
  });

  it('is not made closer where too few pixels would be left', () => {
    const made = plan('amazon-main', { width: 700, height: 700 }, { fill: 0.3, productBox: { x: 250, y: 250, width: 210, height: 210 } });
    expect(made.unfixable).toContainEqual({ rule: 'fill-too-small', reason: 'too-few-pixels' });
  });

  it('leaves the edge that a product runs off where it is', () => {
    const step = stepOf(plan('walmart', { width: 2400, height: 3000 }, { croppedEdges: ['bottom'], productBox: { x: 700, y: 1200, width: 1000, height: 1800 }, fill: 0.6 }), 'frame');
    expect((step?.rect.y ?? 0) + (step?.rect.height ?? 0)).toBe(3000);
  });

  it('never cuts the product, and keeps fill, size and ratio to what the channel asks', () => {
    const channels = fc.constantFrom<BuiltInChannelId>('amazon-main', 'google-merchant', 'walmart', 'tmall', 'pdd', 'jd');
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(channels, fc.integer({ min: 300, max: 6000 }), fc.integer({ min: 300, max: 6000 }), unit, unit, unit, unit, fc.boolean(), (channel, width, height, a, b, c, d, white) => {
        const w = Math.max(20, Math.floor(width * (0.05 + 0.9 * a)));
        const h = Math.max(20, Math.floor(height * (0.05 + 0.9 * b)));
        const box = { x: Math.floor((width - w) * c), y: Math.floor((height - h) * d), width: w, height: h };
        const fill = w >= h ? w / width : h / height;
        const made = plan(channel, { width, height }, { productBox: box, fill, backgroundWhiteShare: white ? 1 : 0.3, maskSource: 'model', maskConfidence: 0.9 });
        const frame = stepOf(made, 'frame');
        const resize = stepOf(made, 'resize');
        expect(resize?.scale ?? 1).toBeLessThanOrEqual(mostEnlarged + 1e-9);
        // without a frame the picture itself is one
        const { rect, ratio, fill: filled, for: rules } = frame ?? { rect: { x: 0, y: 0, width, height }, ratio: null, fill: null, for: [] as string[] };
        const after = filled?.after ?? 0;
        expect(box.x).toBeGreaterThanOrEqual(rect.x - 1);
        expect(box.y).toBeGreaterThanOrEqual(rect.y - 1);
        expect(box.x + w).toBeLessThanOrEqual(rect.x + rect.width + 1);
        expect(box.y + h).toBeLessThanOrEqual(rect.y + rect.height + 1);
        const own = rect.width / rect.height;
        expect(Math.abs(own / (ratio === null ? own : ratio[0] / ratio[1]) - 1)).toBeLessThan(0.01);
        expect(rules.includes('fill-too-small') ? after : 1).toBeGreaterThan(channel === 'amazon-main' ? 0.85 : 0.75);
        expect(rules.includes('fill-too-large') ? after : 0).toBeLessThan(0.9);
      }),
      { numRuns: 400 },
    );
  });
});
