import { allPacks, isVerified, judgeAll, packOn } from '../../app/photo-check/index.ts';
import type { PhotoJudge } from './photo-ports.ts';

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** The judge of the packs that come with the console, each as it stands on the day of judging. */
export function packJudge(): PhotoJudge {
  const packsOn = (now: number) => allPacks.map((pack) => packOn(pack, dayOf(now)));
  return {
    stamp: (now) => JSON.stringify(packsOn(now).map((pack) => [pack.channel, pack.version, pack.requirements.length])),
    judge: ({ file, measures, duplicates }, now) => judgeAll({ photo: file, measures }, duplicates, packsOn(now)),
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
