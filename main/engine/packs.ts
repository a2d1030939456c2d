import { createHash } from 'node:crypto';
import { localDay } from '../../app/kernel/day.ts';
import { allPacks, channelPacks, inChannelOrder, isBuiltIn, isVerified, judgeAll, packOn, readPack, type ChannelId, type ChannelPack } from '../../app/photo-check/index.ts';
import type { PackStore } from '../store/packs.ts';
import type { PhotoJudge } from './photo-ports.ts';

/** The judge of the given packs, each as it stands on the day of judging; without any, of those of the console. */
export function packJudge(packs: () => readonly ChannelPack[] = () => allPacks): PhotoJudge {
  const packsOn = (now: number) => packs().map((pack) => packOn(pack, localDay(now)));
  return {
    stamp: (now) => createHash('sha256').update(JSON.stringify(packsOn(now))).digest('hex'),
    knows: (channel) => packs().some((pack) => pack.channel === channel),
    judge: ({ file, measures, duplicates, context }, now) => judgeAll({ photo: file, measures }, duplicates, packsOn(now), context),
    pack: (channel, now) => packsOn(now).find((pack) => pack.channel === channel) ?? null,
    channels: (now) =>
      packsOn(now).map((pack) => ({
        id: pack.channel,
        name: pack.name ?? null,
        pack: pack.version,
        verified: isVerified(pack),
        rules: pack.requirements.map(({ rule, severity, source: { official, url, read } }) => ({ rule, severity, official, url, read })),
        upcoming: pack.upcoming.map(({ date, requirement, note = '' }) => ({ date, rule: requirement.rule, note })),
      })),
  };
}

/** The console's pack of a channel; null where it has none. */
export const builtInPack = (channel: ChannelId): ChannelPack | null => (isBuiltIn(channel) ? channelPacks[channel] : null);

export interface PackShelf {
  /** the pack of every channel there is, as the shop has it */
  readonly all: () => readonly ChannelPack[];
  /** null where there is no such channel */
  readonly of: (channel: ChannelId) => ChannelPack | null;
  /** Call when a pack was stored or taken back. */
  readonly changed: () => void;
}

/**
 * The packs of the console with those of the shop laid over them. One that cannot be read (another version's, or a
 * hand in the file) is told of, and the console's holds; a channel of the shop's own is then not there.
 */
export function createPackShelf(store: Pick<PackStore, 'standing'>, onUnreadable: (channel: ChannelId, why: string) => void): PackShelf {
  let known: ReadonlyMap<ChannelId, ChannelPack> | null = null;

  function load(): ReadonlyMap<ChannelId, ChannelPack> {
    const byChannel = new Map(allPacks.map((pack) => [pack.channel, pack]));
    for (const { channel, pack } of store.standing()) {
      const read = readPack(pack);
      if (read.ok && read.value.channel === channel) byChannel.set(channel, read.value);
      else onUnreadable(channel, read.ok ? `it is for ${read.value.channel}` : JSON.stringify(read.error));
    }
    return new Map(inChannelOrder([...byChannel.keys()]).flatMap((channel) => {
      const pack = byChannel.get(channel);
      return pack === undefined ? [] : [[channel, pack] as const];
    }));
  }
  const packs = (): ReadonlyMap<ChannelId, ChannelPack> => (known ??= load());

  return {
    all: () => [...packs().values()],
    of: (channel) => packs().get(channel) ?? null,
    changed() {
      known = null;
    },
  };
}
