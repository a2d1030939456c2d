import { z } from 'zod';
import { DraftRequirement, RuleRecord, Suggestion, Word } from '../photo-check/learning/types.ts';
import { ChannelPack } from '../photo-check/channels/pack.ts';
import { ChannelId, Quantity, RuleId } from '../photo-check/types.ts';
import { command, defineFeature, query } from './define.ts';

/** One answer of staff, with the photo it is about. */
export const WordRow = z.object({
  eventId: z.string(),
  photoId: z.string(),
  name: z.string(),
  sha256: z.string().nullable(),
  channel: ChannelId,
  word: Word,
  pack: z.string().nullable(),
  measured: Quantity.nullable(),
  /** what the photo measures for each number of the rule that may be moved */
  readings: z.record(z.string(), z.number()),
  /** each model that it is about still looks at photos: lines are drawn by these words alone */
  today: z.boolean(),
  note: z.string(),
  actor: z.string(),
  at: z.number(),
});
export type WordRow = z.infer<typeof WordRow>;

const Note = z.string().max(2_000).default('');

export const learning = defineFeature({
  calls: {
    rules: query({
      input: z.object({}),
      output: z.object({
        /** answers that a precision needs */
        fewest: z.number(),
        rules: z.array(RuleRecord),
      }),
    }),
    /** what staff said of one rule, newest first */
    words: query({ input: z.object({ rule: RuleId }), output: z.array(WordRow) }),
    /** where the lines of a rule had better run, channel by channel, by what staff said */
    suggestions: query({
      input: z.object({ rule: RuleId }),
      output: z.object({
        /** products that staff must have spoken about on either side of a line */
        fewest: z.number(),
        suggestions: z.array(Suggestion),
      }),
    }),
    /** a copy of the channel's pack with a line moved, for `packs.preview`: nothing is stored, `packs.adjust` does */
    draft: query({ input: DraftRequirement, output: ChannelPack }),
    /** "this finding is right" or "you missed this"; `photos.wrong` says the third */
    say: command({
      input: z.object({ id: z.string(), rule: RuleId, channel: ChannelId, word: Word.exclude(['wrong']), note: Note }),
      output: z.object({ eventIds: z.array(z.string()) }),
    }),
  },
  events: {},
});
