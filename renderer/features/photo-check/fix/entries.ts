import type { FixRow } from '../../../../app/contract/fixes.ts';
import type { ChannelId } from '../../../../app/photo-check/types.ts';

type Unfixable = FixRow['unfixable'][number];

/** One tile of the copies looked at together: a copy for one channel, or a photo of which none came, for all its channels. */
export interface Entry {
  readonly id: string;
  /** the copy, or the first of the attempts */
  readonly row: FixRow;
  readonly rows: readonly FixRow[];
  readonly channels: readonly ChannelId[];
  /** of a photo with no copy: why, each rule and reason once */
  readonly reasons: readonly Unfixable[];
}

/** A photo of which no copy can come of this rule for this reason. */
export interface Hopeless extends Unfixable {
  readonly names: readonly string[];
  readonly channels: readonly ChannelId[];
}

const unique = <T,>(values: readonly T[], key: (value: T) => string): T[] => [...new Map(values.map((value) => [key(value), value])).values()];
const reasonKey = ({ rule, reason }: Unfixable): string => `${rule} ${reason}`;
const channelsOf = (rows: readonly FixRow[]): ChannelId[] => unique(rows.map(({ channel }) => channel), String);

/** Copies first, one entry each; then one entry a photo of which no copy came, left out while `working`, as another may yet come. */
export function entriesOf(rows: readonly FixRow[], working: boolean): Entry[] {
  const copies = rows.filter(({ file }) => file !== null).map((row): Entry => ({ id: row.id, row, rows: [row], channels: [row.channel], reasons: [] }));
  if (working) return copies;
  const without = new Map<string, FixRow[]>();
  for (const row of rows) if (row.file === null) without.set(row.photoId, [...(without.get(row.photoId) ?? []), row]);
  const photos = [...without.values()].flatMap((tried): Entry[] => {
    const [row] = tried;
    return row ? [{ id: row.id, row, rows: tried, channels: channelsOf(tried), reasons: unique(tried.flatMap(({ unfixable }) => unfixable), reasonKey) }] : [];
  });
  return [...copies, ...photos];
}

/** What stands in the way of any copy, each rule and reason once with its photos and channels; the most frequent first. */
export function hopelessOf(rows: readonly FixRow[]): Hopeless[] {
  const found = new Map<string, { why: Unfixable; rows: FixRow[] }>();
  for (const row of rows) {
    for (const why of row.unfixable) {
      const known = found.get(reasonKey(why)) ?? { why, rows: [] };
      known.rows.push(row);
      found.set(reasonKey(why), known);
    }
  }
  return [...found.values()]
    .map(({ why, rows: of }) => ({ ...why, names: unique(of, ({ photoId }) => photoId).map(({ name }) => name), channels: channelsOf(of) }))
    .sort((a, b) => b.names.length - a.names.length);
}
