import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import {
  culpritOf,
  hasHelped,
  judge,
  outcomeOf,
  planFix,
  type ChannelPack,
  type ChannelVerdict,
  type DuplicateOf,
  type FixOutcome,
  type FixPlan,
  type FixRefusals,
  type FixStep,
  type FixStepOf,
  type PhotoAnalysis,
  type PhotoError,
} from '../../../app/photo-check/index.ts';
import { cutOutPng, readPhotoFile, systemPhotoError, writeAtomically } from '../../media/index.ts';
import { analysePhoto, examinePhoto, type AnalysisTools, type Examined } from './analyse-photo.ts';
import { attempt, type Refusal } from './fix-steps.ts';

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

/** What is planned and worked on: the photo, or what is left of it without a frame round it. */
interface Stage {
  readonly source: Examined;
  readonly verdict: ChannelVerdict;
  readonly border: FixStepOf<'border'> | null;
}

/** Steps that decoding has done already. */
const intakeKinds: ReadonlySet<FixStep['kind']> = new Set(['upright', 'first-frame', 'colour']);

/** Nothing was made: the rules that were to be mended are said to stay, and why. */
const inVain = (plan: FixPlan, reason: 'no-better' | 'too-many-bytes'): FixPlan => ({
  ...plan,
  fixable: 'no',
  steps: [],
  mends: [],
  unfixable: [...plan.unfixable, ...plan.mends.map((rule) => ({ rule, reason }))],
});

/** The plan with what was done, in pixels of the original, and without what came right by itself. */
function asItCame(plan: FixPlan, done: readonly FixStep[], { border }: Stage, { fixed, after }: FixOutcome): FixPlan {
  const moved = done.map((step): FixStep => {
    if (step.kind !== 'frame' || border === null) return step;
    return { ...step, rect: { ...step.rect, x: step.rect.x + border.rect.x, y: step.rect.y + border.rect.y } };
  });
  const at = moved.findIndex(({ kind }) => !intakeKinds.has(kind));
  const steps = border === null ? moved : moved.toSpliced(at, 0, border);
  const unfixable = plan.unfixable.filter(({ rule }) => !fixed.includes(rule));
  return { ...plan, fixable: after.verdict === 'pass' ? 'yes' : 'partly', steps, mends: [...(border?.for ?? []), ...plan.mends], unfixable };
}

/** Notes wishes as refused; false where they all were before, so that the same plan would come out again. */
function refuse(refused: FixRefusals, { wishes, reason }: Refusal): boolean {
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

  /** Without a frame that is laid round it a picture is another one: that one is looked at afresh, and planned from there. */
  async function stageOf(order: FixOrder, source: Source): Promise<Result<Stage, PhotoError>> {
    const { photo, measures } = source.analysis;
    const verdict = judge(source.analysis, order.duplicates, order.pack);
    const border = planFix({ photo, measures, verdict, pack: order.pack }).steps.find((step) => step.kind === 'border');
    if (border === undefined) return ok({ source, verdict, border: null });
    const inner = `${order.target}.inner.png`;
    try {
      await mkdir(dirname(inner), { recursive: true });
      await writeAtomically(inner, await cutOutPng(source.picture, border.rect));
      const examined = await examinePhoto(inner, { models, derivativesDir: null, onDecoded });
      if (!examined.ok) return examined;
      // the file is still what it was: only its size is another one
      const { width, height } = border.rect;
      const analysis = { ...examined.value.analysis, photo: { ...photo, width, height } };
      return ok({ source: { ...examined.value, analysis }, verdict: judge(analysis, order.duplicates, order.pack), border });
    } catch (cause) {
      return err(systemPhotoError(inner, cause));
    } finally {
      await rm(inner, { force: true });
    }
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
    const stage = await stageOf(order, source.value);
    if (!stage.ok) return stage;
    const { source: { analysis: { photo, measures } }, verdict, border } = stage.value;
    for (;;) {
      const plan = planFix({ photo, measures, verdict, pack: order.pack, refused, mended: border?.for ?? [] });
      if (plan.steps.length === 0) return ok({ ...told, plan, outcome: null, copy: null });
      const made = await attempt(stage.value.source, plan, models, bytes.value);
      if (!made.ok) {
        if (!refuse(refused, made.error)) return ok({ ...told, plan: inVain(plan, 'too-many-bytes'), outcome: null, copy: null });
        continue;
      }
      const delivered = await deliver(order, made.value.data, before);
      if (!delivered.ok) return delivered;
      const { copy, outcome } = delivered.value;
      if (hasHelped(outcome)) return ok({ ...told, plan: asItCame(plan, made.value.steps, stage.value, outcome), outcome, copy });
      await rm(order.target, { force: true });
      const culprit = culpritOf(outcome);
      if (culprit === null || !refuse(refused, culprit)) return ok({ ...told, plan: inVain(plan, 'no-better'), outcome, copy: null });
    }
  };
}
