import type { ChannelId } from '../types.ts';
import type { ChannelPack, Requirement } from './pack.ts';

/** The next version of a pack: the day (ISO), or behind it the number of how many there were that day before it. */
export function nextVersion(day: string, known: readonly string[]): string {
  const numbers = known.filter((version) => version.slice(0, day.length) === day).map((version) => Number(version.slice(day.length + 1) || 1));
  return numbers.length === 0 ? day : `${day}.${Math.max(...numbers) + 1}`;
}

const longestId = 40;

/** An id for a channel of this name that none of the taken ones has: of its Latin letters and digits, if it has any. */
export function idFor(name: string, taken: (id: ChannelId) => boolean): ChannelId {
  const words = name.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9\s_-]/g, '').split(/[\s_-]+/).filter((word) => word !== '');
  const base = words.join('-').slice(0, longestId - 4).replace(/-$/, '') || 'channel';
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (id !== 'all' && id !== 'constructor' && !taken(id)) return id;
  }
}

/** True where two packs ask the same, whatever they are called and whenever they were written. */
export const sameDemands = (a: ChannelPack, b: ChannelPack): boolean =>
  JSON.stringify([demands(a.requirements), a.upcoming.map(inOrder), a.name]) === JSON.stringify([demands(b.requirements), b.upcoming.map(inOrder), b.name]);

const demands = (requirements: readonly Requirement[]): unknown[] => requirements.map(inOrder);

/** A value with its fields in alphabetical order, at every level; `off: false` is as good as none. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([key, field]) => field !== undefined && !(key === 'off' && field === false));
  return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, inOrder(field)]));
}
