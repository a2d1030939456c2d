import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';
import classes from './inspector.module.css';

interface InspectorProps {
  readonly title: ReactNode;
  /** names the region for screen readers */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const narrowest = 280;
const widest = 640;
const step = 24;
const clamp = (width: number): number => Math.min(widest, Math.max(narrowest, width));

/** The panel on the right: 360 px, resized by mouse or arrow keys, closed with Esc or its button. */
export function Inspector({ title, label, onClose, children }: InspectorProps) {
  const { t } = useTranslation();
  const [width, setWidth] = useState(360);
  const drag = useRef<{ x: number; width: number } | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    drag.current = { x: event.clientX, width };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current) setWidth(clamp(drag.current.width + drag.current.x - event.clientX));
  };
  const onSeparatorKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = event.key === 'ArrowLeft' ? step : event.key === 'ArrowRight' ? -step : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setWidth((now) => clamp(now + by));
  };
  // Esc closes it from anywhere on the page; what floats above, or a page that wants Esc for itself, goes first.
  const onEscape = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]')) return;
    event.preventDefault();
    onClose();
  });
  useEffect(() => {
    const listener = (event: globalThis.KeyboardEvent): void => onEscape(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return (
    <aside className={classes.inspector} style={{ width }} aria-label={label}>
      <div
        className={classes.separator}
        role="separator"
        aria-orientation="vertical"
        aria-label={t('shell:inspector.resize')}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => (drag.current = null)}
        onKeyDown={onSeparatorKey}
      />
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        <IconButton icon={IconX} label={t('shell:inspector.close')} shortcut="escape" onClick={onClose} position="left" />
      </header>
      <div className={classes.body}>{children}</div>
    </aside>
  );
}
