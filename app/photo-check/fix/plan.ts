import type { Box } from '../../kernel/geometry.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { ChannelPack } from '../channels/pack.ts';
import type { ChannelVerdict, Measures, PhotoFile, RuleId } from '../types.ts';
import { mostEnlarged, planFrame, type Frame } from './frame.ts';
import { limitsOf, sideOf, type Limits } from './limits.ts';
import { leastTrust, remedies, type Wish } from './remedies.ts';
import { gainToWhite } from './tone.ts';
import type { FixPlan, FixStep, Unfixable, UnfixableReason } from './types.ts';

/** Wishes given up, and why. */
export type FixRefusals = Partial<Record<Wish, UnfixableReason>>;

export interface PlanInput {
  readonly photo: PhotoFile;
  readonly measures: Measures;
  /** the channel's verdict on the photo as it is */
  readonly verdict: ChannelVerdict;
  /** as it stands on the day */
  readonly pack: ChannelPack;
  /** rules that were mended before: what is planned here is the rest, and a copy is made in any case */
  readonly mended?: readonly RuleId[];
  /** wishes that a closer look at the pixels has refused */
  readonly refused?: FixRefusals;
}

/** A copy keeps this much below a byte limit: marketplaces count differently. */
const byteReserve = 0.97;
/** Pixels over which a frame that was laid round a picture blends into it. */
const softEdge = 2;
/** No copy is made smaller than this share of its size for the bytes alone. */
const smallest = 0.4;

/** How many times pixels may be enlarged: not at all where that was tried and refused. */
const enlargeable = ({ refused }: PlanInput): number => (refused?.size === undefined ? mostEnlarged : 1);

interface Sized {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Size of the copy for a frame: the largest of the channel's sizes that 1.5 times the pixels reach, within its maxima. */
function planSize(width: number, height: number, { sides, maxSide, maxPixels }: Limits, enlarge: number): Sized {
  const wanted = sides.map((limit) => limit.min / sideOf(limit, width, height)).filter((scale) => scale <= enlarge);
  const most = Math.min(maxSide === null ? Infinity : maxSide / Math.max(width, height), maxPixels === null ? Infinity : Math.sqrt(maxPixels / (width * height)));
  const scale = Math.min(Math.max(1, ...wanted), most);
  // rounded up where enlarged and down where reduced, so that neither limit is missed by a pixel
  const to = (side: number): number => Math.max(1, scale > 1 ? Math.ceil(side * scale - 1e-6) : Math.floor(side * scale + 1e-6));
  return { width: to(width), height: to(height), scale };
}

/** What is still too small at that size. */
const staysSmall = (size: Sized, { sides }: Limits): boolean => sides.some((limit) => sideOf(limit, size.width, size.height) < limit.min);

/** How far the longer side of a copy may shrink with no limit missed that it keeps now. */
function leastLonger({ width, height }: Sized, { sides }: Limits): number {
  const kept = sides.filter((limit) => sideOf(limit, width, height) >= limit.min).map((limit) => limit.min / sideOf(limit, width, height));
  return Math.ceil(Math.max(...kept, smallest) * Math.max(width, height));
}

/** From this share on a background counts as white all over; below that of the next, a shadow lies on it. */
const whiteEnough = 0.98;
const spotless = 0.995;
/** A wall of at least this level is white paper, and only its shadows are not. */
const paper = 245;

/** A new frame would cut the shadow that lies on white ground, or end it in mid-air: it goes then. */
const hasShadowOnWhite = ({ measures: { maskSource, maskConfidence, backgroundColour, backgroundWhiteShare }, refused }: PlanInput): boolean =>
  maskSource === 'white-background' &&
  maskConfidence >= leastTrust &&
  backgroundColour !== null &&
  Math.min(...backgroundColour) >= paper &&
  (backgroundWhiteShare ?? 1) < spotless &&
  refused?.background === undefined;

class Draft {
  readonly wishes = new Map<Wish, RuleId[]>();
  readonly unfixable: Unfixable[] = [];

  /** Gives a wish up: its rules cannot be mended. */
  giveUp(wish: Wish, reason: UnfixableReason): void {
    for (const rule of this.wishes.get(wish) ?? []) this.unfixable.push({ rule, reason });
    this.wishes.delete(wish);
  }

