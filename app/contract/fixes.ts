import { z } from 'zod';
import { Fixable, FixOutcome, FixStep, Unfixable, UnfixableReason } from '../photo-check/fix/types.ts';
import { ChannelChoice, ChannelId, RuleId } from '../photo-check/types.ts';
import { command, defineFeature, query } from './define.ts';

/** Which photos, for whom: one channel, or every channel that refuses a photo; with a rule, only photos that it speaks of. */
const Scope = z.object({
  ids: z.array(z.string()).min(1).max(100_000),
  channel: ChannelChoice,
  rule: RuleId.nullable().default(null),
});

export const FixState = z.enum([
  /** made and judged, nobody has taken it yet */
  'draft',
  'accepted',
  /** was taken, and taken back */
  'reverted',
  /** no copy came of it; `unfixable` says why */
  'none',
]);

/** One fixed copy, or the attempt at one. */
export const FixRow = z.object({
  id: z.string(),
  photoId: z.string(),
  /** of the photo, as are the next; sizes are those of the upright picture */
  name: z.string(),
  original: z.object({ sha256: z.string().nullable(), width: z.number(), height: z.number() }),
  channel: ChannelId,
  jobId: z.string(),
  state: FixState,
  /** true while the platform has not seen that it was taken or taken back */
  pending: z.boolean(),
  /** true where the original is no longer what the copy was made from */
  stale: z.boolean(),
  /** of the copy; null where there is none */
  file: z.object({ sha256: z.string(), bytes: z.number(), width: z.number(), height: z.number() }).nullable(),
  fixable: Fixable,
  /** what was done, in order */
  steps: z.array(FixStep),
  unfixable: z.array(Unfixable),
  /** null where nothing could be tried */
  outcome: FixOutcome.nullable(),
  madeBy: z.string(),
  madeAt: z.number(),
});
export type FixRow = z.infer<typeof FixRow>;

const Ids = z.object({ ids: z.array(z.string()).min(1).max(100_000) });
const Undoable = z.object({ eventIds: z.array(z.string()) });

export const fixes = defineFeature({
  calls: {
    /** dry run: how many copies would be made, and what stays; nothing is done */
    plan: query({
      input: Scope,
      output: z.object({
        /** photo × channel by how far a plan gets; `nothing` = the channel has no objection */
        counts: z.object({ yes: z.number(), partly: z.number(), no: z.number(), nothing: z.number() }),
        reasons: z.array(z.object({ rule: RuleId, reason: UnfixableReason, count: z.number() })),
      }),
    }),
    /** makes a copy for each photo × channel for which something can be done (`items`), each a draft until it is accepted; null where no channel objects */
    apply: command({ input: Scope, output: z.object({ jobId: z.string().nullable(), items: z.number() }) }),
    /** what one job has come to so far, by the photos' names; `failed` = could not be read or written; `waiting` = copies still to come */
    ofJob: query({
      input: z.object({ jobId: z.string() }),
      output: z.object({
        rows: z.array(FixRow),
        failed: z.array(z.object({ photoId: z.string(), channel: ChannelId, name: z.string(), code: z.string() })),
        waiting: z.number(),
      }),
    }),
    /** of one photo: what is accepted, and drafts; newest first */
    ofPhoto: query({ input: z.object({ photoId: z.string() }), output: z.array(FixRow) }),
    accept: command({ input: Ids, output: Undoable }),
    /** drafts only */
    discard: command({ input: Ids, output: z.object({ discarded: z.number() }) }),
    /** takes accepted copies back; the originals never changed */
    revert: command({ input: Ids, output: Undoable }),
    undo: command({ input: Undoable, output: z.object({ undone: z.number() }) }),
    /** asks for a folder and writes the accepted copies to `<folder>/<channel>/<name>.jpg`, where `folder` is a new one in it; null ids = all there are */
    export: command({
      where: 'host',
      input: z.object({ ids: z.array(z.string()).max(100_000).nullable() }),
      output: z.object({ folder: z.string(), written: z.number(), stale: z.number(), failed: z.number() }).nullable(),
    }),
    /** shows a copy in the system's file manager */
    reveal: command({ where: 'host', roles: ['merchandiser', 'viewer'], input: z.object({ id: z.string() }), output: z.object({}) }),
  },
  events: {
    /** photos whose fixed copies changed; null = too many to name */
    changed: z.object({ photoIds: z.array(z.string()).nullable() }),
  },
});
