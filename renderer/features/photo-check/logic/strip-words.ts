import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { ChannelId } from '../../../../app/photo-check/types.ts';
import { channelsWith } from './findings.ts';
import type { Words } from './words.ts';

/** What is said of all channels' verdicts on a photo. */
export interface StripWords {
  /** Fails on Amazon and eBay; passes on Etsy; '' where nothing was judged */
  readonly spoken: string;
  /** Amazon: Fail, for each channel in order */
  readonly titles: readonly string[];
}

const order = ['fail', 'warn', 'pass'] as const;
const known = new WeakMap<Words, Map<string, StripWords>>();

function describe(words: Words, channels: readonly ChannelId[], verdicts: PhotoRow['verdicts'], waivedOn: PhotoRow['waivedOn']): StripWords {
  const { say, format } = words;
  const spoken = order
    .map((verdict) => ({ verdict, found: channelsWith(verdicts, verdict).filter((channel) => channels.includes(channel)) }))
    .filter(({ found }) => found.length > 0)
    .map(({ verdict, found }) => say(`verdict.strip.${verdict}`, { channels: format.list(found.map((channel) => words.channel(channel))) }))
    .join(say('joined.sentences'));
  const titles = channels.map((channel) => say('verdict.ofChannel', { channel: words.channel(channel), verdict: words.verdict(verdicts[channel], waivedOn.includes(channel)) }));
  return { spoken, titles };
}

/** The words of a verdict strip. Photos have few sets of verdicts between them, and each is put into words once. */
export function stripWords(words: Words, channels: readonly ChannelId[], verdicts: PhotoRow['verdicts'], waivedOn: PhotoRow['waivedOn']): StripWords {
  const said = known.get(words) ?? new Map<string, StripWords>();
  known.set(words, said);
  const key = JSON.stringify([channels, channels.map((channel) => verdicts[channel]), waivedOn]);
  const strip = said.get(key) ?? describe(words, channels, verdicts, waivedOn);
  said.set(key, strip);
  return strip;
}