  rules(...wishes: readonly Wish[]): RuleId[] {
    return wishes.flatMap((wish) => this.wishes.get(wish) ?? []);
  }
}

function draftOf({ photo, measures, verdict, refused }: PlanInput, limits: Limits): Draft {
  const draft = new Draft();
  for (const finding of verdict.findings) {
    const remedy = remedies[finding.rule]({ photo, measures, limits, finding });
    if ('reason' in remedy) draft.unfixable.push({ rule: finding.rule, reason: remedy.reason });
    else draft.wishes.set(remedy.wish, [...(draft.wishes.get(remedy.wish) ?? []), finding.rule]);
  }
  for (const [wish, reason] of Object.entries(refused ?? {})) draft.giveUp(wish as Wish, reason);
  return draft;
}

/** The frame that fill and ratio wish for, both or, where that fails, the ratio alone; null where the frame stays. */
function frameOf(input: PlanInput, limits: Limits, draft: Draft, white: boolean): Frame | null {
  const { photo, measures } = input;
  const known = measures.maskConfidence >= leastTrust && measures.productBox !== null;
  const frame = (forFill: boolean): Result<Frame | null, UnfixableReason> => {
    const forRatio = draft.wishes.has('ratio');
    if (!forFill && !forRatio) return ok(null);
    return planFrame({
      width: photo.width,
      height: photo.height,
      product: known ? measures.productBox : null,
      also: measures.textOverlays.map(({ box }) => box),
      croppedEdges: measures.croppedEdges,
      limits,
      white,
      forFill,
      forRatio,
      enlarge: enlargeable(input),
    });
  };
  if (draft.wishes.has('fill')) {
    const both = frame(true);
    if (both.ok) return both.value;
    draft.giveUp('fill', both.error);
  }
  const ratio = frame(false);
  if (ratio.ok) return ratio.value;
  draft.giveUp('ratio', ratio.error);
  return null;
}

/** What a frame leaves of a picture; a pixel more is cut, since the frame's edge is soft. */
function within({ width, height }: PhotoFile, { top, right, bottom, left }: NonNullable<Measures['border']>): Box {
  const cut = (band: number): number => (band > 0 ? Math.ceil(band) + softEdge : 0);
  const [x, y] = [cut(left), cut(top)];
  return { x, y, width: Math.max(1, width - x - cut(right)), height: Math.max(1, height - y - cut(bottom)) };
}

/** Steps that every copy of such a file needs, whatever is wrong with it. */
function intake({ orientation, frames, colourSpace, bitDepth, profile }: PhotoFile, rules: readonly RuleId[]): FixStep[] {
  const steps: FixStep[] = [];
  if (orientation >= 2) steps.push({ kind: 'upright', orientation, for: rules.filter((rule) => rule === 'orientation') });
  if (frames > 1) steps.push({ kind: 'first-frame', frames, for: rules.filter((rule) => rule === 'wrong-format') });
  const foreign = profile !== null && profile.family !== 'srgb';
  if (colourSpace !== 'srgb' || bitDepth > 8 || foreign) {
    steps.push({ kind: 'colour', from: foreign ? profile.name : colourSpace, bits: bitDepth, for: rules.filter((rule) => rule === 'wrong-format' || rule === 'colour-space') });
  }
  return steps;
}

/**
 * Plans what would mend one photo for one channel, as data: steps in the order in which they are done, and for every
 * finding that stays, why. Reads measures alone: dry runs over a catalogue cost nothing.
 */
export function planFix(input: PlanInput): FixPlan {
  const { photo, measures, verdict, pack, mended = [] } = input;
  const limits = limitsOf(pack);
  const draft = draftOf(input, limits);
  const told = { channel: pack.channel, pack: pack.version };
  if (verdict.findings.length === 0 && mended.length === 0) return { ...told, fixable: 'nothing', steps: [], mends: [], unfixable: [] };
  const shadowed = hasShadowOnWhite(input);
  const white = draft.wishes.has('background') || shadowed || (measures.backgroundWhiteShare ?? 0) >= whiteEnough;
  const frame = frameOf(input, limits, draft, white);
  const replaced = draft.wishes.has('background') || (shadowed && frame !== null);
  const { width, height } = frame?.rect ?? photo;
  const size = planSize(width, height, limits, enlargeable(input));
  const small = draft.rules('size').includes('too-small') && staysSmall(size, limits);
  if (small && size.scale <= 1) draft.giveUp('size', 'too-few-pixels');
  else if (small) draft.unfixable.push({ rule: 'too-small', reason: 'too-few-pixels' });

  const mends = [...new Set([...draft.wishes.values()].flat())].filter((rule) => !draft.unfixable.some((one) => one.rule === rule));
  const helps = mended.length > 0 || mends.length > 0 || (small && size.scale > 1);
  if (!helps) return { ...told, fixable: 'no', steps: [], mends: [], unfixable: draft.unfixable };

  const steps = intake(photo, draft.rules('file'));
  if (draft.wishes.has('border') && measures.border !== null) steps.push({ kind: 'border', rect: within(photo, measures.border), for: draft.rules('border') });
  if (draft.wishes.has('tone') && measures.backgroundColour !== null) steps.push({ kind: 'tone', gain: gainToWhite(measures.backgroundColour), for: draft.rules('tone') });
  if (replaced) steps.push({ kind: 'background', keepOverlays: measures.textOverlays.length > 0, for: draft.rules('background') });
  if (frame !== null) {
    const { rect, ratio, fill, cut, padded } = frame;
    steps.push({
      kind: 'frame', rect, pad: white ? 'white' : 'own-colour', ratio: ratio === null ? null : [ratio[0], ratio[1]], cut, padded,
      fill: fill === null || measures.fill === null ? null : { before: measures.fill, after: fill }, for: draft.rules('fill', 'ratio'),
    });
  }
  if (size.width !== width || size.height !== height) steps.push({ kind: 'resize', ...size, for: draft.rules('size') });
  const maxBytes = limits.maxBytes === null ? null : Math.floor(limits.maxBytes * byteReserve);
  steps.push({ kind: 'encode', format: 'jpeg', maxBytes, leastLonger: leastLonger(size, limits), quality: null, chroma: null, bytes: null, for: draft.rules('file') });
  steps.push({ kind: 'metadata', gps: null, ai: null, for: [] });
  return { ...told, fixable: draft.unfixable.length === 0 ? 'yes' : 'partly', steps, mends, unfixable: draft.unfixable };
}
