import { z } from 'zod';
import { Titles } from '../catalog/types.ts';
import { ChannelChoice, ChannelId, ChannelName, ChannelVerdict, DuplicateOf, Measures, ModelStampSchema, ModelTask, PhotoErrorCode, PhotoFile, RuleId, Verdict } from '../photo-check/types.ts';
import { Waiver } from '../photo-check/waivers.ts';
import { OwnRuleId } from '../photo-check/learning/defects/types.ts';
import { command, defineFeature, query } from './define.ts';

export const PhotoState = z.enum(['waiting', 'checking', 'checked', 'failed']);
export const Decision = z.enum(['passed', 'rejected']);

const Failure = z.object({ code: PhotoErrorCode, message: z.string() });

/** One tile of the grid. Light: a list may hold 20,000 of them. */
export const PhotoRow = z.object({
  id: z.string(),
  name: z.string(),
  sha256: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  bytes: z.number(),
  format: z.string().nullable(),
  state: PhotoState,
  failure: Failure.nullable(),
  /** as judged by the packs, without what staff waived; a channel that is switched off is absent */
  verdicts: z.record(ChannelId, Verdict),
  /** rules broken in the asked channel (or in any), worst first */
  rules: z.array(RuleId),
  /** channels that get a fixed copy instead of the photo as it is */
  fixed: z.array(ChannelId),
  /** rules broken in the asked channel (or in any) that staff called no issue */
  waived: z.array(RuleId),
  /** channels whose verdict leaves something out that staff waived */
  waivedOn: z.array(ChannelId),
  /** the person's word over the rules' */
  decision: Decision.nullable(),
  /** true while that word has not reached the platform */
  decisionPending: z.boolean(),
  /** its file is not the one that staff approved: another picture, or the same one saved again */
  drift: z.enum(['changed', 'resaved']).nullable(),
  /** since when its file is not where it was, as far as its folder is watched */
  missingSince: z.number().nullable(),
  sample: z.boolean(),
  importedAt: z.number(),
});
export type PhotoRow = z.infer<typeof PhotoRow>;

export const PhotoFilter = z.object({
  channel: ChannelChoice.default('all'),
  show: z.enum(['all', 'to-review', 'fail', 'warn', 'pass', 'failed', 'waiting', 'passed', 'rejected', 'waived', 'missing', 'drift']).default('all'),
  rule: RuleId.nullable().default(null),
  /** an own defect that is found on them; null or absent = whatever is found */
  own: OwnRuleId.nullable().optional(),
  search: z.string().max(200).default(''),
  sort: z.enum(['worst', 'newest', 'name']).default('worst'),
});
export type PhotoFilter = z.infer<typeof PhotoFilter>;

export const HistoryEntry = z.object({
  eventId: z.string(),
  at: z.number(),
  actor: z.string(),
  type: z.enum(['decided', 'cleared', 'removed', 'restored', 'right', 'wrong', 'missed', 'fixed', 'fix-reverted', 'waived', 'waiver-withdrawn']),
  decision: Decision.nullable(),
  rule: RuleId.nullable(),
  /** of a finding said to be wrong, or of a fixed copy */
  channel: ChannelId.nullable(),
  note: z.string().nullable(),
  undone: z.boolean(),
});

export const PhotoDetail = z.object({
  row: PhotoRow,
  /** where the original lies; the console never changes it */
  path: z.string(),
  photo: PhotoFile.nullable(),
  measures: Measures.nullable(),
  models: z.array(ModelStampSchema),
  unavailable: z.array(ModelTask),
  /** as the rules say, waived findings included */
  channels: z.record(ChannelId, ChannelVerdict),
  /** what staff called no issue, of this photo or of the product it shows */
  waivers: z.array(Waiver),
  /** the product it shows; null where none is known */
  product: z.object({ id: z.string(), titles: Titles, sku: z.string().nullable() }).nullable(),
  /** what was approved, where that is not what stands there now */
  drift: z
    .object({
      kind: z.enum(['changed', 'resaved']),
      similarity: z.number().nullable(),
      /** of what was approved */
      sha256: z.string(),
      approvedAt: z.number(),
      approvedBy: z.string(),
      /** when the file that stands there now was last written, by its own time */
      writtenAt: z.number(),
    })
    .nullable(),
  duplicates: z.array(DuplicateOf.extend({ name: z.string() })),
  history: z.array(HistoryEntry),
  checkedAt: z.number().nullable(),
});
export type PhotoDetail = z.infer<typeof PhotoDetail>;

