import type { PhotoFilter, PhotoRow } from '../../../../app/contract/photos.ts';
import { ruleIds, type RuleId, type Severity } from '../../../../app/photo-check/types.ts';

/** What a group of the queue is about: a rule, or why there is none to name. */
export type GroupKey = RuleId | 'failed' | 'waiting' | 'clean';

/** Photos that wait for the same sort of look, in the order of the list. */
export interface Group {
  readonly key: GroupKey;
  readonly rows: readonly PhotoRow[];
}

/** Every photo stands in one group alone: under the rule that the list is about, else under its worst finding. */
function keyOf(row: PhotoRow, { rule, show }: Pick<PhotoFilter, 'rule' | 'show'>): GroupKey {
  if (row.state === 'failed') return 'failed';
  if (row.state !== 'checked') return 'waiting';
  if (rule !== null) return rule;
  return (show === 'waived' ? row.waived[0] : row.rules[0]) ?? 'clean';
}

/** Rules that get a photo refused, then files that cannot be read, then rules that warn, then what is not known, then what is good. */
const urgency = (key: GroupKey, ranks: ReadonlyMap<RuleId, Severity>): number => {
  if (key === 'failed') return 1;
  if (key === 'waiting') return 3;
  if (key === 'clean') return 4;
  return ranks.get(key) === 'fail' ? 0 : 2;
};
const place = new Map<string, number>(ruleIds.map((rule, index) => [rule, index]));

/** The queue by what is wrong, worst first; among equally bad groups the largest first. `ranks`: the worst a breach of each rule can mean. */
export function groupRows(rows: readonly PhotoRow[], filter: Pick<PhotoFilter, 'rule' | 'show'>, ranks: ReadonlyMap<RuleId, Severity>): readonly Group[] {
  const byKey = new Map<GroupKey, PhotoRow[]>();
  for (const row of rows) {
    const key = keyOf(row, filter);
    const group = byKey.get(key);
    if (group) group.push(row);
    else byKey.set(key, [row]);
  }
  return [...byKey]
    .map(([key, members]): Group => ({ key, rows: members }))
    .sort((a, b) => urgency(a.key, ranks) - urgency(b.key, ranks) || b.rows.length - a.rows.length || (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
}

/** The group before or after the one that a photo stands in; null at either end. */
export function neighbour(groups: readonly Group[], photoId: string | null, by: -1 | 1): Group | null {
  const at = groups.findIndex(({ rows }) => rows.some(({ id }) => id === photoId));
  return groups[at + by] ?? null;
}
