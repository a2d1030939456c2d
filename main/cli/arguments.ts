import { lstat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { ChannelPack } from '../../app/photo-check/index.ts';
import { jsonTo } from './json-to.ts';
import { channelsIn, emptyName, packsNamed, packsWith } from './own-packs.ts';

export interface CheckOptions {
  readonly channel?: readonly string[];
  /** files of packs */
  readonly pack?: readonly string[];
  /** a path; '-' or true for standard output */
  readonly json?: string | true;
  readonly jobs?: string;
  /** a table of products that the pictures belong to */
  readonly products?: string;
  /** JSON: what its columns mean */
  readonly map?: string;
  /** 'last', or a report of an earlier `--json` */
  readonly since?: string;
  /** folder that mended copies go to */
  readonly fix?: string;
  /** a folder for pages, a table and copies */
  readonly report?: string;
}

export interface CheckOrder {
  /** as given, never empty */
  readonly paths: readonly string[];
  readonly packs: readonly ChannelPack[];
  /** pictures checked at the same time */
  readonly jobs: number;
  /** null = no JSON is asked for; '-' = standard output */
  readonly json: string | null;
  /** null = everything is measured */
  readonly since: string | null;
  /** folder that mended copies go to; null = none are made */
  readonly fix: string | null;
  /** null = no folder with a report is asked for */
  readonly report: string | null;
  /** null = the pictures belong to no products */
  readonly products: { readonly table: string; readonly map: string | null } | null;
}

function jobsFor(wanted: string | undefined): Result<number, string> {
  if (wanted === undefined) return ok(Math.max(1, Math.min(8, availableParallelism())));
  return /^[1-9]\d?$/.test(wanted) ? ok(Number(wanted)) : err(`--jobs takes a whole number from 1 to 99, not "${wanted}"`);
}

/**
 * Commander gives every word behind --channel to it: those that are no channels but exist are pictures. Any other
 * word is a channel, or several with commas between them.
 */
async function splitChannels(words: readonly string[], known: ReadonlySet<string>, from: string): Promise<{ readonly channels: readonly string[]; readonly paths: readonly string[] }> {
  const split = await Promise.all(
    words.map(async (word) => {
      const exists = word !== '' && !known.has(word) && (await lstat(resolve(from, word)).catch(() => null)) !== null;
      return exists ? { channels: [], paths: [word] } : { channels: channelsIn([word]), paths: [] };
    }),
  );
  return { channels: split.flatMap(({ channels }) => channels), paths: split.flatMap(({ paths }) => paths) };
}

/** What the words of the command line ask for; the error is a sentence for the person who typed them. */
export async function readArguments(named: readonly string[], options: CheckOptions, from: string): Promise<Result<CheckOrder, string>> {
  const words = options.channel ?? ['all'];
  if (emptyName(words)) return err('--channel was given an empty name');
  const all = await packsWith(options.pack ?? [], from);
  if (!all.ok) return all;
  const split = await splitChannels(words, new Set(['all', ...all.value.map(({ channel }) => channel)]), from);
  if (options.products === '') return err('--products was given an empty name; name a table of products');
  if (options.map !== undefined && (options.map === '' || options.products === undefined)) return err('--map names a JSON file, and needs --products beside it');
  const given = [...named, ...split.paths];
  // without any picture, those that lie with the table
  const paths = given.length === 0 && options.products !== undefined ? [dirname(options.products)] : given;
  const json = jsonTo(options.json);
  if (!json.ok) return json;
  if (paths.length === 0) return err('name at least one picture or folder to check');
  // a shell variable that is not set must not mean the whole current folder
  if (paths.includes('')) return err('a path is empty; name a picture or a folder (. is the current folder)');
  if (options.since === '') return err('--since was given an empty name; name a report of --json, or last for the last check');
  if (options.fix === '') return err('--fix was given an empty name; name a folder for the copies');
  if (options.report === '') return err('--report was given an empty name; name a folder');
  const packs = packsNamed(all.value, split.channels);
  if (!packs.ok) return packs;
  const jobs = jobsFor(options.jobs);
  if (!jobs.ok) return jobs;
  return ok({ paths, packs: packs.value, jobs: jobs.value, json: json.value, since: options.since ?? null, fix: options.fix ?? null, report: options.report ?? null, products: options.products === undefined ? null : { table: options.products, map: options.map ?? null } });
}
