import { z } from 'zod';
import { RuleField } from '../photo-check/channels/fields.ts';
import { ChannelPack, PackVersion, Requirement } from '../photo-check/channels/pack.ts';
import { DraftRequirement } from '../photo-check/learning/types.ts';
import { PackProblem } from '../photo-check/channels/read-pack.ts';
import { ChannelId, ChannelName, RuleId, Severity, Verdict } from '../photo-check/types.ts';
import { command, defineFeature, query } from './define.ts';

/** A pack as a person left it in the editor or in a file: it may be wrong in any field. */
export const PackDraft = z.record(z.string(), z.unknown());

/** One line of the list of channels. */
export const PackRow = z.object({
  channel: ChannelId,
  /** null where the locale files name it */
  name: ChannelName.nullable(),
  version: PackVersion,
  /** one of the channels that come with the console */
  builtIn: z.boolean(),
  /** the shop changed the console's pack */
  edited: z.boolean(),
  /** the console's pack that an edited one was not copied from, because it came later; null where there is none */
  newer: PackVersion.nullable(),
  enabled: z.boolean(),
  /** requirements in force, and how many of them were read on the channel's own page */
  rules: z.number(),
  official: z.number(),
  /** who wrote it and when; null where it came with the console */
  saved: z.object({ actor: z.string(), at: z.number() }).nullable(),
  upcoming: z.array(z.object({ date: z.string(), rule: RuleId, severity: Severity, note: z.string() })),
});
export type PackRow = z.infer<typeof PackRow>;

export const PackHistoryEntry = z.object({
  eventId: z.string(),
  at: z.number(),
  actor: z.string(),
  type: z.enum(['saved', 'reset', 'removed']),
  version: z.string().nullable(),
  undone: z.boolean(),
});

const Tally = z.object({ pass: z.number(), warn: z.number(), fail: z.number() });

/** What a pack would change. Counted over the photos that were measured. */
export const PackImpact = z.object({
  photos: z.number(),
  /** photos whose verdict would be another one */
  changed: z.number(),
  /** null where the channel is new */
  before: Tally.nullable(),
  after: Tally,
  moves: z.array(z.object({ from: Verdict.nullable(), to: Verdict, count: z.number() })),
});
export type PackImpact = z.infer<typeof PackImpact>;

/** What a requirement of a rule may set, and one to begin with. */
export const RuleForm = z.object({ rule: RuleId, fields: z.array(RuleField), starter: Requirement });
export type RuleForm = z.infer<typeof RuleForm>;

const One = z.object({ channel: ChannelId });
/** Events that `packs.undo` takes back together; none where nothing had to change. */
const Undoable = z.object({ eventIds: z.array(z.string()) });
const Problems = z.array(PackProblem);

export const packs = defineFeature({
  calls: {
    list: query({ input: z.object({}), output: z.array(PackRow) }),
    get: query({
      input: One,
      output: z.object({ pack: ChannelPack, builtIn: ChannelPack.nullable(), history: z.array(PackHistoryEntry) }),
    }),
    forms: query({ input: z.object({}), output: z.array(RuleForm) }),
    /** judges what was measured by the draft, without storing anything; `impact` is null where the draft is wrong */
    preview: query({ input: z.object({ pack: PackDraft }), output: z.object({ problems: Problems, impact: PackImpact.nullable() }) }),
    /** of how many photos announced changes make the verdict worse */
    impact: query({ input: z.object({}), output: z.array(z.object({ channel: ChannelId, date: z.string(), rule: RuleId, photos: z.number() })) }),
    /** stores a new version, dated today; with problems, nothing */
    save: command({ input: z.object({ pack: PackDraft }), output: Undoable.extend({ version: z.string().nullable(), problems: Problems }) }),
    /** moves lines, each in a copy of its channel's pack: all of them, or where one cannot be, none */
    adjust: command({ input: z.object({ lines: z.array(DraftRequirement).min(1).max(200) }), output: Undoable }),
    /** a channel of one's own: empty, or as another one */
    create: command({ input: z.object({ name: ChannelName, from: ChannelId.nullable() }), output: Undoable.extend({ channel: ChannelId }) }),
    /** puts the console's pack back */
    reset: command({ input: One, output: Undoable }),
    /** takes a channel of one's own away */
    remove: command({ input: One, output: Undoable }),
    undo: command({ input: Undoable, output: z.object({ undone: z.number() }) }),
    /** opens the system's file dialog and reads a pack, for the editor: nothing is stored. Null where nothing was chosen */
    import: command({ where: 'host', input: z.object({}), output: z.object({ file: z.string(), pack: ChannelPack.nullable(), problems: Problems }).nullable() }),
    /** writes the pack to a file of the person's choice; false where none was chosen */
    export: command({ where: 'host', roles: ['merchandiser', 'service', 'security', 'viewer'], input: One, output: z.object({ written: z.boolean() }) }),
  },
  events: {
    changed: z.object({ channels: z.array(ChannelId) }),
  },
});
