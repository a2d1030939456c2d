import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { allPacks, inChannelOrder, readPackText, type ChannelPack, type PackProblem, type PackProblemCode } from '../../app/photo-check/index.ts';

/** A pack of a shop is a few kilobytes; more than this is something else. */
const mostBytes = 2_000_000;
const mostProblems = 10;

/** What is wrong and what to do, behind the name of the field. */
const sentences: Readonly<Record<PackProblemCode, (params: PackProblem['params']) => string>> = {
  'not-json': ({ reason }) => `it is no JSON: ${reason}`,
  'not-a-pack': () => 'the file holds no pack; docs/pack.schema.json says what one looks like',
  newer: ({ found, supported }) => `is ${found}, and this console reads ${supported}; use a newer console, or export the pack from this one`,
  missing: () => 'is missing; add it',
  'wrong-type': ({ expected }) => `must be of the type ${expected}`,
  'too-low': ({ limit }) => `must be at least ${limit}`,
  'not-above': ({ limit }) => `must be more than ${limit}`,
  'too-high': ({ limit }) => `must be at most ${limit}`,
  'too-few': ({ limit }) => `is too short; it needs at least ${limit}`,
  'too-many': ({ limit }) => `is too long; it may have ${limit} at most`,
  'not-one-of': ({ options }) => `must be one of ${options}`,
  'unknown-rule': ({ rule }) => `names "${rule}", which is no rule of this console; "vitrine photos rules" lists them`,
  'not-a-date': () => 'must be a day, as 2026-11-23',
  'not-a-version': () => 'must be a day, as 2026-11-23, or 2026-11-23.2 for a second one of that day',
  'not-an-address': () => 'must be an address that starts with https://, or empty',
  'not-an-id': () => 'must be small letters, digits and hyphens, 40 at most, as my-shop',
  'not-valid': () => 'cannot be read',
};

/** requirements[3].min */
const fieldName = (path: PackProblem['path']): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`)).join('');

const told = (problems: readonly PackProblem[]): string => {
  const lines = problems.slice(0, mostProblems).map(({ path, code, params }) => `${fieldName(path)} ${sentences[code](params)}`.trim());
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
};

const remedies: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'there is no such file',
  EACCES: 'there is no permission to read it',
  EISDIR: 'it is a folder; name the JSON file of a pack',
};

async function readOne(named: string, from: string): Promise<Result<ChannelPack, string>> {
  const refuse = (why: string): Result<never, string> => err(`cannot use the pack ${named}: ${why}`);
  try {
    const path = resolve(from, named);
    const { size } = await stat(path);
    if (size > mostBytes) return refuse('it is too large to be a pack');
    const read = readPackText(await readFile(path, 'utf8'));
    return read.ok ? read : refuse(told(read.error));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return refuse(remedies[code] ?? (cause instanceof Error ? cause.message : String(cause)));
  }
}

/**
 * The packs of the console with those of the named files: one of its own channels stands in the place of the
 * console's, another beside them. The error is a sentence that names file and field.
 */
export async function packsWith(files: readonly string[], from: string): Promise<Result<readonly ChannelPack[], string>> {
  const byChannel = new Map(allPacks.map((pack) => [pack.channel, pack]));
  const given = new Set<string>();
  for (const file of files) {
    const read = await readOne(file, from);
    if (!read.ok) return read;
    const { channel } = read.value;
    if (given.has(channel)) return err(`two packs were given for the channel ${channel}; name one of them`);
    given.add(channel);
    byChannel.set(channel, read.value);
  }
  return ok(inChannelOrder([...byChannel.keys()]).flatMap((channel) => byChannel.get(channel) ?? []));
}

/** Those of the packs whose channels are named; all where none is, or `all`. */
export function packsNamed(packs: readonly ChannelPack[], wanted: readonly string[]): Result<readonly ChannelPack[], string> {
  const known = packs.map(({ channel }) => channel);
  if (wanted.length === 0 || wanted.includes('all')) return ok(packs);
  const unknown = wanted.filter((id) => !known.includes(id));
  if (unknown.length > 0) return err(`unknown channel ${unknown.join(', ')}; known are ${known.join(', ')} and all`);
  return ok(packs.filter(({ channel }) => wanted.includes(channel)));
}

/** `ebay,jd` and `ebay jd` are the same. */
export const channelsIn = (words: readonly string[]): string[] => words.flatMap((word) => word.split(',').map((id) => id.trim()).filter((id) => id !== ''));

/** True where a word names no channel, e.g. because a shell variable is not set. */
export const emptyName = (words: readonly string[]): boolean => words.some((word) => word.replaceAll(',', '').trim() === '');
