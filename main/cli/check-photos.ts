import { availableParallelism } from 'node:os';
import { lstat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { allPacks, channelIds, ChannelId, type ChannelPack, type PhotoAnalysis, type PhotoError } from '../../app/photo-check/index.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { openPhotoWorkers } from '../engine/workers/index.ts';
import { findPhotos } from '../media/index.ts';
import { reportOf, tableOf } from './report.ts';

export interface CheckOptions {
  readonly channel?: readonly string[];
  /** a path, or '-' for standard output */
  readonly json?: string;
  readonly jobs?: string;
}

export interface Surroundings {
  /** folder that relative paths start from */
  readonly from: string;
  readonly cacheDir: string;
  readonly version: string;
  /** ISO day */
  readonly day: string;
  readonly print: (text: string) => void;
  /** to standard error; `transient` lines replace each other on a terminal */
  readonly progress: (text: string, transient: boolean) => void;
}

/** Exit codes of the command. */
export const exitCodes = { judged: 0, misuse: 1, someUnreadable: 2 } as const;

function packsFor(wanted: readonly string[]): Result<readonly ChannelPack[], string> {
  if (wanted.length === 0 || wanted.includes('all')) return ok(allPacks);
  const unknown = wanted.filter((id) => !ChannelId.safeParse(id).success);
  if (unknown.length > 0) return err(`unknown channel ${unknown.join(', ')}; known are ${channelIds.join(', ')} and all`);
  return ok(allPacks.filter(({ channel }) => wanted.includes(channel)));
}

function jobsFor(wanted: string | undefined): Result<number, string> {
  if (wanted === undefined) return ok(Math.max(1, Math.min(8, availableParallelism())));
  return /^[1-9]\d?$/.test(wanted) ? ok(Number(wanted)) : err(`--jobs takes a whole number from 1 to 99, not "${wanted}"`);
}

interface Found {
  readonly analyses: readonly PhotoAnalysis[];
  readonly errors: readonly PhotoError[];
}

async function analyseAll(files: readonly string[], jobs: number, { from, cacheDir, progress }: Surroundings): Promise<Found> {
  const workers = openPhotoWorkers({ count: Math.min(jobs, files.length), cacheDir });
  try {
    let done = 0;
    const outcomes = await Promise.all(
      files.map(async (file) => {
        const outcome = await workers.analyse(resolve(from, file));
        done += 1;
        progress(`${done}/${files.length} ${file}`, true);
        return { file, outcome };
      }),
    );
    const analyses = outcomes.flatMap(({ file, outcome }) => (outcome.ok ? [{ ...outcome.value, photo: { ...outcome.value.photo, file } }] : []));
    const errors = outcomes.flatMap(({ file, outcome }) => (outcome.ok ? [] : [{ ...outcome.error, file }]));
    return { analyses, errors };
  } finally {
    await workers.close();
  }
}

/** Commander gives every word behind --channel to it: those that are no channel but exist are pictures. */
async function splitChannels(words: readonly string[], from: string): Promise<{ readonly channels: readonly string[]; readonly paths: readonly string[] }> {
  const isPath = await Promise.all(words.map(async (word) => !ChannelId.safeParse(word).success && (await lstat(resolve(from, word)).catch(() => null)) !== null));
  return { channels: words.filter((_, i) => !isPath[i]), paths: words.filter((_, i) => isPath[i]) };
}

/** `vitrine photos check`: returns the exit code. */
export async function checkPhotos(named: readonly string[], options: CheckOptions, surroundings: Surroundings): Promise<number> {
  const { from, version, day, print, progress } = surroundings;
  const misuse = (message: string): number => {
    progress(`vitrine: ${message}`, false);
    return exitCodes.misuse;
  };
  const split = await splitChannels(options.channel ?? [], from);
  const paths = [...named, ...split.paths];
  if (paths.length === 0) return misuse('name at least one picture or folder to check');
  const packs = packsFor(split.channels);
  if (!packs.ok) return misuse(packs.error);
  const jobs = jobsFor(options.jobs);
  if (!jobs.ok) return misuse(jobs.error);
  const found = await findPhotos(paths, from);
  if (found.files.length === 0 && found.errors.length === 0) return misuse(`no pictures in ${paths.join(', ')}`);
  const { analyses, errors } = await analyseAll(found.files, jobs.value, surroundings);
  const report = reportOf({ analyses, errors: [...found.errors, ...errors], packs: packs.value, day, version });
  const unavailable = new Set(analyses.flatMap((analysis) => analysis.unavailable));
  if (unavailable.size > 0) progress(`not checked, because their models are unavailable: ${[...unavailable].join(', ')}`, false);
  const json = `${JSON.stringify(report, null, 2)}\n`;
  if (options.json === '-') print(json);
  else {
    if (options.json !== undefined) {
      try {
        await writeFile(resolve(from, options.json), json);
      } catch (cause) {
        return misuse(`cannot write ${options.json}: ${cause instanceof Error ? cause.message : String(cause)}`);
      }
    }
    print(`${tableOf(report, packs.value.map(({ channel }) => channel), from)}\n`);
  }
  return report.errors.length > 0 ? exitCodes.someUnreadable : exitCodes.judged;
}
