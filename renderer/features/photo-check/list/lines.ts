import type { TileLine } from '../logic/grid-moves.ts';
import type { ShownGroup } from '../page/use-groups.ts';

/** One line of the desk: the head of a group, or tiles side by side. */
export type DeskLine = { readonly kind: 'head'; readonly group: ShownGroup } | ({ readonly kind: 'tiles' } & TileLine);

export interface DeskLines {
  readonly all: readonly DeskLine[];
  /** where a line of tiles stands among all lines; null where there is no such line */
  readonly lineOf: (tileLine: number) => number | null;
  /** the head that stands over a line, itself included; null where the list is not by rule */
  readonly headOf: (line: number) => number | null;
}

/** Puts the heads of groups between their tiles. `tiles`: the lines of the groups that are open, in their order. */
export function deskLines(groups: readonly ShownGroup[] | null, tiles: readonly TileLine[]): DeskLines {
  if (groups === null) {
    return { all: tiles.map((line) => ({ kind: 'tiles', ...line })), lineOf: (line) => (line >= 0 && line < tiles.length ? line : null), headOf: () => null };
  }
  const all: DeskLine[] = [];
  const places: number[] = [];
  const heads: number[] = [];
  let next = 0;
  let from = 0;
  for (const group of groups) {
    const head = all.length;
    heads.push(head);
    all.push({ kind: 'head', group });
    from += group.collapsed ? 0 : group.rows.length;
    for (let line = tiles[next]; line !== undefined && line.from < from; line = tiles[++next]) {
      places.push(all.length);
      heads.push(head);
      all.push({ kind: 'tiles', ...line });
    }
  }
  return { all, lineOf: (line) => places[line] ?? null, headOf: (line) => heads[line] ?? null };
}
