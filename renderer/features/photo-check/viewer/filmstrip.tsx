import { UnstyledButton } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import { StatusIcon } from '../../../design/index.ts';
import { worstVerdict } from '../logic/findings.ts';
import { mediaUrl } from '../logic/media-url.ts';
import { useWords, type ChannelChoice } from '../logic/words.ts';
import classes from './filmstrip.module.css';

interface FrameProps {
  readonly row: PhotoRow;
  readonly start: number;
  readonly current: boolean;
  readonly channel: ChannelChoice;
  readonly onGo: (id: string) => void;
}

const Frame = memo(function Frame({ row, start, current, channel, onGo }: FrameProps) {
  const verdict = worstVerdict(row.verdicts, channel);
  return (
    <UnstyledButton
      className={classes.frame ?? ''}
      style={{ transform: `translateX(${start}px)` }}
      tabIndex={-1}
      aria-label={row.name}
      title={row.name}
      aria-current={current}
      data-decision={row.decision ?? undefined}
      onClick={() => onGo(row.id)}
    >
      {row.sha256 ? <img src={mediaUrl(row, 'thumb')} alt="" decoding="async" draggable={false} /> : null}
      {row.state === 'failed' ? <IconPhotoOff size={20} stroke={1.5} aria-hidden className={classes.broken} /> : null}
      {verdict ? (
        <span className={classes.mark}>
          <StatusIcon status={verdict} size={14} />
        </span>
      ) : null}
    </UnstyledButton>
  );
});

interface FilmstripProps {
  readonly rows: readonly PhotoRow[];
  readonly at: number;
  readonly channel: ChannelChoice;
  readonly onGo: (id: string) => void;
}

/** The other photos of the list, the current one in the middle. */
export function Filmstrip({ rows, at, channel, onGo }: FilmstripProps) {
  const { say } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    horizontal: true,
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 66,
    overscan: 8,
    paddingStart: 8,
    paddingEnd: 8,
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'center' });
  }, [virtual, at]);
  return (
    <nav ref={scroller} className={classes.strip} aria-label={say('viewer.filmstrip')}>
      <div className={classes.canvas} style={{ width: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? <Frame key={row.id} row={row} start={item.start} current={item.index === at} channel={channel} onGo={onGo} /> : null;
        })}
      </div>
    </nav>
  );
}
