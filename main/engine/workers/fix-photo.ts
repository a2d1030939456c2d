import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Picture } from '../../../app/kernel/picture.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import {
  culpritOf,
  hasHelped,
  judge,
  liftOntoWhite,
  outcomeOf,
  planFix,
  tonePicture,
  type ChannelPack,
  type DuplicateOf,
  type FixOutcome,
  type FixPlan,
  type FixRefusals,
  type FixStep,
  type PhotoAnalysis,
  type PhotoError,
} from '../../../app/photo-check/index.ts';
import type { VisionModels } from '../../../models/vision.ts';
import {
  encodeWithin,
  framePicture,
  readPhotoFile,
  readProvenance,
  scalePicture,
  systemPhotoError,
  writeAtomically,
  xmpOfSource,
  type Encoded,
  type Provenance,
} from '../../media/index.ts';
import { analysePhoto, examinePhoto, type AnalysisTools, type Examined } from './analyse-photo.ts';

/** One photo to be mended for one channel. The file itself is read and nothing else. */
export interface FixOrder {
  readonly file: string;
  /** as it stands on the day */
  readonly pack: ChannelPack;
  /** of the photo as it is; its copy stands for it */
  readonly duplicates: readonly DuplicateOf[];
  /** where the copy goes; its folder is made, a file that is there is replaced */
  readonly target: string;
}

export interface FixedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** What became of an order. */
export interface FixReport {
  /** of the bytes that the copy was made from */
  readonly sourceSha256: string;
  /** with what was done in the place of what was meant */
  readonly plan: FixPlan;
  /** null where no copy was made */
  readonly outcome: FixOutcome | null;
  readonly copy: FixedFile | null;
  readonly models: PhotoAnalysis['models'];
}

interface Source extends Examined {
  readonly stamp: string;
}

type Wish = keyof FixRefusals;
/** A picture with the steps done on it, or a wish that its pixels refuse. */
type Attempt = Result<{ readonly data: Buffer; readonly steps: readonly FixStep[] }, { readonly wishes: readonly Wish[]; readonly reason: NonNullable<FixRefusals[Wish]> }>;

/** Steps on pixels, one function a kind; the others are done by decoding and encoding. */
async function workOn(source: Examined, plan: FixPlan, models: VisionModels | null): Promise<Result<Picture, { wishes: readonly Wish[]; reason: NonNullable<FixRefusals[Wish]> }>> {
  let { picture, working } = source;
  for (const step of plan.steps) {
    if (step.kind === 'tone') {
      picture = tonePicture(picture, step.gain);
      working = tonePicture(working, step.gain);
    } else if (step.kind === 'background') {
      const answer = await models?.productMask(source.working);
      const mask = answer?.ok === true ? answer.value.value : null;
      const lifted = liftOntoWhite({ ...source, picture, working, mask, keepOverlays: step.keepOverlays });
      if (!lifted.ok) return err({ wishes: ['background'], reason: lifted.error });
      picture = lifted.value.picture;
    } else if (step.kind === 'frame') {
      const framed = await framePicture(picture, step);
      if (!framed.ok) return err({ wishes: ['fill', 'ratio'], reason: framed.error });
      picture = framed.value;
    } else if (step.kind === 'resize') picture = await scalePicture(picture, step);
  }
  return ok(picture);
}

/** A step with what came of it. A copy that had to shrink for its bytes says so. */
function asDone(step: FixStep, meant: Picture, { jpeg, width, height }: Encoded, { gps, aiSource }: Provenance): FixStep[] {
  if (step.kind === 'metadata') return [{ ...step, gps, ai: aiSource !== null }];
  if (step.kind !== 'encode') return [step];
  const done = { ...step, quality: jpeg.quality, chroma: jpeg.chroma, bytes: jpeg.bytes.length };
  return width === meant.width ? [done] : [{ kind: 'resize', width, height, scale: width / meant.width, for: step.for }, done];
}

async function attempt(source: Examined, plan: FixPlan, models: VisionModels | null, original: Buffer): Promise<Attempt> {
  const worked = await workOn(source, plan, models);
  if (!worked.ok) return worked;
  const provenance = await readProvenance(original);
  const encode = plan.steps.find((step) => step.kind === 'encode');
  const encoded = await encodeWithin(worked.value, {
    maxBytes: encode?.maxBytes ?? null,
    leastLonger: encode?.leastLonger ?? 1,
    xmp: provenance.aiSource === null ? null : xmpOfSource(provenance.aiSource),
  });
  if (encoded === null) return err({ wishes: ['file'], reason: 'too-many-bytes' });
  return ok({ data: encoded.jpeg.bytes, steps: plan.steps.flatMap((step) => asDone(step, worked.value, encoded, provenance)) });
}

