import type { ChannelId, ChannelVerdict } from '../../app/photo-check/types.ts';
import { withWaivers, type WaivedVerdict, type Waiver } from '../../app/photo-check/waivers.ts';
import { smallPicture } from '../media/index.ts';

/** Longer side of the pictures in a report, in pixels: sharp on paper at the size they are shown. */
const pictureSide = 320;

/** A small picture as an address that holds it; null where the file cannot be shown. */
export async function pictureAddress(file: string): Promise<string | null> {
  const small = await smallPicture(file, pictureSide);
  return small === null ? null : `data:image/webp;base64,${small.toString('base64')}`;
}

/** The verdicts of the channels asked about, in their order, with what staff waived taken into account. */
export function reportChannels(
  channels: readonly ChannelId[],
  verdicts: Readonly<Partial<Record<string, ChannelVerdict>>>,
  waivers: readonly Waiver[],
): ReadonlyMap<ChannelId, WaivedVerdict> {
  return new Map(
    channels.flatMap((channel) => {
      const verdict = verdicts[channel];
      return verdict === undefined ? [] : [[channel, withWaivers(verdict, channel, waivers)] as const];
    }),
  );
}
