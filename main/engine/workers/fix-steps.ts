import type { Picture } from '../../../app/kernel/picture.ts';
import { err, ok, type Result } from '../../../app/kernel/result.ts';
import { liftOntoWhite, tonePicture, type FixPlan, type FixRefusals, type FixStep } from '../../../app/photo-check/index.ts';
import type { VisionModels } from '../../../models/vision.ts';
import { encodeWithin, framePicture, readProvenance, scalePicture, xmpOfSource, type Encoded, type Provenance } from '../../media/index.ts';
import type { Examined } from './analyse-photo.ts';

type Wish = keyof FixRefusals;

/** Wishes that a closer look refuses, and why. */
export interface Refusal {
  readonly wishes: readonly Wish[];
  readonly reason: NonNullable<FixRefusals[Wish]>;
}

/** A JPEG, and the steps with what came of them. */
export interface Made {
  readonly data: Buffer;
  readonly steps: readonly FixStep[];
}

/** Steps on pixels, in order; the others are done by decoding and encoding. */
async function workOn(source: Examined, plan: FixPlan, models: VisionModels | null): Promise<Result<Picture, Refusal>> {
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

/** Does what a plan says, in memory. `original` = the photo's own bytes, for what they say of where it comes from. */
export async function attempt(source: Examined, plan: FixPlan, models: VisionModels | null, original: Buffer): Promise<Result<Made, Refusal>> {
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