export const ChannelInfo = z.object({
  id: ChannelId,
  /** of a channel of one's own; null where the locale files name it */
  name: ChannelName.nullable(),
  /** version of its rule pack */
  pack: z.string(),
  /** true where every rule was read on the channel's own page */
  verified: z.boolean(),
  enabled: z.boolean(),
  rules: z.array(z.object({ rule: RuleId, severity: z.enum(['warn', 'fail']), official: z.boolean(), url: z.string(), read: z.string() })),
  /** changes to come: the day, and the rule they touch */
  upcoming: z.array(z.object({ date: z.string(), rule: RuleId, note: z.string() })),
});

const Ids = z.array(z.string()).min(1).max(100_000);
/** Events that `photos.undo` takes back together. */
const Undoable = z.object({ eventIds: z.array(z.string()) });

export const ImportReport = z.object({
  jobId: z.string().nullable(),
  added: z.number(),
  /** already in the catalogue, byte for byte at the same path */
  known: z.number(),
  /** files that are no pictures by name, e.g. .txt beside the photos */
  ignored: z.number(),
});

export const photos = defineFeature({
  calls: {
    list: query({
      input: PhotoFilter.extend({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(20_000).default(20_000) }),
      output: z.object({ total: z.number(), rows: z.array(PhotoRow) }),
    }),
    /** those of the named photos that the filter shows, in no order: what became of a few rows of a long list */
    rows: query({
      input: PhotoFilter.extend({ ids: z.array(z.string()).min(1).max(500) }),
      output: z.array(PhotoRow),
    }),
    get: query({ input: z.object({ id: z.string() }), output: PhotoDetail }),
    /** of the photos that a channel and a search leave; tabs and rules are counted within them */
    counts: query({
      input: PhotoFilter.pick({ channel: true, search: true }),
      output: z.object({
        total: z.number(),
        waiting: z.number(),
        failed: z.number(),
        /** judged fail or warn, and no person has decided yet */
        toReview: z.number(),
        passed: z.number(),
        rejected: z.number(),
        /** with a finding that staff waived */
        waived: z.number(),
        /** whose file is not where it was */
        missing: z.number(),
        /** approved by staff, and not what was approved any more */
        drift: z.number(),
        byVerdict: z.object({ pass: z.number(), warn: z.number(), fail: z.number() }),
        byRule: z.array(z.object({ rule: RuleId, count: z.number() })),
        waivedByRule: z.array(z.object({ rule: RuleId, count: z.number() })),
        /** own defects that warn, with the photos they are found on; most first */
        byOwn: z.array(z.object({ defect: OwnRuleId, name: z.string(), count: z.number() })),
        byChannel: z.array(z.object({ channel: ChannelId, pass: z.number(), warn: z.number(), fail: z.number() })),
      }),
    }),
    channels: query({ input: z.object({}), output: z.array(ChannelInfo) }),
    decide: command({ input: z.object({ ids: Ids, decision: Decision.nullable() }), output: Undoable }),
    /** staff's "this finding is wrong": kept with the model and version that said it */
    wrong: command({ input: z.object({ id: z.string(), rule: RuleId, channel: ChannelId, note: z.string().max(2_000).default('') }), output: Undoable }),
    /** takes photos out of the console; the files stay where they are */
    remove: command({ input: z.object({ ids: Ids }), output: Undoable }),
    undo: command({ input: Undoable, output: z.object({ undone: z.number() }) }),
    recheck: command({ input: z.object({ ids: Ids.nullable() }), output: z.object({ jobId: z.string().nullable() }) }),
    /** opens the system's file dialog, then imports */
    choose: command({ where: 'host', input: z.object({ kind: z.enum(['files', 'folder']) }), output: ImportReport.nullable() }),
    /** shows the original in the system's file manager */
    reveal: command({ where: 'host', roles: ['merchandiser', 'viewer'], input: z.object({ id: z.string() }), output: z.object({}) }),
  },
  events: {
    /** at most 500, as many as `photos.rows` takes; null = too many to name: ask again */
    changed: z.object({ ids: z.array(z.string()).nullable() }),
    /** a person took photos in, by whichever way: what came of it */
    imported: ImportReport,
  },
});