/** Nothing was made: the rules that were to be mended are said to stay, and why. */
const inVain = (plan: FixPlan, reason: 'no-better' | 'too-many-bytes'): FixPlan => ({
  ...plan,
  fixable: 'no',
  steps: [],
  mends: [],
  unfixable: [...plan.unfixable, ...plan.mends.map((rule) => ({ rule, reason }))],
});

/** The plan with what was done, and without what came right by itself. */
function asItCame(plan: FixPlan, steps: readonly FixStep[], { fixed, after }: FixOutcome): FixPlan {
  const unfixable = plan.unfixable.filter(({ rule }) => !fixed.includes(rule));
  return { ...plan, fixable: after.verdict === 'pass' ? 'yes' : 'partly', steps: [...steps], unfixable };
}

/** Notes wishes as refused; false where they all were before, so that the same plan would come out again. */
function refuse(refused: FixRefusals, { wishes, reason }: { readonly wishes: readonly Wish[]; readonly reason: NonNullable<FixRefusals[Wish]> }): boolean {
  const fresh = wishes.filter((wish) => refused[wish] === undefined);
  for (const wish of fresh) refused[wish] = reason;
  return fresh.length > 0;
}

/** Mends photos, one after the other. What the last one looks like is kept, since it is often wanted for several channels. */
export function createFixer({ models, derivativesDir, onDecoded }: AnalysisTools) {
  let last: Source | null = null;

  async function look(file: string): Promise<Result<Source, PhotoError>> {
    const found = await stat(file).catch(() => null);
    const stamp = `${file}\n${found?.size}\n${found?.mtimeMs}`;
    if (last?.stamp === stamp) {
      onDecoded();
      return ok(last);
    }
    last = null;
    const examined = await examinePhoto(file, { models, derivativesDir: null, onDecoded });
    if (!examined.ok) return examined;
    last = { ...examined.value, stamp };
    return ok(last);
  }

  /** Writes the copy, looks at it as at any photo, and judges it. */
  async function deliver({ target, pack, duplicates }: FixOrder, data: Buffer, before: ReturnType<typeof judge>): Promise<Result<{ copy: FixedFile; outcome: FixOutcome; analysis: PhotoAnalysis }, PhotoError>> {
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeAtomically(target, data);
    } catch (cause) {
      return err(systemPhotoError(target, cause));
    }
    const again = await analysePhoto(target, { models, derivativesDir, onDecoded });
    if (!again.ok) {
      await rm(target, { force: true });
      return again;
    }
    const { sha256, bytes, width, height } = again.value.photo;
    const copy = { path: target, sha256, bytes, width, height };
    return ok({ copy, outcome: outcomeOf(before, judge(again.value, duplicates, pack)), analysis: again.value });
  }

  /**
   * Plans, makes the copy, and judges it by the same rules. What a closer look at the pixels refuses is planned anew
   * without. A copy that is no better is deleted. The error names the file that could not be read or written.
   */
  return async function fix(order: FixOrder): Promise<Result<FixReport, PhotoError>> {
    const source = await look(order.file);
    if (!source.ok) return source;
    const { analysis } = source.value;
    const before = judge(analysis, order.duplicates, order.pack);
    const told = { sourceSha256: analysis.photo.sha256, models: analysis.models };
    const refused: FixRefusals = {};
    const bytes = await readPhotoFile(order.file);
    if (!bytes.ok) return bytes;
    for (;;) {
      const plan = planFix({ photo: analysis.photo, measures: analysis.measures, verdict: before, pack: order.pack, refused });
      if (plan.steps.length === 0) return ok({ ...told, plan, outcome: null, copy: null });
      const made = await attempt(source.value, plan, models, bytes.value);
      if (!made.ok) {
        if (!refuse(refused, made.error)) return ok({ ...told, plan: inVain(plan, 'too-many-bytes'), outcome: null, copy: null });
        continue;
      }
      const delivered = await deliver(order, made.value.data, before);
      if (!delivered.ok) return delivered;
      const { copy, outcome } = delivered.value;
      if (hasHelped(outcome)) return ok({ ...told, plan: asItCame(plan, made.value.steps, outcome), outcome, copy });
      await rm(order.target, { force: true });
      const culprit = culpritOf(outcome);
      if (culprit === null || !refuse(refused, culprit)) return ok({ ...told, plan: inVain(plan, 'no-better'), outcome, copy: null });
    }
  };
}
