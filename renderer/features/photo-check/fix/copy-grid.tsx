import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { useElementSize } from '../list/use-element-size.ts';
import { layoutGrid, moveIndex, tileLines, type GridMove } from '../logic/grid-moves.ts';
import { mediaUrl } from '../logic/media-url.ts';
import { useWords } from '../logic/words.ts';
import type { Entry } from './entries.ts';
import { fixUrl } from './fix-media.ts';
import { VerdictChange } from './summary.tsx';
import { isTakeable, type Fixing } from './use-fixing.ts';
import classes from './review.module.css';

const gap = 8;
const padding = 32;
const pairWidth = 320;
const captionHeight = 60;
const tileId = (id: string): string => `fix-tile-${id}`;

interface PairProps {
  readonly entry: Entry;
  readonly width: number;
  readonly active: boolean;
  readonly excluded: boolean;
  readonly onPress: () => void;
  readonly onLook: () => void;
}

/** One photo for one channel: original and copy, and the verdict's change; or, once for all channels, why there is no copy. */
function Pair({ entry, width, active, excluded, onPress, onLook }: PairProps) {
  const words = useWords();
  const { say, format } = words;
  const { row } = entry;
  const channels = format.list(entry.channels.map(words.channel));
  const remaining = row.outcome?.remaining.map((rule) => say(`rules:rules.${rule}.name`)).join(', ') ?? '';
  const note = row.file === null ? entry.reasons.map(({ reason }) => say(`fixes:reason.${reason}`)).join(' ') : [channels, remaining].filter(Boolean).join(' · ');
  return (
    <div
      id={tileId(entry.id)}
      role="gridcell"
      aria-selected={isTakeable(row) && !excluded}
      className={classes.tile}
      data-active={active}
      data-excluded={excluded}
      style={{ width, height: width / 2 + captionHeight }}
      onMouseDown={onPress}
      onDoubleClick={onLook}
    >
      <div className={classes.pair}>
        <div className={classes.half}>
          <img src={mediaUrl({ id: row.photoId, sha256: row.original.sha256 }, 'thumb')} alt="" decoding="async" draggable={false} />
        </div>
        <div className={classes.half}>{row.file ? <img src={fixUrl(row, 'thumb')} alt="" decoding="async" draggable={false} /> : say('fixes:grid.cannot')}</div>
      </div>
      {excluded ? <span className={classes.badge}>{say('fixes:excluded')}</span> : null}
      <div className={classes.caption}>
        <span className={classes.name} title={row.name}>{row.name}</span>
        {row.file ? <VerdictChange row={row} /> : <span className={classes.names} title={channels}>{channels}</span>}
        <span className={classes.note} title={note}>{note}</span>
      </div>
    </div>
  );
}

/** The pairs, only those in sight in the document. Space leaves one out or takes it in again. */
export function CopyGrid({ fixing, entries, onLook }: { fixing: Fixing; entries: readonly Entry[]; onLook: (id: string) => void }) {
  const { say } = useWords();
  const { excluded } = fixing;
  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(scroller);
  const { columns, tileWidth } = layoutGrid(Math.max(0, width - padding), pairWidth, gap);
  const lineHeight = tileWidth / 2 + captionHeight + gap;
  const lines = Math.ceil(entries.length / columns);
  const virtual = useVirtualizer({ count: lines, getScrollElement: () => scroller.current, estimateSize: () => lineHeight, overscan: 4, paddingEnd: 24 });
  useLayoutEffect(() => virtual.measure(), [virtual, lineHeight]);
  const [cursor, setCursor] = useState<string | null>(null);
  const at = Math.max(0, entries.findIndex(({ id }) => id === cursor));
  const current = entries[at];
  useEffect(() => virtual.scrollToIndex(Math.floor(at / columns), { align: 'auto' }), [virtual, at, columns]);
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);
  const go = (move: GridMove): void => setCursor(entries[moveIndex(at, move, { ...tileLines([entries.length], columns), pageRows: Math.max(1, Math.floor(height / lineHeight)) })]?.id ?? null);
  useCommandHandlers({
    'photos.fix-left': () => go('left'),
    'photos.fix-right': () => go('right'),
    'photos.fix-up': () => go('up'),
    'photos.fix-down': () => go('down'),
    'photos.fix-exclude': () => current && isTakeable(current.row) && fixing.toggle(current.id),
    'photos.fix-look': () => current && onLook(current.id),
  });
  return (
    <div ref={scroller} className={classes.grid} role="grid" tabIndex={0} aria-label={say('fixes:grid.label', { count: entries.length })} aria-multiselectable aria-rowcount={lines} aria-colcount={columns} aria-activedescendant={current ? tileId(current.id) : undefined}>
      <div className={classes.canvas} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((line) => (
          <div key={line.key} className={classes.line} role="row" aria-rowindex={line.index + 1} style={{ transform: `translateY(${line.start}px)` }}>
            {entries.slice(line.index * columns, (line.index + 1) * columns).map((entry) => (
              <Pair
                key={entry.id}
                entry={entry}
                width={tileWidth}
                active={entry.id === current?.id}
                excluded={excluded.has(entry.id)}
                onPress={() => setCursor(entry.id)}
                onLook={() => onLook(entry.id)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
