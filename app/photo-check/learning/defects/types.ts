import { z } from 'zod';
import { Proportion } from '../types.ts';

/** Id of a merchant's own defect: a rule of its own beside the console's. */
export const OwnRuleId = z.string().regex(/^own-[a-z0-9]+(?:-[a-z0-9]+)*$/).max(60);
export type OwnRuleId = z.infer<typeof OwnRuleId>;

/** What a person says of a picture when asked about a defect; 'skip' = cannot tell. */
export const Label = z.enum(['good', 'bad', 'skip']);
export type Label = z.infer<typeof Label>;

/** Why a picture is asked about next. */
export const WhyNext = z.enum([
  /** nothing is labelled: it stands for many others */
  'typical',
  /** it is like none that is labelled */
  'different',
  /** bad ones are missing, and it is the likeliest to be one */
  'likely-bad',
  /** good ones are missing, and it is the likeliest to be one */
  'likely-good',
  /** the classifier cannot tell */
  'uncertain',
]);
export type WhyNext = z.infer<typeof WhyNext>;

/** How a defect's classifier does on pictures of products that it did not learn from. */
export const Report = z.object({
  good: z.number(),
  bad: z.number(),
  /** different products among them, as far as names and likeness tell */
  goodGroups: z.number(),
  badGroups: z.number(),
  folds: z.number(),
  rounds: z.number(),
  ridge: z.number(),
  /** whether directions that products differ in anyway count less */
  calmed: z.boolean(),
  /** share of pictures judged right */
  accuracy: Proportion,
  /** the accuracy of calling everything by the larger class */
  chance: z.number(),
  /** mean of `caught` and `spared`; chance is .5 */
  balanced: Proportion,
  /** share of bad pictures that are found */
  caught: Proportion,
  /** share of good pictures that are left alone */
  spared: Proportion,
  /** how often a bad picture scores above a good one; chance is .5; null where that could not be compared */
  area: Proportion.nullable(),
  calibration: z.object({
    /** mean square error of the probability, both classes weighing the same; 0 is perfect */
    brier: z.number(),
    /** the same for always saying one half */
    guess: z.number(),
    /** fifths of the probability: pictures, mean probability said, share that was bad if both classes weigh the same */
    bins: z.array(z.object({ pictures: z.number(), said: z.number(), was: z.number() })),
  }),
  /** better than guessing by `balanced` and by `area`, as far as so few pictures can tell */
  usable: z.boolean(),
});
export type Report = z.infer<typeof Report>;

/** What is kept of a classifier; the weights, one for each number of the embedding, are kept beside it. */
export const ModelFacts = z.object({
  bias: z.number(),
  calibration: z.object({ slope: z.number(), offset: z.number() }),
  /** the pictures it was trained on, and how much each pulls towards bad (> 0) or good (< 0) */
  support: z.array(z.object({ id: z.string(), alpha: z.number() })),
});
export type ModelFacts = z.infer<typeof ModelFacts>;
