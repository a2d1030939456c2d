import type { OutputOf } from '../../../app/contract/index.ts';
import type { ChannelId, RuleId } from '../../../app/photo-check/types.ts';

type Counts = OutputOf<'photos.counts'>;
type Channels = OutputOf<'photos.channels'>;

export interface ChannelNeed {
  readonly channel: ChannelId;
  readonly pass: number;
  readonly warn: number;
  readonly fail: number;
}

/** Channels the shop sells on where photos block a listing, the most first. */
export function blockedChannels(counts: Counts, channels: Channels): readonly ChannelNeed[] {
  const enabled = new Set(channels.filter((one) => one.enabled).map((one) => one.id));
  return counts.byChannel.filter((one) => one.fail > 0 && enabled.has(one.channel)).sort((a, b) => b.fail - a.fail);
}

export interface ComingChange {
  readonly channel: ChannelId;
  /** ISO day */
  readonly date: string;
  readonly rule: RuleId;
}

/** Rule changes of the shop's channels that take effect within `days`, the nearest first. */
export function comingChanges(channels: Channels, now: number, days = 120): readonly ComingChange[] {
  const until = now + days * 86_400_000;
  return channels
    .filter((one) => one.enabled)
    .flatMap((one) => one.upcoming.map(({ date, rule }) => ({ channel: one.id, date, rule })))
    .filter(({ date }) => Date.parse(date) >= now && Date.parse(date) <= until)
    .sort((a, b) => a.date.localeCompare(b.date));
}
