import { z } from 'zod';
import type { Tensors } from '../tensor/tensor.ts';
import { drawScene } from './scene.ts';

const Side = z.number().int().positive();

/** What a model must answer to a drawn scene, as its reference runtime answered. */
export const GoldenVector = z.object({
  /** the runtime that produced the values */
  reference: z.string(),
  /** largest allowed relative difference */
  tolerance: z.number().positive(),
  inputs: z.array(
    z.object({
      name: z.string(),
      shape: z.tuple([Side, Side, Side, Side]),
      seed: z.number().int(),
      scale: z.number(),
      offset: z.number(),
    }),
  ),
  outputs: z.array(
    z.object({
      name: z.string(),
      shape: z.array(z.number().int().positive()),
      /** largest magnitude in the whole output, against which differences are taken */
      peak: z.number().positive(),
      /** [position in row-major order, value] */
      samples: z.array(z.tuple([z.number().int().nonnegative(), z.number()])),
    }),
  ),
});
export type GoldenVector = z.infer<typeof GoldenVector>;

export interface GoldenOutcome {
  readonly passed: boolean;
  /** worst |value − reference| / peak over all samples; Infinity where a shape or a number is wrong */
  readonly maxRelativeDifference: number;
}

/** The inputs of a golden vector. */
export const goldenInputs = (golden: GoldenVector): Tensors =>
  Object.fromEntries(golden.inputs.map((scene) => [scene.name, drawScene(scene)]));

/** Compares a model's outputs with the golden ones. */
export function compareGolden(golden: GoldenVector, outputs: Tensors): GoldenOutcome {
  let worst = 0;
  for (const { name, shape, peak, samples } of golden.outputs) {
    const actual = outputs[name];
    if (actual === undefined || actual.dims.join() !== shape.join()) return { passed: false, maxRelativeDifference: Infinity };
    for (const [position, expected] of samples) {
      const difference = Math.abs((actual.data[position] ?? NaN) - expected) / peak;
      worst = Number.isNaN(difference) ? Infinity : Math.max(worst, difference);
    }
  }
  return { passed: worst <= golden.tolerance, maxRelativeDifference: worst };
}

/** Asks a loaded model for its golden vector. */
export async function runGolden(
  golden: GoldenVector,
  run: (inputs: Tensors) => Promise<Tensors>,
): Promise<GoldenOutcome> {
  return compareGolden(golden, await run(goldenInputs(golden)));
}

/** The largest difference between two whole outputs, relative to the peak of the reference. */
export function relativeDifference(actual: ArrayLike<number>, reference: ArrayLike<number>): number {
  if (actual.length !== reference.length) return Infinity;
  let peak = 0;
  let worst = 0;
  for (let i = 0; i < reference.length; i += 1) {
    peak = Math.max(peak, Math.abs(reference[i]!));
    worst = Math.max(worst, Math.abs(actual[i]! - reference[i]!));
  }
  return peak === 0 ? worst : worst / peak;
}
