import { z } from 'zod';
import { ChannelId, RuleId } from '../types.ts';

/** What staff say of a rule on a photo: its finding is right, its finding is wrong, or it should have found something. */
export const Word = z.enum(['right', 'wrong', 'missed']);
export type Word = z.infer<typeof Word>;

/** A share of answers with its 95 % interval; all 0–1. */
export const Proportion = z.object({ share: z.number(), low: z.number(), high: z.number() });

/** What staff did without saying a word about the rule: weaker than words, and counted apart from them. */
export const Deeds = z.object({
  /** photos passed although the rule is broken */
  passed: z.number(),
  /** photos rejected while the rule is broken; another rule may have been the reason */
  rejected: z.number(),
});
export type Deeds = z.infer<typeof Deeds>;

export const TrackRecord = z.object({
  /** photos on which the rule finds something now */
  found: z.number(),
  right: z.number(),
  wrong: z.number(),
  missed: z.number(),
  /** share of right among right and wrong; null while there are fewer answers than the minimum */
  precision: Proportion.nullable(),
  /** 0–1: the rule finds at most this share of what it should, by what staff said it missed; null where they said nothing */
  foundAtMost: z.number().nullable(),
  deeds: Deeds,
});
export type TrackRecord = z.infer<typeof TrackRecord>;

/** How a rule did in one channel, by one version of its pack and of the models behind it. */
export const VersionRecord = TrackRecord.extend({
  channel: ChannelId,
  pack: z.string(),
  /** id and version of each model that the rule rests on, in order; empty where it rests on none */
  models: z.array(z.string()),
  /** false = about an earlier pack or model, and no part of the rule's own record */
  inForce: z.boolean(),
});
export type VersionRecord = z.infer<typeof VersionRecord>;

/** How a rule did. Each photo counts once, in however many channels it was asked about. */
export const RuleRecord = TrackRecord.extend({
  rule: RuleId,
  /** photos whose finding was waived, without a word on whether it is right: a weak sign as well, and counted apart */
  waived: z.number(),
  /** answers about earlier packs or models: kept apart, in `versions` */
  earlier: z.number(),
  versions: z.array(VersionRecord),
});
export type RuleRecord = z.infer<typeof RuleRecord>;

/** A threshold of a channel's pack, to be moved: what an edited copy of the pack is made from. */
export const DraftRequirement = z.object({
  rule: RuleId,
  channel: ChannelId,
  /** name of the number in the requirement */
  field: z.string(),
  value: z.number(),
});
export type DraftRequirement = z.infer<typeof DraftRequirement>;

/** Where the line of a rule had better run, by the words of staff. Never applied by itself. */
export const Suggestion = DraftRequirement.omit({ value: true }).extend({
  /** version of the pack it is about */
  pack: z.string(),
  bound: z.enum(['min', 'max']),
  current: z.number(),
  /** today's number is written on the channel's own page: moving it does not move the channel */
  official: z.boolean(),
  /** products on whose photos staff hold that the rule is broken, and that it is not; copies of a picture count once */
  broken: z.number(),
  fine: z.number(),
  state: z.enum(['too-few', 'no-gain', 'better']),
  /** the better line; null where there is none */
  value: z.number().nullable(),
  /** 0–1: share of words that agree with today's line, and with the better one; null while there are too few */
  agreesNow: z.number().nullable(),
  agreesThen: z.number().nullable(),
  /** how much more a line so chosen agrees with words that it was not chosen by, −1 to 1, with its 95 % interval */
  gain: Proportion.nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;
