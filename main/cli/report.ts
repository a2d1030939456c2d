import {
  findDuplicates,
  findShopStamps,
  judgeAll,
  packOn,
  withStamps,
  type ChannelPack,
  type ChannelVerdict,
  type DuplicateOf,
  type PhotoAnalysis,
  type PhotoError,
} from '../../app/photo-check/index.ts';
import type { Since, Standing } from './baseline.ts';
import type { Mended } from './fix-files.ts';

/** One photo in the JSON of `vitrine photos check`. */
export interface PhotoReport {
  readonly file: string;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly format: string;
  readonly bytes: number;
  readonly measures: PhotoAnalysis['measures'];
  readonly duplicates: readonly DuplicateOf[];
  readonly channels: Readonly<Partial<Record<string, ChannelVerdict>>>;
  /** model tasks that could not run: their rules are silent */
  readonly unavailable: PhotoAnalysis['unavailable'];
  /** with `--since` alone */
  readonly since?: Standing;
  /** with `--fix` alone: the copies by channel, and what no copy could mend */
  readonly fixes?: Mended['fixes'];
  readonly unfixable?: Mended['unfixable'];
}

export interface CheckReport {
  readonly version: string;
  readonly models: readonly { readonly id: string; readonly version: string; readonly runtime: string }[];
  readonly photos: readonly PhotoReport[];
  readonly errors: readonly PhotoError[];
  /** only where the check was stopped before its last photo */
  readonly incomplete?: true;
  /** with `--since` alone: how many pictures are how, and those that are no longer there */
  readonly since?: Readonly<Record<Standing, number>> & { readonly gone: readonly string[] };
}

export interface CheckOutcome {
  readonly analyses: readonly PhotoAnalysis[];
  readonly errors: readonly PhotoError[];
  readonly packs: readonly ChannelPack[];
  /** ISO day the packs are taken on */
  readonly day: string;
  /** of the console */
  readonly version: string;
  readonly incomplete: boolean;
  readonly since: Since | null;
}

function sinceOf({ standings, gone }: Since): NonNullable<CheckReport['since']> {
  const count = (standing: Standing): number => [...standings.values()].filter((each) => each === standing).length;
  return { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), gone: gone.map(({ file }) => file) };
}

/** Judges what was analysed; photos keep their order. */
export function reportOf({ analyses, errors, packs, day, version, incomplete, since }: CheckOutcome): CheckReport {
  const duplicates = findDuplicates(analyses.map((analysis) => ({ key: analysis.photo.file, ...analysis })));
  const stamps = findShopStamps(analyses.map((analysis) => ({ key: analysis.photo.file, ...analysis })));
  const inForce = packs.map((pack) => packOn(pack, day));
  const models = new Map(analyses.flatMap((analysis) => analysis.models).map(({ id, version: of, runtime }) => [`${id} ${of} ${runtime}`, { id, version: of, runtime }]));
  const photos = analyses.map((analysis): PhotoReport => {
    const { file, sha256, width, height, format, bytes } = analysis.photo;
    const same = duplicates.get(file) ?? [];
    const { unavailable } = analysis;
    const measures = withStamps(analysis.measures, stamps.get(file) ?? []);
    const standing = since?.standings.get(file);
    const channels = judgeAll({ photo: analysis.photo, measures }, same, inForce);
    return { file, sha256, width, height, format, bytes, measures, duplicates: same, channels, unavailable, ...(standing && { since: standing }) };
  });
  return { version, models: [...models.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), photos, errors, ...(incomplete && { incomplete }), ...(since && { since: sinceOf(since) }) };
}
