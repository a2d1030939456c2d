import { z } from 'zod';
import { Label, OwnRuleId, Report, WhyNext } from '../photo-check/learning/defects/types.ts';
import { command, defineFeature, query } from './define.ts';

const Named = z.object({ photoId: z.string(), name: z.string(), sha256: z.string().nullable() });

/** A defect of the merchant's own: what is labelled, what was learnt, and whether it warns. */
export const DefectRow = z.object({
  id: OwnRuleId,
  name: z.string(),
  about: z.string(),
  createdAt: z.number(),
  /** it warns about photos */
  enabled: z.boolean(),
  good: z.number(),
  bad: z.number(),
  skipped: z.number(),
  /** pictures still missing of each class; of other products where there are pictures enough */
  missingGood: z.number(),
  missingBad: z.number(),
  /** photos that could be labelled and are not */
  unlabelled: z.number(),
  /** labels given or changed since the newest version was trained */
  newLabels: z.number(),
  /** the version in use; null while there is none better than guessing */
  version: z.number().nullable(),
  /** a newer version that may be used and was not put into use by itself; null where there is none */
  offered: z.number().nullable(),
  /** newest first */
  versions: z.array(z.object({ version: z.number(), trainedAt: z.number(), report: Report })),
  /** the version in use was trained on what another model saw: it judges nothing until it is trained again */
  outdated: z.boolean(),
  training: z.boolean(),
  /** photos that the version in use warns about, of all that it can judge */
  warns: z.number(),
  judged: z.number(),
});
export type DefectRow = z.infer<typeof DefectRow>;

/** A defect that was found on a photo: always a warning. */
export const OwnFinding = z.object({
  defect: OwnRuleId,
  name: z.string(),
  about: z.string(),
  probability: z.number(),
  version: z.number(),
  trainedAt: z.number(),
  /** labelled pictures that it was learnt from */
  pictures: z.number(),
  /** the bad pictures that speak for it most */
  like: z.array(Named),
  /** what staff have said of this photo and this defect */
  label: Label.nullable(),
});
export type OwnFinding = z.infer<typeof OwnFinding>;

export const NextPicture = Named.extend({
  why: WhyNext,
  probability: z.number().nullable(),
  nearest: z.number().nullable(),
});
export type NextPicture = z.infer<typeof NextPicture>;

const name = z.string().trim().min(1).max(80);
const about = z.string().trim().max(500).default('');
const Id = z.object({ id: OwnRuleId });
const Nothing = z.object({});

export const defects = defineFeature({
  calls: {
    list: query({ input: z.object({}), output: z.array(DefectRow) }),
    /** the pictures whose labels teach the most, best first */
    next: query({ input: Id.extend({ count: z.number().int().min(1).max(50) }), output: z.array(NextPicture) }),
    /** what staff said, newest first */
    labels: query({
      input: Id,
      output: z.array(Named.extend({ label: Label, path: z.string(), actor: z.string(), at: z.number() })),
    }),
    /** photos that the version in use finds it on, likeliest first; also while it is switched off */
    found: query({ input: Id.extend({ limit: z.number().int().min(1).max(500).default(60) }), output: z.array(Named.extend({ probability: z.number() })) }),
    ofPhoto: query({ input: z.object({ photoId: z.string() }), output: z.array(OwnFinding) }),
    create: command({ input: z.object({ name, about }), output: Id }),
    edit: command({ input: Id.extend({ name, about }), output: Nothing }),
    /** takes a defect away; what it learnt is kept, so that `restore` brings it back */
    remove: command({ input: Id, output: Nothing }),
    restore: command({ input: Id, output: Nothing }),
    /** null takes a label back; `photos.undo` takes back the event */
    label: command({
      input: Id.extend({ photoIds: z.array(z.string()).min(1).max(10_000), label: Label.nullable() }),
      output: z.object({ eventIds: z.array(z.string()) }),
    }),
    train: command({ input: Id, output: z.object({ jobId: z.string() }) }),
    /** on = it warns */
    switch: command({ input: Id.extend({ on: z.boolean() }), output: Nothing }),
    /** judges by another version that was learnt */
    use: command({ input: Id.extend({ version: z.number().int().positive() }), output: Nothing }),
  },
  events: {
    /** its labels, its versions, or what it finds */
    changed: z.object({ id: OwnRuleId.nullable() }),
    /** steps of the training that runs */
    progress: z.object({ id: OwnRuleId, done: z.number(), total: z.number() }),
  },
});
