import { UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconMaximize, IconPhotoOff, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { PhotoRow } from '../../../../app/contract/photos.ts';
import type { Finding, Measures } from '../../../../app/photo-check/types.ts';
import { useBridge } from '../../../bridge/index.ts';
import { IconButton } from '../../../design/index.ts';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { shortcutFor } from '../commands/photo-commands.ts';
import { useElementSize } from '../list/use-element-size.ts';
import { mediaUrl } from '../logic/media-url.ts';
import { stateText } from '../logic/state-text.ts';
import { useWords } from '../logic/words.ts';
import { BoxLayer } from './box-layer.tsx';
import { OverlayTools } from './overlay-tools.tsx';
import { overlayIds, overlayMeasured, useOverlays, type OverlayId } from './overlays.ts';
import { useZoom } from '../logic/use-zoom.ts';
import classes from './stage.module.css';

interface StageProps {
  readonly row: PhotoRow;
  /** null until they are known */
  readonly measures: Measures | null;
  /** the finding that the inspector points at */
  readonly pointed: Finding | null;
  /** whether a check is under way */
  readonly checking: boolean;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly onStep: (by: -1 | 1) => void;
}

/** One picture, as large as fits; zoom, pan, and what was measured drawn over it. */
export function Stage({ row, measures, pointed, checking, hasPrevious, hasNext, onStep }: StageProps) {
  const { say, format } = useWords();
  const { platform } = useBridge().start;
  const frame = useRef<HTMLDivElement>(null);
  const frameSize = useElementSize(frame);
  const [broken, setBroken] = useState<string | null>(null);
  const picture = { width: row.width ?? 1, height: row.height ?? 1 };
  const { zoom, fit, zoomIn, zoomOut, reset, pointer } = useZoom(frame, frameSize, picture);
  const { shown, kept, toggle, onKey } = useOverlays(pointed?.rule ?? null);
  useCommandHandlers({
    ...Object.fromEntries(overlayIds.map((overlay) => [`photos.${overlay}`, (phase) => onKey(overlay, phase)])),
    'photos.zoom-in': zoomIn,
    'photos.zoom-out': zoomOut,
    'photos.zoom-fit': reset,
  });

  const missing = row.sha256 === null || broken === row.id;
  const layer = (overlay: Extract<OverlayId, 'mask' | 'off-white'>): React.ReactNode =>
    shown.has(overlay) && overlayMeasured(overlay, measures) ? <img key={overlay} className={classes.overlay} src={mediaUrl(row, overlay)} alt="" data-overlay={overlay} /> : null;
  const drawn = fit.width / picture.width;
  return (
    <>
      <div ref={frame} className={classes.stage} data-zoomed={zoom.scale > 1} {...pointer} onDoubleClick={zoom.scale > 1 ? reset : zoomIn}>
        {missing ? (
          <div className={classes.missing}>
            <IconPhotoOff size={32} stroke={1.5} aria-hidden />
            {row.failure ? say(`failure.${row.failure.code}.cause`) : row.state === 'checked' ? say('viewer.missing') : stateText(row, checking, say)}
          </div>
        ) : (
          <div
            className={classes.place}
            style={{ width: fit.width * zoom.scale, height: fit.height * zoom.scale, transform: `translate(calc(-50% + ${zoom.x}px), calc(-50% + ${zoom.y}px))` }}
          >
            <img className={classes.picture} src={mediaUrl(row, 'preview')} alt={row.name} draggable={false} onError={() => setBroken(row.id)} />
            {layer('mask')}
            {layer('off-white')}
            <BoxLayer {...picture} measures={measures} shown={shown} pointed={pointed?.boxes ?? []} />
          </div>
        )}
        <UnstyledButton className={classes.turn ?? ''} data-side="previous" disabled={!hasPrevious} aria-label={say('viewer.previous')} onClick={() => onStep(-1)}>
          <IconChevronLeft size={20} aria-hidden />
        </UnstyledButton>
        <UnstyledButton className={classes.turn ?? ''} data-side="next" disabled={!hasNext} aria-label={say('viewer.next')} onClick={() => onStep(1)}>
          <IconChevronRight size={20} aria-hidden />
        </UnstyledButton>
      </div>
      <div className={classes.bar}>
        <OverlayTools shown={shown} kept={kept} measures={measures} onToggle={toggle} />
        <div className={classes.tools} role="toolbar" aria-label={say('viewer.zoom', { percent: format.percent(drawn * zoom.scale, 0) })}>
          <IconButton icon={IconZoomOut} label={say('viewer.zoomOut')} shortcut={shortcutFor('zoom-out')} platform={platform} onClick={zoomOut} disabled={zoom.scale === 1} position="top" />
          <span className={classes.percent}>{format.percent(drawn * zoom.scale, 0)}</span>
          <IconButton icon={IconZoomIn} label={say('viewer.zoomIn')} shortcut={shortcutFor('zoom-in')} platform={platform} onClick={zoomIn} position="top" />
          <IconButton icon={IconMaximize} label={say('viewer.fit')} shortcut={shortcutFor('zoom-fit')} platform={platform} onClick={reset} position="top" />
        </div>
      </div>
    </>
  );
}
