import type { PhotoDetail, PhotoRow } from '../../../../app/contract/photos.ts';
import type { ChannelId, ChannelVerdict, RuleId } from '../../../../app/photo-check/types.ts';
import { withWaivers, type Waiver } from '../../../../app/photo-check/waivers.ts';
import { listFindings, type ListedFinding } from './findings.ts';
import type { ChannelChoice } from './words.ts';

/** Whether the verdict of the channels asked about leaves out what staff waived. */
export const hasWaivers = ({ waivedOn }: Pick<PhotoRow, 'waivedOn'>, choice: ChannelChoice): boolean => (choice === 'all' ? waivedOn.length > 0 : waivedOn.includes(choice));

/** A finding that no longer counts, and why. */
export interface WaivedFinding extends ListedFinding {
  readonly waiver: Waiver;
}

type Channels = PhotoDetail['channels'];

/** What of a photo's findings counts on the channels asked about, and what staff called no issue; each worst first. */
export function splitFindings({ channels, waivers }: Pick<PhotoDetail, 'channels' | 'waivers'>, choice: ChannelChoice): { readonly standing: readonly ListedFinding[]; readonly waived: readonly WaivedFinding[] } {
  const counts: Channels = {};
  const rests: Channels = {};
  const why = new Map<string, Waiver>();
  for (const [channel, verdict] of Object.entries(channels) as [ChannelId, ChannelVerdict][]) {
    const { standing, waived } = withWaivers(verdict, channel, waivers);
    counts[channel] = { ...verdict, findings: [...standing] };
    rests[channel] = { ...verdict, findings: waived.map(({ finding }) => finding) };
    for (const { finding, waiver } of waived) why.set(`${channel} ${finding.rule}`, waiver);
  }
  const waived = listFindings(rests, choice).flatMap((listed): WaivedFinding[] => {
    const waiver = why.get(`${listed.channel} ${listed.finding.rule}`);
    return waiver === undefined ? [] : [{ ...listed, waiver }];
  });
  return { standing: listFindings(counts, choice), waived };
}

/** Rules that some of the photos break, each with how many do: most first, as long as it is the worst of a photo. */
export function rulesOf(rows: readonly PhotoRow[]): readonly { readonly rule: RuleId; readonly count: number }[] {
  const counts = new Map<RuleId, number>();
  for (const { rules } of rows) for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const place = new Map([...counts.keys()].map((rule, index) => [rule, index]));
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count || (place.get(a.rule) ?? 0) - (place.get(b.rule) ?? 0));
}
