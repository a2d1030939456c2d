import { lstat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { allPacks, channelIds, ChannelId, type ChannelPack } from '../../app/photo-check/index.ts';

export interface CheckOptions {
  readonly channel?: readonly string[];
  /** a path, or '-' for standard output */
  readonly json?: string;
  readonly jobs?: string;
  /** a folder for pages, a table and copies */
  readonly report?: string;
}

export interface CheckOrder {
  /** as given, never empty */
  readonly paths: readonly string[];
  readonly packs: readonly ChannelPack[];
  /** pictures checked at the same time */
  readonly jobs: number;
  /** null = no JSON is asked for */
  readonly json: string | null;
  /** null = no folder with a report is asked for */
  readonly report: string | null;
}

function packsFor(wanted: readonly string[]): Result<readonly ChannelPack[], string> {
  if (wanted.includes('all')) return ok(allPacks);
  const unknown = wanted.filter((id) => !ChannelId.safeParse(id).success);
  if (unknown.length > 0) return err(`unknown channel ${unknown.join(', ')}; known are ${channelIds.join(', ')} and all`);
  return ok(wanted.length === 0 ? allPacks : allPacks.filter(({ channel }) => wanted.includes(channel)));
}

function jobsFor(wanted: string | undefined): Result<number, string> {
  if (wanted === undefined) return ok(Math.max(1, Math.min(8, availableParallelism())));
  return /^[1-9]\d?$/.test(wanted) ? ok(Number(wanted)) : err(`--jobs takes a whole number from 1 to 99, not "${wanted}"`);
}

const isChannel = (word: string): boolean => word === 'all' || ChannelId.safeParse(word).success;

/**
 * Commander gives every word behind --channel to it: those that are no channels but exist are pictures. Any other
 * word is a channel, or several with commas between them.
 */
async function splitChannels(words: readonly string[], from: string): Promise<{ readonly channels: readonly string[]; readonly paths: readonly string[] }> {
  const split = await Promise.all(
    words.map(async (word) => {
      const exists = word !== '' && !isChannel(word) && (await lstat(resolve(from, word)).catch(() => null)) !== null;
      if (exists) return { channels: [], paths: [word] };
      return { channels: word.split(',').map((id) => id.trim()).filter((id) => id !== ''), paths: [] };
    }),
  );
  return { channels: split.flatMap(({ channels }) => channels), paths: split.flatMap(({ paths }) => paths) };
}

/** What the words of the command line ask for; the error is a sentence for the person who typed them. */
export async function readArguments(named: readonly string[], options: CheckOptions, from: string): Promise<Result<CheckOrder, string>> {
  const words = options.channel ?? ['all'];
  if (words.some((word) => word.replaceAll(',', '').trim() === '')) return err('--channel was given an empty name');
  const split = await splitChannels(words, from);
  const paths = [...named, ...split.paths];
  if (paths.length === 0) return err('name at least one picture or folder to check');
  // a shell variable that is not set must not mean the whole current folder
  if (paths.includes('')) return err('a path is empty; name a picture or a folder (. is the current folder)');
  if (options.json === '') return err('--json was given an empty name; name a file, or - for standard output');
  if (options.report === '') return err('--report was given an empty name; name a folder');
  const packs = packsFor(split.channels);
  if (!packs.ok) return packs;
  const jobs = jobsFor(options.jobs);
  if (!jobs.ok) return jobs;
  return ok({ paths, packs: packs.value, jobs: jobs.value, json: options.json ?? null, report: options.report ?? null });
}
