import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import type { PhotoFilter, PhotoRow } from '../../../../app/contract/photos.ts';
import type { ChannelId, RuleId, Severity } from '../../../../app/photo-check/types.ts';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { isTyping } from '../../../shell/shortcut.ts';
import { moveNames } from '../commands/photo-commands.ts';
import { layoutGrid, moveIndex, tileLines, type GridMove } from '../logic/grid-moves.ts';
import { clear, extendTo, moveTo, selectAll, selectMany, toggle, type ListOrder, type Selection } from '../logic/selection.ts';
import { useWords, type ChannelChoice } from '../logic/words.ts';
import type { Groups, ShownGroup } from '../page/use-groups.ts';
import { GroupHead, headHeight, ruleOfGroup } from './group-head.tsx';
import { deskLines } from './lines.ts';
import { captionHeight, Tile, tileId } from './tile.tsx';
import { useElementSize } from './use-element-size.ts';
import classes from './photo-grid.module.css';

const gap = 8;
const padding = 32;

interface PhotoGridProps {
  readonly rows: readonly PhotoRow[];
  readonly order: ListOrder;
  /** the list by rule, with its groups and what is folded away */
  readonly grouped: Groups;
  readonly ranks: ReadonlyMap<RuleId, Severity>;
  readonly selection: Selection;
  readonly change: (next: (now: Selection) => Selection) => void;
  /** the filter that the rows answer: another one is another list, which is looked at from its cursor or its top */
  readonly shown: PhotoFilter;
  readonly channel: ChannelChoice;
  readonly channels: readonly ChannelId[];
  /** whether a check is under way */
  readonly checking: boolean;
  /** wanted width of a tile; the real one fills the row evenly */
  readonly tileSize: number;
  /** these photos, all with that rule */
  readonly onWaive: (rows: readonly PhotoRow[], rule: RuleId) => void;
  readonly onOpen: (id: string) => void;
}

/**
 * The photos as tiles. Only the rows in sight (and a few more) exist in the document; the grid itself keeps
 * the keyboard focus and points at the tile that is current.
 */
export function PhotoGrid({ rows, order, grouped, ranks, selection, change, shown, channel, channels, checking, tileSize, onWaive, onOpen }: PhotoGridProps) {
  const { say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(scroller);
  const { columns, tileWidth } = layoutGrid(Math.max(0, width - padding), tileSize, gap);
  const rowHeight = tileWidth + captionHeight + gap;
  const { groups } = grouped;
  const tiles = useMemo(() => tileLines(groups?.map((group) => (group.collapsed ? 0 : group.rows.length)) ?? [rows.length], columns), [groups, rows.length, columns]);
  const lines = useMemo(() => deskLines(groups, tiles.lines), [groups, tiles]);
  const virtual = useVirtualizer({
    count: lines.all.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines.all[index]?.kind === 'head' ? headHeight + gap : rowHeight),
    // The head of the group in sight stays above it.
    rangeExtractor(range) {
      const head = lines.headOf(range.startIndex);
      const drawn = defaultRangeExtractor(range);
      return head === null || drawn.includes(head) ? drawn : [head, ...drawn];
    },
    overscan: 6,
    paddingEnd: 56,
    scrollPaddingStart: groups === null ? 0 : headHeight + gap,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight, lines]);
  const stuck = lines.headOf(virtual.range?.startIndex ?? 0);

  const at = selection.cursor === null ? -1 : (order.indexOf.get(selection.cursor) ?? -1);
  useEffect(() => {
    const line = lines.lineOf(tiles.lineOf[at] ?? -1);
    if (line !== null) virtual.scrollToIndex(line, { align: 'auto' });
  }, [virtual, at, lines, tiles, shown]);
  useEffect(() => {
    // Whoever types goes on typing: the list comes back as the letters of a search are taken away.
    if (!isTyping(document.activeElement)) scroller.current?.focus({ preventScroll: true });
  }, []);

  const go = (move: GridMove, extend: boolean): void => {
    const shape = { ...tiles, pageRows: Math.max(1, Math.floor(height / rowHeight)) };
    const id = order.ids[moveIndex(at, move, shape)];
    if (id === undefined) return;
    scroller.current?.focus({ preventScroll: true });
    change((now) => (extend ? extendTo(now, order, id) : moveTo(now, id)));
  };
  useCommandHandlers({
    ...Object.fromEntries(moveNames.flatMap((move) => [[`photos.${move}`, () => go(move, false)], [`photos.extend-${move}`, () => go(move, true)]])),
    'photos.select': () => change((now) => (now.cursor === null ? now : toggle(now, now.cursor))),
    'photos.select-all': () => change((now) => selectAll(now, order)),
    'photos.open': () => selection.cursor !== null && onOpen(selection.cursor),
  });

  // A list that reloads while a job runs must not draw every tile anew, so what tiles are given does not change with it.
  const latest = useRef(order);
  useLayoutEffect(() => {
    latest.current = order;
  }, [order]);
  const onPress = useCallback(
    (id: string, event: MouseEvent) => {
      if (event.button !== 0) return;
      const { shiftKey, ctrlKey, metaKey } = event;
      change((now) => (shiftKey ? extendTo(now, latest.current, id) : ctrlKey || metaKey ? toggle(now, id) : moveTo(clear(now), id)));
    },
    [change],
  );
  const onTick = useCallback((id: string) => change((now) => toggle(now, id)), [change]);

  const waiveGroup = (group: ShownGroup): void => {
    const rule = ruleOfGroup(group.key);
    if (rule !== null) onWaive(group.rows, rule);
  };

  return (
    <div
      ref={scroller}
      className={classes.grid}
      role="grid"
      tabIndex={0}
      aria-label={say('grid.label', { count: rows.length })}
      aria-multiselectable
      aria-rowcount={lines.all.length}
      aria-colcount={columns}
      aria-activedescendant={at >= 0 && selection.cursor !== null ? tileId(selection.cursor) : undefined}
    >
      <div className={classes.canvas} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines.all[item.index];
          if (line === undefined) return null;
          const head = line.kind === 'head';
          return (
            <div key={item.key} className={classes.row} role="row" aria-rowindex={item.index + 1} data-stuck={(head && item.index === stuck) || undefined} style={head && item.index === stuck ? {} : { transform: `translateY(${item.start}px)` }}>
              {head ? (
                <GroupHead group={line.group} ranks={ranks} columns={columns} onToggle={grouped.toggle} onSelect={(group) => change((now) => selectMany(now, group.rows.map(({ id }) => id)))} onWaive={shown.show === 'waived' ? null : waiveGroup} />
              ) : (
                rows.slice(line.from, line.from + line.count).map((row, column) => (
                  <Tile
                    key={row.id}
                    row={row}
                    column={column}
                    size={tileWidth}
                    selected={selection.ids.has(row.id)}
                    active={row.id === selection.cursor}
                    channel={channel}
                    channels={channels}
                    checking={checking && row.state === 'waiting'}
                    onPress={onPress}
                    onTick={onTick}
                    onOpen={onOpen}
                  />
                ))
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
