import type { ChannelId, Finding, Verdict } from '../types.ts';
import type { WaivedVerdict } from '../waivers.ts';

/** One photo as reports tell of it. */
export interface ReportPhoto {
  readonly name: string;
  /** where the original lies */
  readonly path: string;
  /** a small picture as a data: address; null where there is none */
  readonly picture: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: number;
  readonly format: string | null;
  /** an error code, e.g. 'truncated'; null where the file could be read */
  readonly failure: string | null;
  /** the person's word over the rules' */
  readonly decision: 'passed' | 'rejected' | null;
  /** what staff's waivers leave of each channel's verdict; a channel that did not judge is absent */
  readonly channels: ReadonlyMap<ChannelId, WaivedVerdict>;
}

/** What a whole report is about. */
export interface ReportInfo {
  /** milliseconds since the epoch */
  readonly madeAt: number;
  /** of the console */
  readonly version: string;
  /** in the order of their columns */
  readonly channels: readonly ChannelId[];
  /** BCP 47, for the page's `lang` */
  readonly language: string;
  /** the check was stopped before its last photo */
  readonly incomplete: boolean;
}

export interface ChannelTally {
  readonly channel: ChannelId;
  readonly pass: number;
  readonly warn: number;
  readonly fail: number;
}

/** What a report counts while its photos go by one by one. */
export interface Tally {
  readonly photos: number;
  readonly unreadable: number;
  readonly byChannel: readonly ChannelTally[];
}

export const emptyTally = (channels: readonly ChannelId[]): Tally => ({ photos: 0, unreadable: 0, byChannel: channels.map((channel) => ({ channel, pass: 0, warn: 0, fail: 0 })) });

export function addToTally(tally: Tally, photo: Pick<ReportPhoto, 'failure' | 'channels'>): Tally {
  return {
    photos: tally.photos + 1,
    unreadable: tally.unreadable + (photo.failure === null ? 0 : 1),
    byChannel: tally.byChannel.map((line) => {
      const verdict = photo.channels.get(line.channel)?.verdict;
      return verdict === undefined ? line : { ...line, [verdict]: line[verdict] + 1 };
    }),
  };
}

/** Both counted together; they are about the same channels. */
export const sumOf = (a: Tally, b: Tally): Tally => ({
  photos: a.photos + b.photos,
  unreadable: a.unreadable + b.unreadable,
  byChannel: a.byChannel.map((line) => {
    const more = b.byChannel.find(({ channel }) => channel === line.channel);
    return { channel: line.channel, pass: line.pass + (more?.pass ?? 0), warn: line.warn + (more?.warn ?? 0), fail: line.fail + (more?.fail ?? 0) };
  }),
});

/** One thing that is wrong, once for all channels that say it in the same way. */
export interface ReportedFinding {
  readonly finding: Finding;
  readonly channels: readonly ChannelId[];
}

const rank: Readonly<Record<Verdict, number>> = { fail: 0, warn: 1, pass: 2 };

/** The findings of some channels, worst first; those that measure, ask and cite the same are one. */
export function gatherFindings(byChannel: readonly (readonly [ChannelId, readonly Finding[]])[]): readonly ReportedFinding[] {
  const gathered = new Map<string, { finding: Finding; channels: ChannelId[] }>();
  for (const [channel, findings] of byChannel) {
    for (const finding of findings) {
      const { rule, severity, measured, required, source } = finding;
      const key = JSON.stringify([rule, severity, measured, required, source]);
      const known = gathered.get(key);
      if (known) known.channels.push(channel);
      else gathered.set(key, { finding, channels: [channel] });
    }
  }
  return [...gathered.values()].sort((a, b) => rank[a.finding.severity] - rank[b.finding.severity]);
}
