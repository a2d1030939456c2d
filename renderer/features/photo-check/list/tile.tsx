import { memo, useDeferredValue, useState, type MouseEvent } from 'react';
import { IconCheck, IconCloudUp, IconPhotoOff, IconX } from '@tabler/icons-react';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { ChannelId } from '../../../../app/photo-check/types.ts';
import { StatusChip } from '../../../design/index.ts';
import { FixedMark } from '../fix/fixed-mark.tsx';
import { mediaUrl } from '../logic/media-url.ts';
import { hasWaivers } from '../logic/waived.ts';
import { stateText } from '../logic/state-text.ts';
import { useWords, type ChannelChoice, type Words } from '../logic/words.ts';
import { DriftMark } from '../drift/drift-mark.tsx';
import { MissingMark } from './missing-mark.tsx';
import { TileBadge } from './tile-badge.tsx';
import { VerdictStrip } from './verdict-strip.tsx';
import classes from './tile.module.css';

/** Height of the words below a tile's picture, in pixels; the picture above is square. */
export const captionHeight = 76;
/** The element id the grid points its active descendant at. */
export const tileId = (id: string): string => `photo-tile-${id}`;

export interface TileProps {
  readonly row: PhotoRow;
  readonly column: number;
  readonly size: number;
  readonly selected: boolean;
  readonly active: boolean;
  readonly channel: ChannelChoice;
  /** the channels this shop sells on */
  readonly channels: readonly ChannelId[];
  /** whether a check is under way that may yet come to it */
  readonly checking: boolean;
  readonly onPress: (id: string, event: MouseEvent) => void;
  readonly onTick: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

function TilePicture({ row }: { row: PhotoRow }) {
  const [broken, setBroken] = useState(false);
  if (row.state === 'failed' || broken) return <IconPhotoOff size={28} stroke={1.5} aria-hidden className={classes.broken} />;
  if (row.sha256 === null) return <div className={classes.skeleton} data-checking={row.state === 'checking'} />;
  return <img src={mediaUrl(row, 'thumb')} alt="" decoding="async" draggable={false} onError={() => setBroken(true)} />;
}

function DecisionBadge({ row }: { row: PhotoRow }) {
  const { say } = useWords();
  if (!row.decision) return null;
  const passed = row.decision === 'passed';
  return (
    <TileBadge corner="decision" tone={passed ? 'pass' : 'fail'} icon={passed ? IconCheck : IconX}>
      {say(`decision.short.${row.decision}`)}
      {row.decisionPending ? (
        <span className={classes.pending} title={say('decision.pending')}>
          <IconCloudUp size={13} stroke={1.75} aria-hidden />
        </span>
      ) : null}
    </TileBadge>
  );
}

function TileVerdict({ row, channel, channels, checking }: Pick<TileProps, 'row' | 'channel' | 'channels' | 'checking'>) {
  const words = useWords();
  const { say } = words;
  if (row.state !== 'checked') return <StatusChip plain status={row.state === 'failed' ? 'warn' : 'neutral'} label={stateText(row, checking, say)} />;
  if (channel === 'all') return <VerdictStrip verdicts={row.verdicts} waivedOn={row.waivedOn} channels={channels} />;
  const verdict = row.verdicts[channel];
  return (
    <span>
      <StatusChip status={verdict ?? 'neutral'} label={words.verdict(verdict, hasWaivers(row, channel))} />
    </span>
  );
}

function worstWords(row: PhotoRow, { say, format }: Words): string {
  if (row.failure) return say(`failure.${row.failure.code}.cause`);
  if (row.state !== 'checked') return '';
  const [worst, ...others] = row.rules;
  if (!worst) return row.waived.length > 0 ? say('waivers:tile', { rules: format.list(row.waived.map((rule) => say(`rules:rules.${rule}.name`))) }) : say('state.clean');
  const name = say(`rules:rules.${worst}.name`);
  return others.length > 0 ? say('state.andMore', { name, count: others.length }) : name;
}

type FaceProps = Pick<TileProps, 'row' | 'size' | 'channel' | 'channels' | 'checking' | 'onTick'>;

/** A list that was asked for again has new rows that say the same. */
function saysTheSame<P extends { readonly row: PhotoRow }>({ row: before, ...rest }: P, { row: now, ...others }: P): boolean {
  const unchanged = (Object.keys(others) as (keyof typeof others)[]).every((name) => Object.is(rest[name], others[name]));
  return unchanged && (before === now || JSON.stringify(before) === JSON.stringify(now));
}

/** What a tile shows of its photo. */
const TileFace = memo(function TileFace({ row, size, channel, channels, checking, onTick }: FaceProps) {
  const worst = worstWords(row, useWords());
  return (
    <>
      <div className={classes.caption}>
        <span className={classes.name} title={row.name}>{row.name}</span>
        <TileVerdict row={row} channel={channel} channels={channels} checking={checking} />
        <span className={classes.worst} title={worst}>{worst}</span>
      </div>
      <div className={classes.picture} style={{ height: size - 2 }}>
        <TilePicture key={row.sha256} row={row} />
        <DecisionBadge row={row} />
        <FixedMark channels={row.fixed} />
        {row.missingSince === null ? <DriftMark drift={row.drift} /> : <MissingMark since={row.missingSince} />}
        <span
          role="presentation"
          className={classes.check}
          data-tick
          onMouseDown={(event) => {
            event.stopPropagation();
            event.preventDefault();
            onTick(row.id);
          }}
        >
          <IconCheck size={14} stroke={2.5} aria-hidden />
        </span>
      </div>
    </>
  );
}, saysTheSame<FaceProps>);

/** One photo of the grid: picture, name, verdict, worst finding. Drawn again only when one of its own facts changes. */
export const Tile = memo(function Tile({ row, column, size, selected, active, channel, channels, checking, onPress, onTick, onOpen }: TileProps) {
  // Where a whole screen of tiles changes at once, keys and scrolling go before what the tiles say.
  const face = useDeferredValue(row);
  const busy = useDeferredValue(checking);
  return (
    <div
      id={tileId(row.id)}
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={selected}
      className={classes.tile}
      data-active={active}
      data-decision={row.decision ?? undefined}
      style={{ width: size }}
      onMouseDown={(event) => onPress(row.id, event)}
      onDoubleClick={() => onOpen(row.id)}
    >
      <TileFace row={face} size={size} channel={channel} channels={channels} checking={busy} onTick={onTick} />
    </div>
  );
}, saysTheSame<TileProps>);
