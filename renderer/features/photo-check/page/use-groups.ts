import { useMemo, useState } from 'react';
import type { PhotoFilter, PhotoRow } from '../../../../app/contract/photos.ts';
import type { RuleId, Severity } from '../../../../app/photo-check/types.ts';
import { groupRows, type Group, type GroupKey } from '../logic/groups.ts';

/** A group of the queue as it lies on the desk. */
export interface ShownGroup extends Group {
  /** only its head is there; its photos are not in the list's order */
  readonly collapsed: boolean;
}

export interface Groups {
  /** null where the list is not by rule */
  readonly groups: readonly ShownGroup[] | null;
  /** the photos in the order in which they lie on the desk */
  readonly rows: readonly PhotoRow[];
  readonly toggle: (key: GroupKey) => void;
  readonly open: (key: GroupKey) => void;
  /** all folded away where any is open, else all opened */
  readonly toggleAll: () => void;
}

const without = (keys: ReadonlySet<GroupKey>, key: GroupKey): ReadonlySet<GroupKey> => new Set([...keys].filter((one) => one !== key));

/** The list by rule: which groups there are, which are folded away, and the photos of those that are not. */
export function useGroups(listed: readonly PhotoRow[], filter: PhotoFilter, ranks: ReadonlyMap<RuleId, Severity>, byRule: boolean): Groups {
  const [collapsed, setCollapsed] = useState<ReadonlySet<GroupKey>>(new Set());
  const found = useMemo(() => (byRule ? groupRows(listed, filter, ranks) : null), [byRule, listed, filter, ranks]);
  const groups = useMemo(() => found?.map((group): ShownGroup => ({ ...group, collapsed: collapsed.has(group.key) })) ?? null, [found, collapsed]);
  const rows = useMemo(() => (groups === null ? listed : groups.flatMap((group) => (group.collapsed ? [] : group.rows))), [groups, listed]);
  return {
    groups,
    rows,
    toggle: (key) => setCollapsed((now) => (now.has(key) ? without(now, key) : new Set([...now, key]))),
    open: (key) => setCollapsed((now) => without(now, key)),
    toggleAll: () => setCollapsed(new Set(groups?.some((group) => !group.collapsed) ? groups.map(({ key }) => key) : [])),
  };
}
