import { SegmentedControl } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconMaximize, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useRef, useState, type CSSProperties, type ReactNode } from 'react';
import type { FixRow } from '../../../../app/contract/fixes.ts';
import { useBridge } from '../../../bridge/index.ts';
import { capsOf, IconButton } from '../../../design/index.ts';
import { useCommandHandlers } from '../../../shell/command-center.tsx';
import { shortcutFor } from '../commands/photo-commands.ts';
import { useElementSize } from '../list/use-element-size.ts';
import { mediaUrl } from '../logic/media-url.ts';
import { useWords } from '../logic/words.ts';
import { fitSize, type Size, type Zoom } from '../logic/zoom.ts';
import { alignmentOf } from './align.ts';
import { fixShortcut } from './commands.ts';
import { Divider } from './divider.tsx';
import { fixUrl } from './fix-media.ts';
import { useZoom } from '../logic/use-zoom.ts';
import classes from './compare.module.css';

type Layout = 'side' | 'divide';

const percent = (share: number): string => `${share * 100}%`;

/** The box that a picture of that size fills, moved and enlarged. */
const placeStyle = (fit: Size, zoom: Zoom): CSSProperties => ({
  width: fit.width * zoom.scale,
  height: fit.height * zoom.scale,
  transform: `translate(calc(-50% + ${zoom.x}px), calc(-50% + ${zoom.y}px))`,
});

/** `right`: a second name, for what lies beyond the divider. */
function Pane({ label, right, children }: { label: string; right?: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.pane}>
      {children}
      <span className={classes.label}>{label}</span>
      {right ? <span className={classes.label} data-side="right">{right}</span> : null}
    </div>
  );
}

/** A photo and its fixed copy: side by side or on both sides of a divider, zoomed together; a held key shows the original alone. */
export function Compare({ row }: { row: FixRow }) {
  const words = useWords();
  const { say, format } = words;
  const { platform } = useBridge().start;
  const [layout, setLayout] = useLocalStorage<Layout>({ key: 'vitrine.photos.fix-layout', defaultValue: 'side', getInitialValueInEffect: false });
  const [held, hold] = useState(false);
  const [at, setAt] = useState(0.5);
  const frame = useRef<HTMLDivElement>(null);
  const whole = useElementSize(frame);
  const panes = layout === 'side' ? 2 : 1;
  const pane = { width: whole.width / panes, height: whole.height };
  const { original, file } = row;
  const { zoom, fit, zoomIn, zoomOut, reset, pointer } = useZoom(frame, pane, file ?? original, panes);
  useCommandHandlers({
    'photos.fix-before': (phase) => hold(phase === 'down'),
    'photos.fix-layout': () => setLayout(layout === 'side' ? 'divide' : 'side'),
    'photos.zoom-in': zoomIn,
    'photos.zoom-out': zoomOut,
    'photos.zoom-fit': reset,
  });

  const source = mediaUrl({ id: row.photoId, sha256: original.sha256 }, 'preview');
  const before = <img className={classes.picture} src={source} alt={row.name} draggable={false} />;
  const { left, top, width, height } = alignmentOf(row);
  // Laid over the copy so that the product lies on itself: what differs is then what was changed.
  const aligned = (
    <div className={classes.place} style={placeStyle(fit, zoom)} data-layer="original">
      <div className={classes.aligned} style={{ left: percent(left), top: percent(top), width: percent(width), height: percent(height) }}>{before}</div>
    </div>
  );
  const plain = <div className={classes.place} style={placeStyle(fitSize(original, pane), { scale: 1, x: 0, y: 0 })}>{before}</div>;
  const copy = file ? (
    <div className={classes.place} style={placeStyle(fit, zoom)} data-layer="copy">
      <img className={classes.picture} src={fixUrl(row, 'preview')} alt={say('fixes:compare.alt', { name: row.name, channel: words.channel(row.channel) })} draggable={false} />
    </div>
  ) : (
    <p className={classes.none}>{say('fixes:compare.none')}</p>
  );
  const hint = say('fixes:compare.hold', { key: capsOf(fixShortcut('photos.fix-before'), platform).join('+') });
  return (
    <section className={classes.compare} aria-label={say('fixes:compare.label', { name: row.name })}>
      <div ref={frame} className={classes.frame} data-layout={layout} data-zoomed={zoom.scale > 1} {...pointer} onDoubleClick={zoom.scale > 1 ? reset : zoomIn}>
        {layout === 'side' ? (
          <>
            <Pane label={say('fixes:compare.before')}>{zoom.scale > 1 && file ? aligned : plain}</Pane>
            <Pane label={say(held ? 'fixes:compare.before' : 'fixes:compare.after')}>{held && file ? aligned : copy}</Pane>
          </>
        ) : (
          <Pane label={say(file ? 'fixes:compare.before' : 'fixes:compare.after')} right={file && !held ? say('fixes:compare.after') : undefined}>
            {copy}
            {file ? <div className={classes.over} style={{ clipPath: held ? 'none' : `inset(0 ${percent(1 - at)} 0 0)` }}>{aligned}</div> : null}
            {file && !held ? <Divider at={at} onMove={setAt} /> : null}
          </Pane>
        )}
      </div>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={say('fixes:compare.layout')}
          value={layout}
          onChange={(value) => setLayout(value === 'divide' ? 'divide' : 'side')}
          data={[{ value: 'side', label: say('fixes:compare.side') }, { value: 'divide', label: say('fixes:compare.divide') }]}
        />
        <span className={classes.hint}>{hint}</span>
        <span className={classes.tools}>
          <IconButton icon={IconZoomOut} label={say('viewer.zoomOut')} shortcut={shortcutFor('zoom-out')} platform={platform} onClick={zoomOut} disabled={zoom.scale === 1} position="top" />
          <span className={classes.percent}>{format.percent((fit.width / (file ?? original).width) * zoom.scale, 0)}</span>
          <IconButton icon={IconZoomIn} label={say('viewer.zoomIn')} shortcut={shortcutFor('zoom-in')} platform={platform} onClick={zoomIn} position="top" />
          <IconButton icon={IconMaximize} label={say('viewer.fit')} shortcut={shortcutFor('zoom-fit')} platform={platform} onClick={reset} position="top" />
        </span>
      </div>
    </section>
  );
}
